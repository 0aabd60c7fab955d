// 统一管理的场所: of each, who is on duty now, whether today's patrol was walked, and how many alarms are open.
import { BoardLines, BoardPanel, call, ConsoleLink, dayAfter, dayOf, figure, queryText, StateTag, useCan, useHolds, useMe, useNow, useSay, wallClock } from '@houqin/web-kit'
import type { MatterSummary, Page, Ref, WireAlarm, WireRow } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { duty, patrol, site } from '../../contract/index.ts'
import { keepers } from '../keepers.ts'
import { onWatch } from './on-watch.ts'
import type { Roster } from './on-watch.ts'
import './sites-panel.css'

const sitesQuery = queryOptions({
  queryKey: ['rows', site.id, 'managed'],
  queryFn: ({ signal }) => call<Page<WireRow>>(`/registers/${site.id}${queryText({ 'where.managed': 'true', sort: 'name', limit: 50 })}`, { signal }),
})
const rosterQuery = (day: string) =>
  queryOptions({
    queryKey: ['rows', duty.id, 'of the day', day],
    queryFn: async ({ signal }): Promise<Roster> => {
      const of = async (asOf: string, more: Readonly<Record<string, string>> = {}) => (await call<Page<WireRow>>(`/registers/${duty.id}${queryText({ asOf, ...more, limit: 200 })}`, { signal })).rows
      const [today, before] = await Promise.all([of(day), of(dayAfter(day, -1), { 'where.shift': 'night' })])
      return { today, before }
    },
  })
const patrolsQuery = (day: string) =>
  queryOptions({ queryKey: ['matters', patrol.id, 'of the day', day], queryFn: ({ signal }) => call<Page<MatterSummary>>(`/matters/${patrol.id}${queryText({ 'where.day': day, limit: 200 })}`, { signal }) })
const alarmsAt = (id: string) =>
  queryOptions({ queryKey: ['alarms', 'open', id], queryFn: ({ signal }) => call<Page<WireAlarm>>(`/alarms${queryText({ state: 'open', site: id, limit: 1 })}`, { signal }) })

export function Fill(): ReactNode {
  return useHolds(keepers) && <Sites />
}

/** Of a steward, the sites he answers for: what he may not see elsewhere is not told as nothing. */
function useWithinReach(): (site: string) => boolean {
  const reaches = useMe().roles.flatMap(({ role, site: at }) => (keepers.some((keeper) => keeper.role === role) ? [at?.id] : []))
  return (id) => reaches.includes(undefined) || reaches.includes(id)
}

function Sites(): ReactNode {
  const say = useSay()
  const now = useNow()
  const day = dayOf(now)
  const within = useWithinReach()
  const read = useQuery({ ...sitesQuery, select: ({ rows }) => rows.filter(({ id }) => within(id)) })
  const watches = useQuery(rosterQuery(day)).data
  const walks = useCan(patrol.id)('read')
  const patrols = useQuery({ ...patrolsQuery(day), enabled: walks }).data
  return (
    <BoardPanel title={say('驻点', 'Sites')} beside={(rows) => say(`${figure(rows.length)} 处`, figure(rows.length))} read={read} more={{ to: '/places/overview', title: say('全部场所', 'All sites') }}>
      {(rows) => (
        <BoardLines most={12} to="/places/overview">
          {rows.map((row) => (
            <OneSite
              key={row.id}
              row={row}
              watch={watches && onWatch(watches, { site: row.id, wall: wallClock(now) })}
              patrols={patrols?.rows.filter((one) => one.site?.id === row.id)}
              day={day}
            />
          ))}
        </BoardLines>
      )}
    </BoardPanel>
  )
}

function OneSite({ row: { id, name }, watch, patrols, day }: { row: WireRow; watch: readonly Ref[] | undefined; patrols: readonly MatterSummary[] | undefined; day: string }): ReactNode {
  const say = useSay()
  const { data: alarms } = useQuery(alarmsAt(id))
  const there = `/places/day?site=${id}`
  const [first, ...others] = watch ?? []
  return (
    <div className="pl-board-site">
      <ConsoleLink to={there} className="pl-board-name">
        {name}
      </ConsoleLink>
      <ConsoleLink to={`/places/duty-board?site=${id}`} className="pl-board-watch">
        {watch && (first ? `${first.name}${others.length > 0 ? say(` 等 ${watch.length} 人`, ` +${others.length}`) : ''}` : <span className="hq-warning">{say('无人值班', 'nobody on duty')}</span>)}
      </ConsoleLink>
      <span className="pl-board-walked">{patrols && <Walked patrols={patrols} to={`/matters/${patrol.id}?where.site=${id}&where.day=${day}`} />}</span>
      <span className="pl-board-alarms hq-figures">
        {alarms?.total ? (
          <ConsoleLink to={`${there}#pl-alarms`} className="hq-danger">
            {say(`告警 ${figure(alarms.total)}`, alarms.total === 1 ? '1 alarm' : `${figure(alarms.total)} alarms`)}
          </ConsoleLink>
        ) : (
          <span className="hq-secondary">{alarms && say('无告警', 'no alarm')}</span>
        )}
      </span>
    </div>
  )
}

function Walked({ patrols, to }: { patrols: readonly MatterSummary[]; to: string }): ReactNode {
  const say = useSay()
  if (patrols.length === 0) return <span className="hq-secondary">{say('今天不巡', 'no round')}</span>
  const [done, gaps, late] = [patrols.filter(({ state }) => state === 'done').length, patrols.some(({ state }) => state === 'gaps'), patrols.some(({ overdue }) => overdue)]
  const says = gaps ? say('有漏查', 'gaps') : done === patrols.length ? say('已巡查', 'walked') : say('待巡查', 'to walk')
  return (
    <ConsoleLink to={to}>
      <StateTag tone={late ? 'overdue' : gaps ? 'soon' : done === patrols.length ? 'done' : 'running'}>{patrols.length > 1 ? `${says} ${done}/${patrols.length}` : says}</StateTag>
    </ConsoleLink>
  )
}
