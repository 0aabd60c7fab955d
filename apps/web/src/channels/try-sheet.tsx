// A trial 发一条试试: sends a message that says so, and shows what the other side answered.
import { call, FieldBox, FormFoot, ProblemNotice, Sheet, useAttempt, useSay } from '@houqin/web-kit'
import type { ChannelRow, KindForm, TriedChannel } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { channelsQuery } from './channels-query.ts'

export function TrySheet({ row, kind, onClose }: { row: ChannelRow; kind: KindForm | undefined; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const id = useId()
  const [to, setTo] = useState('')
  const [tried, setTried] = useState<TriedChannel | null>(null)
  const { problem, busy, run } = useAttempt()
  async function send(): Promise<void> {
    setTried(null)
    try {
      setTried(await call<TriedChannel>(`/channels/${row.id}/try`, { method: 'POST', body: { to } }))
    } finally {
      void client.invalidateQueries({ queryKey: channelsQuery.queryKey })
    }
  }
  return (
    <Sheet title={say(`发一条试试：${row.title}`, `A trial: ${row.title}`)} onClose={onClose}>
      <form
        noValidate
        className="hq-stack"
        onSubmit={(event) => {
          event.preventDefault()
          run(send)
        }}
      >
        {kind?.group === true ? (
          <p>{say('测试消息会发到这个机器人所在的群。', 'The trial goes to the group the robot is in.')}</p>
        ) : (
          <FieldBox name="to" id={id} label={say(`发给（${kind?.address ?? ''}）`, `To (${kind?.address ?? ''})`)} optionalWord="" issue={problem?.issues.find(({ at }) => at === 'to')?.says}>
            {(input) => <Input {...input} value={to} onChange={({ target }) => setTo(target.value)} />}
          </FieldBox>
        )}
        {tried && 'receipt' in tried && (
          <output>
            <strong>{say('已发出。', 'Sent.')}</strong> {say(`对方回执：${tried.receipt}`, `The other side answered: ${tried.receipt}`)}
          </output>
        )}
        {tried && 'problem' in tried && (
          <div className="hq-notice" role="alert">
            <p>
              <strong>{say('没有发出', 'It was not sent')}</strong>
            </p>
            <p>{tried.problem}</p>
          </div>
        )}
        <ProblemNotice problem={problem} />
        <FormFoot submit={say('发送测试消息', 'Send the trial')} sending={busy} onCancel={onClose} leave={say('关闭', 'Close')} />
      </form>
    </Sheet>
  )
}
