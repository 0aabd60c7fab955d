// 楼层平面图: a floor as it was on a day, coloured by use, organ, what is too much or free; press a room, or find somebody and fly there.
import { ChipChoice, ConsoleLink, dayAfter, dayOf, DayInput, Empty, Fault, PageHead, planLayer, Slot, useAtLeisure, useCan, useChosenSite, useGo, useMe, useNames, useNow, useOnSwitch, usePlanMarks, useSay, Waiting } from '@houqin/web-kit'
import type { PlanMark } from '@houqin/web-kit'
import { PlanCanvas } from '@houqin/web-kit/plan'
import { placesOfficer, room as rooms, steward } from '@houqin/places'
import { repair } from '@houqin/service-desk'
import { useQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { floorPlan } from '../../contract/index.ts'
import { colourings, coloured } from './colours.ts'
import type { Colouring } from './colours.ts'
import { Legend, useLegendWords } from './legend.tsx'
import { askAhead, floorQuery, floorsQuery, keepFloor, lastFloor, seatsQuery } from './plan-query.ts'
import { PlanTools } from './plan-tools.tsx'
import { RoomCard } from './room-card.tsx'
import { StackView } from './stack-view.tsx'
import { UploadSheet } from './upload-sheet.tsx'
import { WaitingDrawings } from './waiting-drawings.tsx'
import './plan.css'
import type { FloorOnADay, PlannedFloor, PlannedFloors } from '../../contract/answers.ts'

// the floor is on its way before anything is drawn; where the address names it, it was asked for with the page (`ahead` of the web part)
if (location.pathname === '/office-space/plan') {
  const { floor, day } = viewIn(location.search)
  askAhead({ floor: floor || lastFloor(), day })
}

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
  const at = useChosenSite()?.id ?? ''
  const [last] = useState(() => lastFloor(at))
  const floors = useQuery({ ...floorsQuery({ near: view.floor || last, day: view.day }), placeholderData: (before) => before })
  const rows = floors.data?.rows ?? []
  // asked for before it is known which floors are drawn; that of last time may be so no longer
  const floor = view.floor || (!floors.data || rows.some(({ id }) => id === last) ? last : firstOf(floors.data, at))
  const plan = useQuery({ ...floorQuery({ floor, day: view.day }), placeholderData: (before) => before })
  const shown = rows.find(({ id }) => id === floor)
  const { marks, of, show } = usePlanMarks()
  const broken = useMemo(() => new Set(of(repair.id).flatMap(({ room }) => room ?? [])), [of])
  const pile = view.pile ? rows.filter(({ building }) => building.id === shown?.building.id) : []
  const [drawn, setDrawn] = useState(false)
  const leisure = useAtLeisure(drawn)
  // what stands about the plan is fetched and drawn after it, where there is one to wait for
  const about = leisure || pile.length > 0 || plan.error !== null || plan.data?.rooms.length === 0 || (floors.data !== undefined && floor === '') || floors.error !== null
  useEffect(() => {
    if (shown) keepFloor(shown)
  }, [shown])
  const elsewhere = view.floor === '' && floors.data !== undefined && shown === undefined ? floor : ''
  useEffect(() => {
    // the floors that are told are those of another site
    if (elsewhere !== '') change({ floor: elsewhere })
    // once for each
    // oxlint-disable-next-line react/exhaustive-deps
  }, [elsewhere])
  useOnSwitch((site) => {
    const to = floors.data?.sites.find(({ id }) => id === site?.id)?.first
    if (to !== undefined) change({ floor: to, room: '' })
  })
  const failed = plan.error !== null && (view.floor !== '' || floors.data !== undefined)
  return (
    <div className="os-plan">
      <PageHead title={say('楼层平面图', 'Floor plans')} actions={about && <Bring floor={floor} shown={shown} />} />
      {about && <Waitings />}
      <Bar floors={floors.data} about={about} view={{ ...view, floor }} change={change}>
        {about && shown && <div className="os-layers"><Slot key={shown.site.id} slot={planLayer} given={{ site: shown.site.id, floor, day: view.day, show }} /></div>}
      </Bar>
      {floors.error && !floors.data && <Fault error={floors.error} onRetry={() => void floors.refetch()} />}
      {floors.data && rows.length === 0 && <Empty title={say('这一天还没有平面图', 'No plan on this day')}>{say('换一天看，或由场所管理员导入图纸。', 'Choose another day, or have the places officer bring in a drawing.')}</Empty>}
      {failed && <Fault error={plan.error} onRetry={() => void plan.refetch()} />}
      {!plan.data && !failed && (floor !== '' || !floors.data) && !floors.error && <Waiting lines={8} />}
      {plan.data?.rooms.length === 0 && !plan.error && <Empty title={say('这一层没有可看的房间', 'No room of this floor is shown to you')}>{say('换一层看。', 'Choose another floor.')}</Empty>}
      {pile.length > 0 && <StackView floors={pile} day={view.day} by={view.by} repairs={broken} onOpen={(to) => change({ floor: to, pile: false, room: '' })} />}
      {pile.length === 0 && plan.data && plan.data.rooms.length > 0 && !plan.error && (
        <Floor plan={plan.data} view={view} change={change} marks={marks} broken={broken} about={about} onDrawn={() => setDrawn(true)} place={shown ? `${shown.site.name} ${shown.building.name} ${shown.name}` : plan.data.floor.name} />
      )}
    </div>
  )
}

/** What whoever draws may do. */
function Bring({ floor, shown }: { floor: string; shown: PlannedFloor | undefined }): ReactNode {
  const say = useSay()
  const go = useGo()
  const draws = useCan(floorPlan.id)('write')
  const [bringing, setBringing] = useState(false)
  if (!draws) return null
  return (
    <>
      <Button size="large" onClick={() => setBringing(true)}>{say('导入图纸', 'Bring in a drawing')}</Button>
      <Button size="large" disabled={floor === ''} onClick={() => go(`/office-space/plan/edit?floor=${floor}`)}>{say('在图上修改', 'Change it')}</Button>
      {bringing && <UploadSheet floor={shown ? { id: shown.id, name: `${shown.building.name} ${shown.name}` } : null} onClose={() => setBringing(false)} />}
    </>
  )
}
function Waitings(): ReactNode {
  const looks = useMe().roles.some(({ role }) => role === placesOfficer.role || role === steward.role)
  return looks && <WaitingDrawings />
}

interface Drawing {
  readonly plan: FloorOnADay
  readonly view: View
  readonly change: (to: Partial<View>) => void
  readonly marks: readonly PlanMark[]
  readonly broken: ReadonlySet<string>
  /** Whether what stands about the plan is wanted by now. */
  readonly about: boolean
  readonly onDrawn: () => void
  readonly place: string
}
function Floor({ plan, view, change, marks, broken, about, onDrawn, place }: Drawing): ReactNode {
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
      <PlanCanvas shapes={shapes} picked={view.room} onPick={(room) => change({ room })} label={`${plan.floor.name} ${plan.day}`} marks={marks} onDrawn={onDrawn} />
      <aside className="os-side">
        {about && (
          <>
            <Find day={view.day} change={change} />
            {picked && <RoomCard room={picked} />}
            {marks.filter(({ room }) => room !== null && room === picked?.room?.id).map(({ id, says, to }) => (
              <p key={id}><ConsoleLink to={to}>{says}</ConsoleLink></p>
            ))}
            <PlanTools plan={plan} place={place} title={colourWords[view.by]} shapes={shapes} legend={legend} nameOf={title} />
            <Legend entries={legend} nameOf={title} />
            <p className="hq-secondary hq-small">{say(`图纸：${plan.plan.source}，${plan.plan.from} 起`, `Drawing: ${plan.plan.source}, from ${plan.plan.from}`)}</p>
          </>
        )}
      </aside>
    </div>
  )
}

interface Choosing {
  readonly floors: PlannedFloors | undefined
  readonly about: boolean
  readonly view: View
  readonly change: (to: Partial<View>) => void
  readonly children: ReactNode
}
function Bar({ floors, about, view, change, children }: Choosing): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const day = view.day || today
  const here = floors?.rows ?? []
  const at = here.find(({ id }) => id === view.floor)?.site.id
  const several = new Set(here.map(({ building }) => building.id)).size > 1
  const words = useColourWords()
  const back = 365
  // its calendar is the heaviest of all that stands about a plan
  const calendar = useAtLeisure(about)
  return (
    <div className="os-bar">
      <select className="hq-native" aria-label={say('场所', 'Site')} value={at ?? ''} onChange={({ target }) => change({ floor: floors?.sites.find(({ id }) => id === target.value)?.first ?? '', room: '' })}>
        {floors?.sites.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
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
        {calendar
          ? <DayInput value={day} onChange={(to) => change({ day: to === today ? '' : to })} label={say('哪一天', 'Which day')} />
          : <input className="hq-native" disabled value={day} aria-label={say('哪一天', 'Which day')} />}
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
      <input className="hq-native" type="search" value={q} aria-label={say('找人', 'Find somebody')} placeholder={say('找人，看他坐在哪里', 'Find somebody and see where he sits')} onChange={({ target }) => setQ(target.value)} />
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
  const view = viewIn(search)
  return [view, (to) => {
    const { pile, ...rest } = { ...view, ...to }
    const next = Object.entries({ ...rest, pile: pile ? '1' : '' }).filter(([, value]) => value !== '')
    go(`/office-space/plan?${new URLSearchParams(next).toString()}`, { replace: true })
  }]
}
/** The first floor of the chosen site, where one of it is drawn; else of the site that is told of. */
function firstOf({ rows, sites }: PlannedFloors, chosen: string): string {
  return (sites.find(({ id }) => id === chosen) ?? sites.find(({ id }) => id === rows[0]?.site.id))?.first ?? ''
}
function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.min(365, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)))
}
function viewIn(search: string): View {
  const asked = new URLSearchParams(search)
  const by = colourings.find((one) => one === asked.get('by')) ?? 'organ'
  return { floor: asked.get('floor') ?? '', day: asked.get('day') ?? '', by, room: asked.get('room') ?? '', pile: asked.get('pile') === '1' }
}
