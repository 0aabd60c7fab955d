// Colours of a plan 图上颜色: by use, by organ, by rank, by what is too much, by what is free, by what is being repaired; each with its legend and how many rooms it is.
import type { PlannedRoom } from '../../contract/answers.ts'

export const colourings = ['use', 'organ', 'rank', 'over', 'vacant', 'repair'] as const
export type Colouring = (typeof colourings)[number]
export interface LegendEntry {
  readonly key: string
  readonly colour: string
  readonly rooms: number
}
export interface Coloured {
  readonly colourOf: (room: PlannedRoom) => string
  readonly legend: readonly LegendEntry[]
}
const uses: Readonly<Record<string, string>> = { office: '#9DC3E6', service: '#C5E0B4', equipment: '#D0CECE', ancillary: '#F8CBAD', technical: '#D9C3EC', circulation: '#EDEDED' }
const standings: Readonly<Record<string, string>> = { over: '#F1948A', within: '#C5E0B4', vacant: '#FFE08A', occupied: '#9DC3E6', other: '#EDEDED', repair: '#F1948A' }
const ranks: Readonly<Record<string, string>> = { countyChief: '#B39DDB', countyDeputy: '#C9CBF2', sectionChief: '#9DC3E6', sectionDeputy: '#A6DEE0', below: '#C5E0B4', vacant: '#FFE08A', other: '#EDEDED' }
/** Light enough for dark words, told apart by people who see red and green alike as far as two dozen can be. */
const hues = ['#9DC3E6', '#FFD591', '#B7E1CD', '#E6B8E0', '#F4B6B6', '#C9CBF2', '#D8E48F', '#A6DEE0', '#E8CFB0', '#C8C8C8', '#8FB8A8', '#F7C6D9']

/** @param repairs rooms with an open repair. @returns keys of a use, of a rank, an organ's id, or over, within, vacant, occupied, repair, other. */
export function coloured(rooms: readonly PlannedRoom[], by: Colouring, repairs: ReadonlySet<string> = new Set()): Coloured {
  const keys = rooms.map((room) => keyOf(room, by, repairs))
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  const order = [...counts].toSorted(([, a], [, b]) => b - a).map(([key]) => key)
  const colour = (key: string): string => {
    if (by === 'use') return uses[key] ?? '#EDEDED'
    if (by === 'rank') return ranks[key] ?? '#EDEDED'
    if (by !== 'organ' || key === 'other') return standings[key] ?? '#EDEDED'
    return hues[order.indexOf(key) % hues.length] ?? '#EDEDED'
  }
  return { colourOf: (room) => colour(keyOf(room, by, repairs)), legend: order.map((key) => ({ key, colour: colour(key), rooms: counts.get(key) ?? 0 })) }
}

const order: readonly string[] = ['countyChief', 'countyDeputy', 'sectionChief', 'sectionDeputy', 'below']
function keyOf({ room, use, organs, over, people }: PlannedRoom, by: Colouring, repairs: ReadonlySet<string>): string {
  if (by === 'repair') return room !== null && repairs.has(room.id) ? 'repair' : 'other'
  if (by === 'use') return use ?? 'other'
  if (by === 'organ') return organs[0]?.id ?? 'other'
  if (use !== 'office') return 'other'
  // the highest of those who sit there
  if (by === 'rank') return order.find((rank) => people.some((one) => one.rank === rank)) ?? 'vacant'
  if (by === 'vacant') return people.length === 0 ? 'vacant' : 'occupied'
  if (over.length > 0) return 'over'
  return people.length === 0 ? 'vacant' : 'within'
}
