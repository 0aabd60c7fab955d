// Notice channels 通知渠道: how the house reaches people outside the console, whether it works, and how to try it.
import { call, Empty, Fault, FactList, late, PageHead, ProblemError, ProblemNotice, StateTag, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { ChannelRow, KindForm } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { channelsQuery, kindsQuery } from './channels-query.ts'
import { RemoveSheet } from './remove-sheet.tsx'

const ChannelSheet = late(async () => (await import('./channel-sheet.tsx')).ChannelSheet)
const TrySheet = late(async () => (await import('./try-sheet.tsx')).TrySheet)

type Open = { readonly what: 'new' } | { readonly what: 'change' | 'try' | 'remove'; readonly row: ChannelRow }

export function ChannelsPage(): ReactNode {
  const say = useSay()
  const kinds = useQuery(kindsQuery)
  const channels = useQuery(channelsQuery)
  const [open, setOpen] = useState<Open | null>(null)
  const failed = kinds.error ?? channels.error
  if (failed && !(kinds.data && channels.data)) return <Fault title={say('通知渠道', 'Notice channels')} error={failed} onRetry={() => void Promise.all([kinds.refetch(), channels.refetch()])} />
  if (!kinds.data || !channels.data) return <Waiting lines={8} />
  const forms = kinds.data.rows
  const kindOf = ({ kind }: ChannelRow): KindForm | undefined => forms.find((one) => one.kind === kind)
  const rows = channels.data.rows
  const close = (): void => setOpen(null)
  const add = (
    <Button type="primary" onClick={() => setOpen({ what: 'new' })}>
      {say('新增渠道', 'Add a channel')}
    </Button>
  )
  return (
    <div className="hq-stack">
      <PageHead title={say('通知渠道', 'Notice channels')} actions={add} />
      {rows.length === 0 && (
        <Empty title={say('还没有渠道：通知只在系统内可见', 'No channel yet: notices are seen in the console only')}>
          {say(`可以接入${forms.map(({ title }) => title).join('、')}。点“新增渠道”填写，再“发一条试试”。`, `Possible: ${forms.map(({ title }) => title).join(', ')}. Add one, then send a trial.`)}
        </Empty>
      )}
      {rows.map((row) => (
        <ChannelPanel key={row.id} row={row} kind={kindOf(row)} onDo={(what) => setOpen({ what, row })} />
      ))}
      {open?.what === 'new' && <ChannelSheet kinds={forms} onClose={close} />}
      {open?.what === 'change' && <ChannelSheet kinds={forms} row={open.row} onClose={close} />}
      {open?.what === 'try' && <TrySheet row={open.row} kind={kindOf(open.row)} onClose={close} />}
      {open?.what === 'remove' && <RemoveSheet row={open.row} onClose={close} />}
    </div>
  )
}

function ChannelPanel({ row, kind, onDo }: { row: ChannelRow; kind: KindForm | undefined; onDo: (what: 'change' | 'try' | 'remove') => void }): ReactNode {
  const say = useSay()
  const { today } = row
  return (
    <section className="hq-panel hq-stack" aria-label={row.title}>
      <h2 className="hq-row">
        <span className="hq-grow">
          {row.title} <span className="hq-secondary hq-small">{kind?.title}</span>
        </span>
        <StateTag tone={row.enabled ? 'done' : 'stopped'}>{row.enabled ? say('在用', 'In use') : say('未启用', 'Off')}</StateTag>
      </h2>
      <FactList
        facts={[
          { label: say('今天', 'Today'), value: say(`发出 ${today.sent} 条，失败 ${today.failed} 条`, `${today.sent} sent, ${today.failed} failed`) },
          { label: say('每分钟最多', 'At most a minute'), value: say(`${row.perMinute} 条`, `${row.perMinute}`) },
          { label: say('最近一次', 'Last'), value: today.last ? <><WhenText at={today.last.at} /> · {today.last.receipt}</> : '—' },
          { label: say('密码与密钥', 'Secrets'), value: secretsText(row, kind, say) },
        ]}
      />
      {today.problem && (
        <div className="hq-notice" role="note">
          <p>
            <strong>{say('最近的错误', 'The last error')}</strong> <WhenText at={today.problem.at} />
          </p>
          <p>{say(today.problem.says.zh, today.problem.says.en)}</p>
        </div>
      )}
      <div className="hq-row">
        <Button onClick={() => onDo('try')}>{say('发一条试试', 'Send a trial')}</Button>
        <Button onClick={() => onDo('change')}>{say('修改', 'Edit')}</Button>
        <TurnButton row={row} />
        <Button danger type="text" onClick={() => onDo('remove')}>
          {say('删除', 'Remove')}
        </Button>
      </div>
    </section>
  )
}

function TurnButton({ row }: { row: ChannelRow }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  async function turn(): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      await call(`/channels/${row.id}`, { method: 'PATCH', version: row.version, body: { enabled: !row.enabled } })
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <Button loading={sending} onClick={() => void turn()}>
        {row.enabled ? say('停用', 'Switch off') : say('启用', 'Switch on')}
      </Button>
      <ProblemNotice problem={problem} others={problem?.issues.map(({ says }) => says) ?? []} />
    </>
  )
}

function secretsText({ secrets }: ChannelRow, kind: KindForm | undefined, say: (zh: string, en: string) => string): string {
  const set = (kind?.secrets ?? []).map(({ name, title }) => (secrets[name] ? say(`${title}：${secrets[name]} 设置`, `${title}: set on ${secrets[name]}`) : say(`${title}：未设置`, `${title}: not set`)))
  return set.join('\n') || '—'
}
