// Alarms 告警: what devices say is wrong, how bad, since when, by which clause, and what was started about it.
import type { WireAlarm } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { alarmsQuery } from '../api/queries.ts'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { Empty } from '../blocks/empty.tsx'
import { Fault } from '../blocks/error-boundary.tsx'
import { Findings } from '../blocks/findings.tsx'
import { PageHead } from '../blocks/page-head.tsx'
import { StateTag } from '../blocks/state-tag.tsx'
import type { TagTone } from '../blocks/state-tag.tsx'
import { Tabs } from '../blocks/tabs.tsx'
import { Waiting } from '../blocks/waiting.tsx'
import { WhenText } from '../blocks/when-text.tsx'
import { useNow } from '../clock.ts'
import { durationText } from '../format/when.ts'
import { useHouse } from '../parts/house.tsx'
import { pathOfNumber, pathOfRow } from '../parts/paths.ts'
import { OneSite } from '../site/one-site.tsx'
import { useChosenSite } from '../site/use-chosen-site.ts'
import { useSite } from '../site/use-site.ts'
import { useNames, useSay, useToldOf } from '../words/words.tsx'
import './alarm.css'

// First screens show alarms; what a button needs is fetched once there is one to answer.
const Acknowledging = lazy(async () => ({ default: (await import('./acknowledging.tsx')).Acknowledging }))

export function AlarmList(): ReactNode {
  const say = useSay()
  const { site, change } = useSite()
  return (
    <>
      <PageHead title={say('告警', 'Alarms')} beside={site !== '' && <OneSite site={site} onAll={() => change('')} />} />
      <Tabs
        label={say('告警', 'Alarms')}
        tabs={[
          { key: 'open', title: say('未确认', 'Open'), body: () => <AlarmRows state="open" site={site} /> },
          { key: 'acknowledged', title: say('处理中', 'Acknowledged'), body: () => <AlarmRows state="acknowledged" site={site} /> },
          { key: 'cleared', title: say('已解除', 'Cleared'), body: () => <AlarmRows state="cleared" site={site} /> },
        ]}
      />
    </>
  )
}

/** @param most at most so many, for a first screen. @param site empty for all; the chosen one where it is not told. */
export function AlarmRows({ state, most, site }: { state: WireAlarm['state']; most?: number; site?: string }): ReactNode {
  const say = useSay()
  const chosen = useChosenSite()
  const at = site ?? chosen?.id ?? ''
  const { data, error, refetch } = useQuery(alarmsQuery(state, at))
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={4} />
  if (data.rows.length === 0)
    return (
      <Empty title={at === '' ? say('没有告警', 'No alarms') : say('这处场所没有告警', 'No alarms at this site')}>
        {say('设备读数超出规定时会出现在这里，并写明依据。', 'When a reading leaves what a standard allows, it appears here with its source.')}
      </Empty>
    )
  return (
    <ul className="hq-cards">
      {data.rows.slice(0, most).map((alarm) => (
        <li key={alarm.id}>
          <OneAlarm alarm={alarm} />
        </li>
      ))}
    </ul>
  )
}

const tones: Readonly<Record<WireAlarm['severity'], TagTone>> = { minor: 'waiting', major: 'soon', critical: 'overdue' }

function OneAlarm({ alarm }: { alarm: WireAlarm }): ReactNode {
  const say = useSay()
  const names = useNames()
  const told = useToldOf()
  const now = useNow()
  const house = useHouse()
  const severities = { minor: say('一般', 'Minor'), major: say('重要', 'Major'), critical: say('紧急', 'Critical') }
  const matter = alarm.matter ? house.matterOf(alarm.matter) : undefined
  const lasted = durationText((alarm.clearedAt ? new Date(alarm.clearedAt) : now).getTime() - new Date(alarm.raisedAt).getTime(), say)
  return (
    <div className="hq-alarm">
      <div className="hq-row">
        <StateTag tone={alarm.state === 'cleared' ? 'done' : tones[alarm.severity]}>{severities[alarm.severity]}</StateTag>
        <strong>{names.phrase(alarm.title)}</strong>
        {alarm.register ? <ConsoleLink to={pathOfRow(alarm.register, alarm.subject.id)}>{told(alarm.register, alarm.subject.name)}</ConsoleLink> : alarm.subject.name}
        <span className="hq-secondary hq-small hq-alarm-when">
          <WhenText at={alarm.raisedAt} /> · {say(`持续 ${lasted}`, `for ${lasted}`)}
        </span>
      </div>
      {alarm.finding && <Findings findings={[alarm.finding]} />}
      <div className="hq-row">
        {alarm.matter && <span className="hq-secondary">{say('已转办', 'Handed on as')}</span>}
        {alarm.matter && (matter ? <ConsoleLink to={pathOfNumber(matter.id, alarm.matter)}>{alarm.matter}</ConsoleLink> : alarm.matter)}
        {alarm.acknowledgedName && <span className="hq-secondary hq-small">{say(`${alarm.acknowledgedName} 已确认`, `acknowledged by ${alarm.acknowledgedName}`)}</span>}
      </div>
      {alarm.mayAcknowledge && (
        <Suspense fallback={null}>
          <Acknowledging id={alarm.id} />
        </Suspense>
      )}
    </div>
  )
}
