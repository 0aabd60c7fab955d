// The kinds as forms 渠道表单: what the administrator's page shows to be filled in, in his language.
import { kinds } from '@houqin/notice-channels'
import type { Field } from '@houqin/notice-channels'
import type { ChannelKind } from '@houqin/notices'
import type { Locale } from '@houqin/problem'
import type { FieldForm, KindForm } from '@houqin/wire'


export function kindForms(locale: Locale): readonly KindForm<ChannelKind>[] {
  const form = ({ name, title, hint, type, options = [], standard, optional = false }: Field): FieldForm => ({
    name, title: title[locale], hint: hint?.[locale] ?? null, type, standard: standard ?? null, optional,
    options: options.map(({ value, title: words }) => ({ value, title: words[locale] })),
  })
  return Object.values(kinds).map(({ kind, title, address, group, perMinute, fields, secrets }) => ({
    kind, title: title[locale], address: address[locale], group, perMinute, fields: fields.map(form), secrets: secrets.map(form),
  }))
}
