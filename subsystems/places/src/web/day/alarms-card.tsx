// 告警: what a device says is wrong at the site, by which clause, and the two things to do about it.
import { call, ConsoleLink, durationText, Findings, pathOfNumber, pathOfRow, ProblemNotice, Slot, StateTag, useAttempt, useHouse, useNames, useNow, useSay, useToast, useToldOf, WhenText } from '@houqin/web-kit'
import type { WireAlarm } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { alarmActions } from '../../contract/index.ts'

export function AlarmsCard({ alarms }: { alarms: readonly WireAlarm[] }): ReactNode {
  const say = useSay()
  return (
    <section className="hq-panel pl-card" id="pl-alarms" aria-label={say('告警', 'Alarms')}>
      <div className="pl-card-head hq-thumbs">
        <h2>{say('告警', 'Alarms')}</h2>
        <ConsoleLink to="/alarms">{say('全部', 'All')}</ConsoleLink>
      </div>
      {alarms.length === 0 ? (
        <p className="hq-secondary">{say('没有告警。室温等读数超出规定时，会带着依据出现在这里。', 'No alarms. When a reading such as a room’s temperature leaves its limits, it appears here with its source.')}</p>
      ) : (
        <ul className="pl-alarms">
          {alarms.map((alarm) => (
            <li key={alarm.id}>
              <OneAlarm alarm={alarm} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function OneAlarm({ alarm }: { alarm: WireAlarm }): ReactNode {
  const say = useSay()
  const names = useNames()
  const about = useToldOf()(alarm.register, alarm.subject.name)
  const now = useNow()
  const toast = useToast()
  const house = useHouse()
  const client = useQueryClient()
  const { problem, busy, run } = useAttempt()
  const started = alarm.matter ? house.matterOf(alarm.matter) : undefined
  const lasted = durationText(now.getTime() - new Date(alarm.raisedAt).getTime(), say)
  const acknowledge = async (): Promise<void> => {
    await call(`/alarms/${alarm.id}/acknowledge`, { method: 'POST', body: {} })
    toast({ says: say(`已确认：${about}`, `Acknowledged: ${about}`) })
    await client.invalidateQueries({ queryKey: ['alarms'] })
  }
  return (
    <div className="hq-stack">
      <div>
        <p className="hq-row">
          {alarm.register ? <ConsoleLink to={pathOfRow(alarm.register, alarm.subject.id)}>{about}</ConsoleLink> : about}
          <strong>{names.phrase(alarm.title)}</strong>
          {alarm.state === 'acknowledged' && <StateTag tone="waiting">{say(`${alarm.acknowledgedName ?? ''}已确认`, `Acknowledged by ${alarm.acknowledgedName ?? ''}`)}</StateTag>}
        </p>
        <p className="hq-secondary hq-small">
          <WhenText at={alarm.raisedAt} /> · {say(`持续 ${lasted}`, `for ${lasted}`)}
        </p>
      </div>
      {alarm.finding && <Findings findings={[alarm.finding]} />}
      <div className="hq-row pl-alarm-actions">
        {alarm.matter ? (
          started ? <ConsoleLink to={pathOfNumber(started.id, alarm.matter)}>{say(`已生成 ${alarm.matter}`, `Started ${alarm.matter}`)}</ConsoleLink> : alarm.matter
        ) : (
          <Slot slot={alarmActions} given={{ alarm: { id: alarm.id, title: alarm.title, subject: alarm.subject, register: alarm.register ?? null, says: alarm.finding?.says ?? alarm.title } }} />
        )}
        {alarm.mayAcknowledge && (
          <button type="button" className="hq-more" disabled={busy} onClick={() => run(acknowledge)}>
            {say('确认', 'Acknowledge')}
          </button>
        )}
      </div>
      <ProblemNotice problem={problem} />
    </div>
  )
}
