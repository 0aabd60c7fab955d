// 在办报修: the open repairs of a site by deadline, on the steward's day.
import { call, ConsoleLink, countQuery, dayAfter, Fault, instantOf, pathOfMatter, pathOfNumber, queryText, useGo, useSay, Waiting } from '@houqin/web-kit'
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
      <p className="hq-row hq-small">
        <Counted where={{ 'where.site': site.id, 'where.state.in': 'fixed,returned' }} words={(count) => say(`等报修人回应 ${count} 件`, `${count} waiting for their askers`)} />
        <Counted
          where={{ 'where.site': site.id, 'where.finishedAt.gte': instantOf(`${day}T00:00`), 'where.finishedAt.lt': instantOf(`${dayAfter(day, 1)}T00:00`) }}
          words={(count) => say(`当天完工 ${count} 件`, `${count} finished that day`)}
        />
      </p>
    </section>
  )
}

/** How many there are, as a link that opens them; nothing when there are none. */
function Counted({ where, words }: { where: Readonly<Record<string, string>>; words: (count: number) => string }): ReactNode {
  const { data } = useQuery(countQuery(repair.id, where))
  return data ? <ConsoleLink to={`${pathOfMatter(repair.id)}${queryText(where)}`}>{words(data)}</ConsoleLink> : null
}
