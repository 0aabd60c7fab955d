// 在办报修: the open repairs of a site by deadline, on the steward's day.
import { call, ConsoleLink, dayAfter, Fault, instantOf, pathOfMatter, pathOfNumber, queryText, useGo, useSay, Waiting } from '@houqin/web-kit'
import type { ListedMatter, Page, Ref } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { repair } from '../../contract/index.ts'
import { byUrgencyThenDue, readRepair } from '../read-repair.ts'
import { RepairCard } from '../repair-card.tsx'
import './repairs-card.css'

const shown = 8

export function Fill({ site, day, isToday }: { site: Ref; day: string; isToday: boolean }): ReactNode {
  const say = useSay()
  const go = useGo()
  const { data, error, refetch } = useQuery({
    queryKey: ['matters', repair.id, 'open', site.id],
    queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ 'where.state.in': 'asked,dispatched,working,paused', 'where.site': site.id, sort: 'dueAt', limit: 200, total: true })}`, { signal }),
  })
  const lines = (data?.rows ?? []).map(readRepair).toSorted(byUrgencyThenDue)
  const waiting = lines.filter(({ state }) => state === 'asked').length
  return (
    <section className="hq-panel sd-day" id="pl-open" aria-label={say('在办报修', 'Open repairs')}>
      <div className="sd-day-head">
        <h2>
          {say('在办报修', 'Open repairs')} <span className="hq-secondary hq-figures">{data?.total ?? ''}</span>
        </h2>
        <span className="hq-row">
          {waiting > 0 && <ConsoleLink to={`/service-desk/dispatch?site=${site.id}`}>{say(`${waiting} 件待派单`, `${waiting} to send`)}</ConsoleLink>}
          <ConsoleLink to={`${pathOfMatter(repair.id)}?where.site=${site.id}&where.closedAt.null=true`}>{say('全部', 'All')}</ConsoleLink>
        </span>
      </div>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={4} />}
      {data && lines.length === 0 && <p className="hq-secondary">{say('没有在办的报修。', 'No repair is open.')}</p>}
      <ul className="hq-cards">
        {lines.slice(0, shown).map((line) => (
          <li key={line.number}>
            <RepairCard line={line} within={site.name} onChoose={() => go(line.state === 'asked' && isToday ? `/service-desk/dispatch?site=${site.id}&number=${line.number}` : pathOfNumber(repair.id, line.number))} />
          </li>
        ))}
      </ul>
      {lines.length > shown && <ConsoleLink to={`/service-desk/dispatch?site=${site.id}`}>{say(`还有 ${lines.length - shown} 件`, `${lines.length - shown} more`)}</ConsoleLink>}
      <DoneThatDay site={site.id} day={day} />
    </section>
  )
}

function DoneThatDay({ site, day }: { site: string; day: string }): ReactNode {
  const say = useSay()
  const where = { 'where.site': site, 'where.finishedAt.gte': instantOf(`${day}T00:00`), 'where.finishedAt.lt': instantOf(`${dayAfter(day, 1)}T00:00`) }
  const { data } = useQuery({
    queryKey: ['matters', repair.id, 'done-that-day', site, day],
    queryFn: ({ signal }) => call<Page<ListedMatter>>(`/matters/${repair.id}${queryText({ ...where, limit: 1, total: true })}`, { signal }),
  })
  if (!data?.total) return null
  return (
    <p className="hq-small">
      <ConsoleLink to={`${pathOfMatter(repair.id)}${queryText(where)}`}>{say(`当天完工 ${data.total} 件`, `${data.total} finished that day`)}</ConsoleLink>
    </p>
  )
}
