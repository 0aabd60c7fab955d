// Likely duplicates 疑似重复: open reports of the same place or the same words, so that two people do not mend one lamp twice.
import type { RepairLine } from '../read-repair.ts'

type Compared = Pick<RepairLine, 'number' | 'what' | 'room' | 'area' | 'site' | 'category' | 'openedAt'>
export interface Likely<R> {
  readonly line: R
  /** Why it is thought so. */
  readonly why: 'same-place' | 'same-words'
}

/** Of two-letter pairs, how many both have, from 0 to 1. */
export function likeness(a: string, b: string): number {
  const pairs = (text: string): ReadonlySet<string> => {
    const letters = [...text.replace(/[\s\p{P}]/gu, '')]
    return new Set(letters.slice(1).map((letter, place) => `${letters[place] ?? ''}${letter}`))
  }
  const [one, other] = [pairs(a), pairs(b)]
  if (one.size === 0 || other.size === 0) return 0
  const both = [...one].filter((pair) => other.has(pair)).length
  return (2 * both) / (one.size + other.size)
}

const muchAlike = 0.6
const somewhatAlike = 0.2

/** The same room or ground with like words or the same category, or nearly the same words at the same site. The likest first. */
export function likelyDuplicates<R extends Compared>(of: Compared, others: readonly R[]): readonly Likely<R>[] {
  return others
    .filter(({ number, site }) => number !== of.number && site?.id === of.site?.id)
    .map((line) => ({ line, alike: likeness(of.what, line.what), samePlace: isSamePlace(of, line) }))
    .filter(({ line, alike, samePlace }) => alike >= muchAlike || (samePlace && (alike >= somewhatAlike || line.category?.id === of.category?.id)))
    .toSorted((a, b) => Number(b.samePlace) - Number(a.samePlace) || b.alike - a.alike)
    .map(({ line, samePlace }) => ({ line, why: samePlace ? 'same-place' : 'same-words' }))
}
function isSamePlace(a: Compared, b: Compared): boolean {
  return (a.room !== null && a.room.id === b.room?.id) || (a.area !== null && a.area.id === b.area?.id)
}
