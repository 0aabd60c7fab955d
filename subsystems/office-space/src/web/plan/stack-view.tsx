// A building as a pile of its floors 楼栋堆叠: each floor laid down in its colours, the highest above; press one to open it.
import { useSay, Waiting } from '@houqin/web-kit'
import { useQueries } from '@tanstack/react-query'
import type { CSSProperties, ReactNode } from 'react'
import { coloured } from './colours.ts'
import type { Colouring } from './colours.ts'
import { Legend, useLegendWords } from './legend.tsx'
import { floorQuery } from './plan-query.ts'
import { extentOf, pathOf } from './plan-svg.ts'
import type { Extent } from './plan-svg.ts'
import type { FloorOnADay, PlannedFloor } from '../../contract/answers.ts'

/** How floors are laid down: pressed flat and pushed aside. */
const flat = 0.42
const aside = -0.35
/** Between two floors, hundredths of a metre: none covers another, since what is hidden cannot be compared. */
const apart = 130
/** Around a floor, hundredths of a metre. */
const edge = 40

export function StackView({ floors, day, by, repairs, onOpen }: { floors: readonly PlannedFloor[]; day: string; by: Colouring; repairs: ReadonlySet<string>; onOpen: (floor: string) => void }): ReactNode {
  const say = useSay()
  const ordered = floors.toSorted((a, b) => b.number - a.number)
  const plans = useQueries({ queries: ordered.map(({ id }) => floorQuery({ floor: id, day })), combine: (all) => all.map(({ data }) => data) })
  const loaded = plans.filter((plan) => plan !== undefined)
  const all = loaded.flatMap(({ rooms }) => rooms)
  const extent = extentOf(all)
  // one colour an organ in all floors
  const { colourOf, legend } = coloured(all, by, repairs)
  const nameOf = useLegendWords(all, by)
  if (loaded.length < ordered.length) return <Waiting lines={8} />
  const laid = piled(loaded, extent)
  const wide = extent.width * 100
  const shift = Math.abs(aside) * extent.height * 100
  const left = shift + wide * 0.2
  return (
    <div className="os-pile">
      <svg className="os-stack" viewBox={`${-left} 0 ${left + wide + edge * 2} ${laid.high}`} style={{ '--os-wide': `${wide}px` } as CSSProperties} aria-label={say('楼栋堆叠', 'The building floor by floor')}>
        {ordered.map((floor, at) => (
          <Lying key={floor.id} floor={floor} plan={loaded[at] as FloorOnADay} extent={extent} top={laid.tops[at] ?? 0} colourOf={colourOf} onOpen={() => onOpen(floor.id)} />
        ))}
      </svg>
      <Legend entries={legend} nameOf={nameOf} />
    </div>
  )
}

/** @returns where each floor's own coordinates begin, and how high the pile is; hundredths of a metre as they lie. */
function piled(plans: readonly FloorOnADay[], extent: Extent): { tops: readonly number[]; high: number } {
  const tops: number[] = []
  let high = apart / 2
  for (const { rooms } of plans) {
    const { back, front } = reach(rooms, extent)
    tops.push(high - back * flat)
    high += (front - back) * flat + apart
  }
  return { tops, high }
}
/** A floor from its far edge to its near one, from the far edge of the whole, hundredths of a metre. */
function reach(rooms: FloorOnADay['rooms'], extent: Extent): { back: number; front: number; left: number; right: number } {
  const own = extentOf(rooms)
  const back = (extent.minY + extent.height - own.minY - own.height) * 100
  const left = (own.minX - extent.minX) * 100
  return { back: back - edge, front: back + own.height * 100 + edge, left: left - edge, right: left + own.width * 100 + edge }
}

function Lying({ floor, plan, extent, top, colourOf, onOpen }: { floor: PlannedFloor; plan: FloorOnADay; extent: Extent; top: number; colourOf: ReturnType<typeof coloured>['colourOf']; onOpen: () => void }): ReactNode {
  const say = useSay()
  const { back, front, left, right } = reach(plan.rooms, extent)
  const people = plan.rooms.reduce((sum, room) => sum + room.people.length, 0)
  return (
    <g
      // a floor lies on the drawing, where no button can
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="button"
      className="os-stack-floor" tabIndex={0} aria-label={say(`${floor.name}，${plan.rooms.length} 间，${people} 人`, `${floor.name}, ${plan.rooms.length} rooms, ${people} people`)} transform={`translate(0 ${top})`} onClick={onOpen}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && onOpen()}
    >
      <g transform={`matrix(1 0 ${aside} ${flat} 0 0)`}>
        <rect x={left} y={back} width={right - left} height={front - back} className="os-stack-slab" />
        {plan.rooms.map((room, at) => <path key={at} d={pathOf(room, extent)} fill={colourOf(room)} stroke="#555" strokeWidth="4" fillRule="evenodd" />)}
      </g>
      <text x={aside * front - extent.width * 2} y={front * flat} textAnchor="end">{floor.name}</text>
    </g>
  )
}
