// What the colours of a plan say 图例: each colour with its words and how many rooms it is.
import { useNames, useSay } from '@houqin/web-kit'
import { person as people, ranks } from '@houqin/people'
import { room as rooms } from '@houqin/places'
import type { ReactNode } from 'react'
import type { Colouring, LegendEntry } from './colours.ts'
import type { PlannedRoom } from '../../contract/answers.ts'

/** @returns words for a key of the legend of these rooms. */
export function useLegendWords(shown: readonly PlannedRoom[], by: Colouring): (key: string) => string {
  const say = useSay()
  const names = useNames()
  const organs = new Map(shown.flatMap(({ organs: all }) => all.map(({ id, name }) => [id, name])))
  const standing: Readonly<Record<string, string>> = { over: say('超标', 'Over'), within: say('不超标', 'Within'), vacant: say('空置', 'Vacant'), occupied: say('在用', 'In use'), repair: say('正在报修', 'Being repaired'), other: say('其他', 'Other') }
  const rankOf = (key: string): string | undefined => (by === 'rank' && key in ranks ? say(ranks[key as keyof typeof ranks], names.option(people.fields.rank, key)) : undefined)
  return (key) => rankOf(key) ?? (by === 'use' && key !== 'other' ? names.option(rooms.fields.use, key) : (organs.get(key) ?? standing[key] ?? key))
}

export function Legend({ entries, nameOf }: { entries: readonly LegendEntry[]; nameOf: (key: string) => string }): ReactNode {
  const say = useSay()
  return (
    <ul className="os-legend" aria-label={say('图例', 'Legend')}>
      {entries.map(({ key, colour, rooms: count }) => (
        <li key={key}>
          <span className="os-swatch" style={{ background: colour }} aria-hidden="true" />
          {nameOf(key)} <span className="hq-secondary hq-figures">{say(`${count} 间`, `${count}`)}</span>
        </li>
      ))}
    </ul>
  )
}
