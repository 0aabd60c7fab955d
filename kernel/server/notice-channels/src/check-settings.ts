// What an administrator filled in, checked: every field said once, in the form it has on the wire.
import type { FieldIssue, Sentence } from '@houqin/problem'
import { say } from '@houqin/problem'
import type { Field, Kind, Values } from './kind.ts'

export interface Filled {
  readonly settings: Values
  /** The issues of all fields; none when it can be used. */
  readonly issues: readonly FieldIssue[]
}

const mostText = 300
const mostArea = 4000

/** @param has whether a secret is set, before or now. */
export function checkSettings({ fields, check }: Kind, given: Values, has: (secret: string) => boolean): Filled {
  const settings = trimmed(given)
  const issues = [
    ...strangersIn(fields, given, 'settings'),
    ...fields.flatMap((field) => issuesOf(field, settings[field.name], 'settings')),
  ]
  return { settings, issues: issues.length > 0 ? issues : (check?.(settings, has) ?? []) }
}

/** @param given null takes a secret away. */
export function checkSecrets({ secrets }: Kind, given: Readonly<Record<string, string | null>>, has: (secret: string) => boolean): readonly FieldIssue[] {
  return [
    ...strangersIn(secrets, given, 'secrets'),
    ...secrets.flatMap((field) => (typeof given[field.name] === 'string' ? issuesOf(field, given[field.name] ?? '', 'secrets') : [])),
    ...secrets.filter(({ name, optional }) => optional !== true && !has(name)).map(({ name, title }) => ({ at: `secrets.${name}`, says: missing(title) })),
  ]
}

const trimmed = (given: Values): Values =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, value.trim()] as const).filter(([, value]) => value !== ''))

function strangersIn(fields: readonly Field[], given: Readonly<Record<string, unknown>>, where: string): readonly FieldIssue[] {
  const known = new Set(fields.map(({ name }) => name))
  return Object.keys(given).filter((name) => !known.has(name)).map((name) => ({ at: `${where}.${name}`, says: say('没有这一项', 'There is no such field') }))
}

const missing = ({ zh, en }: Sentence): Sentence => say(`请填写${zh}`, `Fill in: ${en}`)

function issuesOf(field: Field, value: string | undefined, where: string): readonly FieldIssue[] {
  if (value === undefined) return field.optional === true ? [] : [{ at: `${where}.${field.name}`, says: missing(field.title) }]
  const says = wrongWith(field, value)
  return says ? [{ at: `${where}.${field.name}`, says }] : []
}

function wrongWith({ type, options }: Field, value: string): Sentence | undefined {
  const most = type === 'area' ? mostArea : mostText
  if (value.length > most) return say(`不能超过 ${most} 个字`, `At most ${most} characters`)
  if (type !== 'area' && /\p{Cc}/u.test(value)) return say('不能换行', 'One line only')
  switch (type) {
    case 'integer':
      return /^\d{1,12}$/.test(value) ? undefined : say('应是整数', 'A whole number')
    case 'choice':
      return options?.some((option) => option.value === value) ? undefined : say('请从选项中选择', 'Choose one of the options')
    case 'host':
      return wrongAddress(value, true)
    case 'url':
      return wrongAddress(value, false)
    default:
      return undefined
  }
}

/** What is in braces is filled later; it may not choose the host. */
function wrongAddress(value: string, bare: boolean): Sentence | undefined {
  const url = URL.parse(value)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return say('应以 https:// 或 http:// 开头', 'It begins with https:// or http://')
  if (url.username !== '' || url.password !== '') return say('网址里不能带用户名和密码，请填在密钥里', 'No username or password in the address: enter it as a secret')
  if (/[{}]|%7b|%7d/i.test(url.host)) return say('主机名不能用占位', 'The host is not a place to be filled')
  if (bare && (url.pathname !== '/' || url.search !== '' || url.hash !== '')) return say('只填到主机和端口，不带路径', 'Host and port only, without a path')
  return undefined
}
