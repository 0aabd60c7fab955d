// A building as a pile of its floors 楼栋堆叠: each floor laid down in its colours, the highest on top; press one to open it.
import { useSay, Waiting } from '@houqin/web-kit'
import { useQueries } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { coloured } from './colours.ts'
import type { Colouring } from './colours.ts'
import { floorQuery } from './plan-query.ts'
import type { FloorPlan, PlannedFloor } from './plan-query.ts'
import { extentOf, pathOf } from './plan-svg.ts'

/** How floors are laid down: pressed flat and pushed aside. */
const flat = 0.42
const aside = -0.35
/** Between two floors, of the deepest floor's height as it lies. */
const apart = 0.62

export function StackView({ floors, day, by, repairs, onOpen }: { floors: readonly PlannedFloor[]; day: string; by: Colouring; repairs: ReadonlySet<string>; onOpen: (floor: string) => void }): ReactNode {
  const say = useSay()
  const ordered = floors.toSorted((a, b) => b.number - a.number)
  const plans = useQueries({ queries: ordered.map(({ id }) => floorQuery({ floor: id, day })), combine: (all) => all.map(({ data }) => data) })
  const loaded = plans.filter((plan) => plan !== undefined)
  const extent = extentOf(loaded.flatMap(({ rooms }) => rooms))
  // one colour an organ in all floors
  const { colourOf } = coloured(loaded.flatMap(({ rooms }) => rooms), by, repairs)
  if (loaded.length < ordered.length) return <Waiting lines={8} />
  const [wide, deep] = [extent.width * 100, extent.height * 100 * flat]
  const step = Math.max(deep * apart, wide * 0.06)
  const shift = Math.abs(aside) * extent.height * 100
  return (
    <svg className="os-stack" viewBox={`${-shift - wide * 0.12} ${-deep * 0.1} ${wide * 1.16 + shift} ${step * (ordered.length - 1) + deep * 1.25}`} aria-label={say('楼栋堆叠', 'The building floor by floor')}>
      {ordered.map((floor, at) => (
        <Lying key={floor.id} floor={floor} plan={plans[at] as FloorPlan} extent={extent} top={at * step} colourOf={colourOf} onOpen={() => onOpen(floor.id)} />
      ))}
    </svg>
  )
}

function Lying({ floor, plan, extent, top, colourOf, onOpen }: { floor: PlannedFloor; plan: FloorPlan; extent: ReturnType<typeof extentOf>; top: number; colourOf: ReturnType<typeof coloured>['colourOf']; onOpen: () => void }): ReactNode {
  const say = useSay()
  const people = plan.rooms.reduce((sum, room) => sum + room.people.length, 0)
  return (
    <g
      // a floor lies on the drawing, where no button can
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="button"
      className="os-stack-floor" tabIndex={0} aria-label={say(`${floor.name},${plan.rooms.length} 间,${people} 人`, `${floor.name}, ${plan.rooms.length} rooms, ${people} people`)} transform={`translate(0 ${top})`} onClick={onOpen}
      onKeyDown={(event) => (event.key === 'Enter' || event.key === ' ') && onOpen()}
    >
      <g transform={`matrix(1 0 ${aside} ${flat} 0 0)`}>
        <rect x={-40} y={-40} width={extent.width * 100 + 80} height={extent.height * 100 + 80} className="os-stack-slab" />
        {plan.rooms.map((room, at) => <path key={at} d={pathOf(room, extent)} fill={colourOf(room)} stroke="#555" strokeWidth="4" fillRule="evenodd" />)}
      </g>
      <text x={aside * extent.height * 100 - extent.width * 2} y={extent.height * 100 * flat} fontSize={Math.max(40, extent.width * 2.4)} textAnchor="end">{floor.name}</text>
    </g>
  )
}
