// 驻点一天: one screen for whoever answers for a site: who is on duty, what is open, what alarms, what expires, the hand-over.
import { dayAfter, dayOf, dayText, Fault, figure, PageHead, ProblemError, RowPicker, Slot, useGo, useNow, useSay, useSite, Waiting } from '@houqin/web-kit'
import type { Ref } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { placesDay, site } from '../../contract/index.ts'
import { AlarmsCard } from './alarms-card.tsx'
import { stewardDayQuery } from './day-query.ts'
import type { ShownDay } from './day-query.ts'
import { DoorsCard } from './doors-card.tsx'
import { ExpiringCard } from './expiring-card.tsx'
import { HandoverCard } from './handover-card.tsx'
import { OnDutyCard } from './on-duty-card.tsx'
import { PatrolCard } from './patrol-card.tsx'
import './day.css'

export function Screen(): ReactNode {
  const say = useSay()
  const day = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr })).get('day') ?? ''
  const { site: at, named } = useSite()
  const chosen = useQuery({ ...stewardDayQuery({ site: at, day }), placeholderData: (before) => before })
  // the chosen site need not be one whose day is his; the one his address names is an answer of its own
  const elsewhere = !named && at !== '' && chosen.error instanceof ProblemError && chosen.error.type === 'not-found'
  const own = useQuery({ ...stewardDayQuery({ site: '', day }), enabled: elsewhere })
  const { data, error, refetch } = elsewhere ? own : chosen
  if (error && !data) return <Fault title={say('驻点一天', 'The site’s day')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={10} />
  return <Day day={data} />
}

function Day({ day }: { day: ShownDay }): ReactNode {
  const say = useSay()
  const go = useGo()
  const now = useNow()
  const today = dayOf(now)
  const open = (to: { site?: string; day?: string }): void => {
    const query = new URLSearchParams({ site: to.site ?? day.site.id, ...((to.day ?? day.day) !== today && { day: to.day ?? day.day }) })
    go(`/places/day?${query.toString()}`, { replace: true })
  }
  const isToday = day.day === today
  return (
    <div className="pl-day">
      <PageHead title={day.site.name} beside={<span className="hq-secondary hq-figures">{dayText(day.day, say)}</span>} actions={<SiteChoice chosen={day.site} onChange={(id) => open({ site: id })} />} />
      <fieldset className="hq-set pl-day-switch" aria-label={say('哪一天', 'Which day')}>
        {[dayAfter(today, -1), today].map((one) => (
          <button key={one} type="button" aria-pressed={day.day === one} onClick={() => open({ day: one })}>
            {one === today ? say('今天', 'Today') : say('昨天', 'Yesterday')}
          </button>
        ))}
      </fieldset>
      <Glance day={day} />
      <div className="pl-day-columns">
        <div className="hq-stack">
          {isToday && <PatrolCard site={day.site} />}
          <Slot slot={placesDay} given={{ site: day.site, day: day.day, isToday }} />
          <AlarmsCard alarms={day.alarms} />
        </div>
        <div className="hq-stack">
          <HandoverCard key={`${day.site.id} ${day.day}`} day={day} isToday={isToday} />
          <OnDutyCard day={day} />
          <ExpiringCard expiring={day.expiring} today={today} />
          <DoorsCard site={day.site} />
        </div>
      </div>
    </div>
  )
}

/** The day in five words and figures, so that three seconds are enough. */
function Glance({ day }: { day: ShownDay }): ReactNode {
  const say = useSay()
  const items = [
    { label: say('在办', 'Open'), value: day.matters.length, bad: false, at: 'pl-open' },
    { label: say('超时', 'Overdue'), value: day.overdue, bad: day.overdue > 0, at: 'pl-open' },
    { label: say('告警', 'Alarms'), value: day.alarms.length, bad: day.alarms.length > 0, at: 'pl-alarms' },
    { label: say('值班', 'On duty'), value: day.onDuty.length, bad: day.onDuty.length === 0, at: 'pl-duty' },
    { label: say('到期', 'Expiring'), value: day.expiring.length, bad: false, at: 'pl-expiring' },
  ]
  return (
    <nav className="pl-glance" aria-label={say('今天概况', 'The day at a glance')}>
      {items.map(({ label, value, bad, at }) => (
        <a key={label} href={`#${at}`} data-bad={bad ? '' : undefined}>
          <span className="hq-figures">{figure(value)}</span>
          <span className="hq-small">{label}</span>
        </a>
      ))}
    </nav>
  )
}

function SiteChoice({ chosen, onChange }: { chosen: Ref; onChange: (site: string) => void }): ReactNode {
  const say = useSay()
  return (
    <div className="pl-site-choice">
      <RowPicker register={site.id} chosen={chosen} clearable={false} label={say('换一处场所', 'Another site')} onChange={(row) => row && onChange(row.id)} />
    </div>
  )
}
