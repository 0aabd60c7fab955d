// 楼层平面图: a floor as it was on a day, coloured by use, organ, what is too much or free; press a room, or find somebody and fly there.
import { ChipChoice, ConsoleLink, dayAfter, dayOf, DayInput, Empty, Fault, PageHead, planLayer, Slot, useCan, useGo, useMe, useNames, useNow, usePlanMarks, useSay, Waiting } from '@houqin/web-kit'
import type { PlanMark } from '@houqin/web-kit'
import { placesOfficer, room as rooms, steward } from '@houqin/places'
import { repair } from '@houqin/service-desk'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { floorPlan } from '../../contract/index.ts'
import { colourings, coloured } from './colours.ts'
import type { Colouring } from './colours.ts'
import { Legend, useLegendWords } from './legend.tsx'
import { floorQuery, floorsQuery, seatsQuery } from './plan-query.ts'
import type { FloorPlan, PlannedFloor } from './plan-query.ts'
import { PlanTools } from './plan-tools.tsx'
import { RoomCard } from './room-card.tsx'
import { StackView } from './stack-view.tsx'
import { UploadSheet } from './upload-sheet.tsx'
import { WaitingDrawings } from './waiting-drawings.tsx'
import './plan.css'

// begun with the page, so that the floor is asked for while it is read
const canvas = import('@houqin/web-kit/plan')
const PlanCanvas = lazy(async () => ({ default: (await canvas).PlanCanvas }))

interface View {
  readonly floor: string
  readonly day: string
  readonly by: Colouring
  readonly room: string
  /** All floors of the building as a pile. */
  readonly pile: boolean
}

export function Screen(): ReactNode {
  const say = useSay()
  const [view, change] = usePlanView()
  const floors = useQuery({ ...floorsQuery(view.day), placeholderData: (before) => before })
  const rows = floors.data?.rows ?? []
  const first = firstFloor(rows)
  const floor = view.floor || first?.id || ''
  const plan = useQuery({ ...floorQuery({ floor, day: view.day }), placeholderData: (before) => before })
  const shown = rows.find(({ id }) => id === floor)
  const { marks, of, show } = usePlanMarks()
  const broken = useMemo(() => new Set(of(repair.id).flatMap(({ room }) => room ?? [])), [of])
  const pile = view.pile ? rows.filter(({ building }) => building.id === shown?.building.id) : []
  const draws = useCan(floorPlan.id)('write')
  const looks = useMe().roles.some(({ role }) => role === placesOfficer.role || role === steward.role)
  const [bringing, setBringing] = useState(false)
  const go = useGo()
  const bring = draws && (
    <>
      <Button size="large" onClick={() => setBringing(true)}>{say('导入图纸', 'Bring in a drawing')}</Button>
      <Button size="large" disabled={floor === ''} onClick={() => go(`/office-space/plan/edit?floor=${floor}`)}>{say('在图上修改', 'Change it')}</Button>
    </>
  )
  return (
    <div className="os-plan">
      <PageHead title={say('楼层平面图', 'Floor plans')} actions={bring} />
      {looks && <WaitingDrawings />}
      {bringing && <UploadSheet floor={shown ? { id: shown.id, name: `${shown.building.name} ${shown.name}` } : null} onClose={() => setBringing(false)} />}
      <Bar floors={rows} view={{ ...view, floor }} change={change}>
        {shown && <div className="os-layers"><Slot key={shown.site.id} slot={planLayer} given={{ site: shown.site.id, floor, day: view.day, show }} /></div>}
      </Bar>
      {floors.error && !floors.data && <Fault error={floors.error} onRetry={() => void floors.refetch()} />}
      {floors.data && rows.length === 0 && <Empty title={say('这一天还没有平面图', 'No plan on this day')}>{say('换一天看,或由场所管理员导入图纸。', 'Choose another day, or have the places officer bring in a drawing.')}</Empty>}
      {plan.error && <Fault error={plan.error} onRetry={() => void plan.refetch()} />}
      {!plan.data && !plan.error && floor !== '' && <Waiting lines={8} />}
      {plan.data?.rooms.length === 0 && !plan.error && <Empty title={say('这一层没有可看的房间', 'No room of this floor is shown to you')}>{say('换一层看。', 'Choose another floor.')}</Empty>}
      {pile.length > 0 && <StackView floors={pile} day={view.day} by={view.by} repairs={broken} onOpen={(to) => change({ floor: to, pile: false, room: '' })} />}
      {pile.length === 0 && plan.data && plan.data.rooms.length > 0 && !plan.error && <Floor plan={plan.data} view={view} change={change} marks={marks} broken={broken} place={shown ? `${shown.site.name} ${shown.building.name} ${shown.name}` : plan.data.floor.name} />}
    </div>
  )
}

function Floor({ plan, view, change, marks, broken, place }: { plan: FloorPlan; view: View; change: (to: Partial<View>) => void; marks: readonly PlanMark[]; broken: ReadonlySet<string>; place: string }): ReactNode {
  const say = useSay()
  const names = useNames()
  const { colourOf, legend } = useMemo(() => coloured(plan.rooms, view.by, broken), [plan, view.by, broken])
  const shapes = useMemo(() => plan.rooms.map((room, at) => ({
    id: room.room?.id ?? `#${at}`, ring: room.ring, holes: room.holes, fill: colourOf(room),
    words: [room.number ?? '', room.people.length > 0 ? room.people.map(({ name }) => name).join(' ') : (room.title ?? (room.purpose ? names.option(rooms.fields.purpose, room.purpose) : '')), room.organs[0]?.name ?? ''].filter((word) => word !== ''),
  })), [plan, colourOf, names])
  const colourWords = useColourWords()
  const picked = plan.rooms.find(({ room }, at) => (room?.id ?? `#${at}`) === view.room)
  const title = useLegendWords(plan.rooms, view.by)
  return (
    <div className="os-floor">
      <Suspense fallback={<Waiting lines={8} />}><PlanCanvas shapes={shapes} picked={view.room} onPick={(room) => change({ room })} label={`${plan.floor.name} ${plan.day}`} marks={marks} /></Suspense>
      <aside className="os-side">
        <Find day={view.day} change={change} />
        {picked && <RoomCard room={picked} />}
        {marks.filter(({ room }) => room !== null && room === picked?.room?.id).map(({ id, says, to }) => (
          <p key={id}><ConsoleLink to={to}>{says}</ConsoleLink></p>
        ))}
        <PlanTools plan={plan} place={place} title={colourWords[view.by]} shapes={shapes} legend={legend} nameOf={title} />
        <Legend entries={legend} nameOf={title} />
        <p className="hq-secondary hq-small">{say(`图纸:${plan.plan.source},${plan.plan.from} 起`, `Drawing: ${plan.plan.source}, from ${plan.plan.from}`)}</p>
      </aside>
    </div>
  )
}

function Bar({ floors, view, change, children }: { floors: readonly PlannedFloor[]; view: View; change: (to: Partial<View>) => void; children: ReactNode }): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const day = view.day || today
  const at = floors.find(({ id }) => id === view.floor)?.site.id
  const sites = new Map(floors.map(({ site }) => [site.id, site.name]))
  const here = floors.filter(({ site }) => site.id === at)
  const several = new Set(here.map(({ building }) => building.id)).size > 1
  const words = useColourWords()
  const back = 365
  return (
    <div className="os-bar">
      <select className="hq-native" aria-label={say('场所', 'Site')} value={at ?? ''} onChange={({ target }) => change({ floor: firstFloor(floors.filter(({ site }) => site.id === target.value))?.id ?? '', room: '' })}>
        {[...sites].map(([id, name]) => <option key={id} value={id}>{name}</option>)}
      </select>
      <select className="hq-native" aria-label={say('楼层', 'Floor')} value={view.floor} onChange={({ target }) => change({ floor: target.value, room: '' })}>
        {here.map(({ id, name, building }) => <option key={id} value={id}>{several ? `${building.name} ${name}` : name}</option>)}
      </select>
      <ChipChoice options={colourings.map((key) => ({ key, label: words[key] }))} chosen={[view.by]} onChange={([by]) => change({ by: by as Colouring })} />
      <label className="hq-chip">
        <input type="checkbox" checked={view.pile} onChange={({ target }) => change({ pile: target.checked, room: '' })} />
        {say('整栋堆叠', 'All floors')}
      </label>
      <div className="os-day">
        <DayInput value={day} onChange={(to) => change({ day: to === today ? '' : to })} label={say('哪一天', 'Which day')} />
        <input
          type="range" min={0} max={back} value={back - daysBetween(day, today)} aria-label={say('拖动看过去一年', 'Drag through the last year')}
          onChange={({ target }) => change({ day: Number(target.value) === back ? '' : dayAfter(today, Number(target.value) - back) })}
        />
      </div>
      {children}
    </div>
  )
}

function useColourWords(): Readonly<Record<Colouring, string>> {
  const say = useSay()
  return { use: say('按类别', 'By use'), organ: say('按单位', 'By organ'), rank: say('按职级', 'By rank'), over: say('看超标', 'Over standard'), vacant: say('看空置', 'Vacancy'), repair: say('看在修', 'Repairs') }
}

function Find({ day, change }: { day: string; change: (to: Partial<View>) => void }): ReactNode {
  const say = useSay()
  const [q, setQ] = useState('')
  const { data } = useQuery({ ...seatsQuery({ q: q.trim(), day }), placeholderData: (before) => before })
  const found = q.trim() === '' ? [] : (data?.rows ?? [])
  return (
    <div className="os-find">
      <input className="hq-native" type="search" value={q} aria-label={say('找人', 'Find somebody')} placeholder={say('找人,看他坐在哪里', 'Find somebody and see where he sits')} onChange={({ target }) => setQ(target.value)} />
      {q.trim() !== '' && data && found.length === 0 && <p className="hq-secondary">{say('画了图的楼层里没有叫这个名字的人。', 'Nobody of that name sits on a floor that is drawn.')}</p>}
      <ul>
        {found.map(({ person, organ, room, floor }) => (
          <li key={`${person.id} ${room.id}`}>
            <button type="button" onClick={() => {
              change({ floor, room: room.id })
              setQ('')
            }}>
              {person.name} <span className="hq-secondary">{organ} · {room.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function usePlanView(): readonly [View, (to: Partial<View>) => void] {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const go = useGo()
  const asked = new URLSearchParams(search)
  const by = colourings.find((one) => one === asked.get('by')) ?? 'organ'
  const view: View = { floor: asked.get('floor') ?? '', day: asked.get('day') ?? '', by, room: asked.get('room') ?? '', pile: asked.get('pile') === '1' }
  return [view, (to) => {
    const { pile, ...rest } = { ...view, ...to }
    const next = Object.entries({ ...rest, pile: pile ? '1' : '' }).filter(([, value]) => value !== '')
    go(`/office-space/plan?${new URLSearchParams(next).toString()}`, { replace: true })
  }]
}
/** Of the site with the most floors drawn, where most people look. */
function firstFloor(rows: readonly PlannedFloor[]): PlannedFloor | undefined {
  const sites = [...Map.groupBy(rows, ({ site }) => site.id).values()]
  const largest = sites.reduce<readonly PlannedFloor[]>((most, list) => (list.length > most.length ? list : most), [])
  return largest.find(({ number }) => number > 0) ?? largest[0]
}
function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.min(365, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)))
}
