// Setting up a channel 填写渠道: a form for its kind; secrets go in and never come back.
import { call, FieldBox, KeptForm, newIdempotencyKey, ProblemError, Sheet, useKeptDraft, useSay, WordsArea } from '@houqin/web-kit'
import type { ChannelRow, FieldForm, KindForm } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber, Select, Switch } from 'antd'
import { useId, useState } from 'react'
import type { ComponentProps, ReactNode } from 'react'
import { channelsQuery } from './channels-query.ts'

type Values = Readonly<Record<string, string>>
interface Draft {
  readonly kind: string
  readonly title: string
  readonly settings: Values
  readonly perMinute: number
  readonly enabled: boolean
}

export function ChannelSheet({ kinds, row, onClose }: { kinds: readonly KindForm[]; row?: ChannelRow; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const kept = useKeptDraft<Draft>(row ? `channel.${row.id}.${row.version}` : 'channel.new', row ? draftOf(row) : freshDraft(kinds, kinds[0]?.kind ?? '', ''))
  // a kind that is no more
  const draft = kinds.some(({ kind }) => kind === kept.values.kind) ? kept.values : freshDraft(kinds, kinds[0]?.kind ?? '', '')
  // not kept with the draft: what is secret does not lie about in the browser
  const [secrets, setSecrets] = useState<Values>({})
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  const [key, setKey] = useState(newIdempotencyKey)
  const form = kinds.find(({ kind }) => kind === draft.kind)
  const change = kept.set
  async function send(): Promise<void> {
    setSending(true)
    setProblem(null)
    const { kind, ...body } = { title: draft.title, settings: draft.settings, perMinute: draft.perMinute, enabled: draft.enabled, kind: draft.kind }
    const given = Object.fromEntries(Object.entries(secrets).filter(([, secret]) => secret !== ''))
    const withSecrets = Object.keys(given).length > 0 ? { secrets: given } : {}
    try {
      if (row) await call(`/channels/${row.id}`, { method: 'PATCH', version: row.version, body: { ...body, ...withSecrets } })
      else await call('/channels', { method: 'POST', idempotencyKey: key, body: { kind, ...body, ...withSecrets } })
      kept.sent()
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey })
      onClose()
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
      // what is corrected and sent again is another request
      setKey(newIdempotencyKey())
    } finally {
      setSending(false)
    }
  }
  const issueAt = (at: string): string | undefined => problem?.issues.find((issue) => issue.at === at)?.says
  const shown = new Set(['title', ...(form?.fields.map(({ name }) => `settings.${name}`) ?? []), ...(form?.secrets.map(({ name }) => `secrets.${name}`) ?? [])])
  return (
    <Sheet title={row ? row.title : say('新增通知渠道', 'Add a notice channel')} onClose={onClose}>
      <KeptForm kept={kept} problem={problem} others={problem?.issues.filter(({ at }) => !shown.has(at)).map(({ says }) => says) ?? []} sending={sending} onSend={() => void send()} onCancel={onClose}>
        <div className="hq-form">
          <Box name="kind" label={say('类型', 'Kind')}>
            {(input) => (
              <Select<string> {...input} disabled={row !== undefined} value={draft.kind} onChange={(kind) => change(freshDraft(kinds, kind, draft.title))} options={kinds.map(({ kind, title }) => ({ value: kind, label: title }))} />
            )}
          </Box>
          <Box name="title" label={say('名称', 'Title')} hint={form?.group ? say('就是群的名字，通知按它找到这个群', 'The name of the group: notices find it by this') : undefined} issue={issueAt('title')}>
            {(input) => <Input {...input} maxLength={40} value={draft.title} onChange={({ target }) => change({ title: target.value })} />}
          </Box>
          {form?.fields.map((field) => (
            <Box key={field.name} name={field.name} label={field.title} hint={field.hint ?? undefined} optional={field.optional} issue={issueAt(`settings.${field.name}`)}>
              {(input) => <SettingInput field={field} input={input} value={draft.settings[field.name] ?? ''} onChange={(value) => change({ settings: { ...draft.settings, [field.name]: value } })} />}
            </Box>
          ))}
          {form?.secrets.map((field) => {
            const set = row?.secrets[field.name]
            return (
              <Box key={field.name} name={field.name} label={field.title} hint={field.hint ?? undefined} optional={field.optional || Boolean(set)} issue={issueAt(`secrets.${field.name}`)}>
                {(input) => (
                  <Input.Password {...input} autoComplete="new-password" value={secrets[field.name] ?? ''} placeholder={set ? say(`${set} 已设置，不填则不变`, `Set on ${set}; empty leaves it`) : ''} onChange={({ target }) => setSecrets({ ...secrets, [field.name]: target.value })} />
                )}
              </Box>
            )
          })}
          <Box name="perMinute" label={say('每分钟最多几条', 'At most a minute')}>
            {(input) => <InputNumber {...input} min={1} max={6000} value={draft.perMinute} onChange={(perMinute) => change({ perMinute: perMinute ?? form?.perMinute ?? 1 })} />}
          </Box>
          <Box name="enabled" label={say('启用', 'In use')}>
            {({ id }) => <Switch id={id} checked={draft.enabled} onChange={(enabled) => change({ enabled })} />}
          </Box>
        </div>
      </KeptForm>
    </Sheet>
  )
}

type Draw = ComponentProps<typeof FieldBox>['children']

function Box({ name, label, hint, optional = false, issue, children }: { name: string; label: string; hint?: string | undefined; optional?: boolean; issue?: string | undefined; children: Draw }): ReactNode {
  const say = useSay()
  const id = useId()
  return (
    <FieldBox name={name} id={id} label={label} hint={hint} optional={optional} optionalWord={say('选填', 'optional')} issue={issue}>
      {children}
    </FieldBox>
  )
}

function SettingInput({ field, input, value, onChange }: { field: FieldForm; input: Parameters<Draw>[0]; value: string; onChange: (value: string) => void }): ReactNode {
  if (field.type === 'choice') return <Select<string> {...input} value={value} onChange={onChange} options={field.options.map((option) => ({ value: option.value, label: option.title }))} />
  if (field.type === 'area') return <WordsArea {...input} autoSize={{ minRows: 2, maxRows: 8 }} value={value} onChange={({ target }) => onChange(target.value)} />
  return <Input {...input} inputMode={field.type === 'integer' ? 'numeric' : field.type === 'host' || field.type === 'url' ? 'url' : 'text'} value={value} onChange={({ target }) => onChange(target.value)} />
}

function freshDraft(kinds: readonly KindForm[], kind: string, title: string): Draft {
  const form = kinds.find((one) => one.kind === kind)
  const settings = Object.fromEntries((form?.fields ?? []).flatMap(({ name, standard }) => (standard === null ? [] : [[name, standard]])))
  return { kind, title, settings, perMinute: form?.perMinute ?? 20, enabled: false }
}
function draftOf({ kind, title, settings, perMinute, enabled }: ChannelRow): Draft {
  return { kind, title, settings, perMinute, enabled }
}
