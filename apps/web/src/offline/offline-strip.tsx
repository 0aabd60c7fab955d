// Said plainly while there is no network, and while something waits or was refused: one line under the top bar.
import { ConsoleLink, lastReadAt, serverNow, shortInstant, useCommands, useMe, useReached, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { useSendKept } from './use-send-kept.ts'
import './offline.css'

export function OfflineStrip(): ReactNode {
  const say = useSay()
  const { account } = useMe()
  const reached = useReached()
  const mine = useCommands().filter((command) => command.account === account)
  useSendKept()
  const waiting = mine.filter(({ state }) => state === 'waiting').length
  const refused = mine.filter(({ state }) => state === 'refused').length
  if (reached && waiting === 0 && refused === 0) return null
  const seenAt = lastReadAt()
  const at = seenAt && shortInstant({ instant: seenAt.toISOString(), now: serverNow(), say })
  return (
    <output className="hq-offline" data-reached={reached ? '' : undefined}>
      {!reached && (
        <span>
          {at ? say(`没有网络，看到的是 ${at} 的内容。`, `No network: this is as of ${at}.`) : say('没有网络。', 'No network.')}
          {waiting === 0 && say('照常办事，会先记下，联网后发送。', ' Go on: what you do is kept and sent later.')}
        </span>
      )}
      {waiting > 0 && <ConsoleLink to="/waiting">{reached ? say(`正在发送 ${waiting} 件`, `Sending ${waiting}`) : say(`已记下 ${waiting} 件，联网后发送`, `${waiting} kept, sent when the network is back`)}</ConsoleLink>}
      {refused > 0 && <ConsoleLink to="/waiting">{say(`${refused} 件没有办成，请查看`, `${refused} not done: look`)}</ConsoleLink>}
    </output>
  )
}
