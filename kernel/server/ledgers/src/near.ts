// 近似: how like two names are, as written and as spoken, so that 区财政剧 leads to 区财政局 and 张为 to 张伟.
import { distance } from 'fastest-levenshtein'
import { pinyin } from 'pinyin-pro'
import { plainName } from './plain-name.ts'

export interface Known {
  readonly plain: string
  readonly spoken: string
}
export function knownName(written: string): Known {
  const plain = plainName(written).slice(0, 60)
  return { plain, spoken: pinyin(plain, { toneType: 'none', type: 'array' }).join(' ') }
}

const asSpoken = 0.92

/** From 0 to 1; what contains the other is likely meant. */
export function likeness(a: Known, b: Known): number {
  if (a.plain === b.plain) return 1
  const [short, long] = a.plain.length < b.plain.length ? [a.plain, b.plain] : [b.plain, a.plain]
  const within = short.length >= 2 && (long.includes(short) || isShortFor(short, long)) ? 0.6 + (0.35 * short.length) / long.length : 0
  return Math.max(within, closeness(a.plain, b.plain), asSpoken * closeness(a.spoken, b.spoken))
}
function closeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  return longest === 0 ? 0 : 1 - distance(a, b) / longest
}
/** 区发改委 for 区发展和改革委员会: its characters in their order. */
function isShortFor(short: string, long: string): boolean {
  let at = -1
  for (const character of short) {
    at = long.indexOf(character, at + 1)
    if (at === -1) return false
  }
  return true
}

const leastLikeness = 0.5

/** The likest first; none where nothing is like it. */
export function nearest<T>(written: string, offered: Iterable<T>, { name, most = 3 }: { name: (one: T) => Known; most?: number }): readonly T[] {
  const wanted = knownName(written)
  const found: { one: T; likeness: number }[] = []
  for (const one of offered) {
    const like = likeness(wanted, name(one))
    if (like < leastLikeness) continue
    found.push({ one, likeness: like })
  }
  return found.toSorted((a, b) => b.likeness - a.likeness).slice(0, most).map(({ one }) => one)
}
