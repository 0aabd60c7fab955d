// What waits to be sent 待发送: commands given without a network, what the server answered, and what one may do about it.
import { ConsoleLink, dropCommand, Empty, PageHead, sendCommands, StateTag, useCommands, useMe, useReached, useSay, WhenText } from '@houqin/web-kit'
import type { Command } from '@houqin/web-kit'
import { Button } from 'antd'
import type { ReactNode } from 'react'

export function WaitingPage(): ReactNode {
  const say = useSay()
  const { account } = useMe()
  const reached = useReached()
  const mine = useCommands().filter((command) => command.account === account)
  const waiting = mine.filter(({ state }) => state === 'waiting').length
  return (
    <div className="hq-stack hq-narrow">
      <PageHead
        title={say('待发送', 'Waiting to be sent')}
        actions={
          waiting > 0 && (
            <Button type="primary" disabled={!reached} onClick={() => void sendCommands(account, say)}>
              {say('现在发送', 'Send now')}
            </Button>
          )
        }
      />
      {mine.length === 0 ? (
        <Empty title={say('没有等待发送的', 'Nothing waits')}>{say('没有网络时办的事会记在这里，联网后自动发送，结果也在这里看。', 'What you do without a network is kept here, sent when it is back, and told here.')}</Empty>
      ) : (
        <ul className="hq-cards" aria-label={say('待发送', 'Waiting to be sent')}>
          {mine.map((command) => (
            <li key={command.key} className="hq-panel">
              <Kept command={command} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Kept({ command: { key, title, page, state, says, givenAt } }: { command: Command }): ReactNode {
  const say = useSay()
  return (
    <>
      <p className="hq-row">
        <strong>{title}</strong>
        <StateTag tone={state === 'sent' ? 'done' : state === 'refused' ? 'overdue' : 'waiting'}>
          {state === 'sent' ? say('已发送', 'Sent') : state === 'refused' ? say('没有办成', 'Not done') : say('等待发送', 'Waiting')}
        </StateTag>
        <span className="hq-secondary hq-small">
          <WhenText at={givenAt} />
        </span>
      </p>
      {state === 'refused' && <p className="hq-danger">{says}</p>}
      {state === 'waiting' && <p className="hq-secondary">{say('已记下，联网后发送。', 'Kept; it is sent when the network is back.')}</p>}
      <div className="hq-row">
        <ConsoleLink to={page}>{say('打开看看', 'Open')}</ConsoleLink>
        <Button type="text" onClick={() => void dropCommand(key)}>
          {state === 'waiting' ? say('不发了', 'Do not send') : say('知道了', 'Done')}
        </Button>
      </div>
    </>
  )
}
