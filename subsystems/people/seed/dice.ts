// Dice 掷点: the same choices every time from one seed, so that the demonstration district is the same everywhere.

export interface Dice {
  /** In [0, 1). */
  next(): number
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Picks by weight; weights need not add up to anything. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  /** Bell-shaped between `low` and `high`, most in the middle. */
  bell(low: number, high: number): number
  /** Many small and few large, from `low` up: the middle one is about `middle`. */
  skewed(low: number, middle: number, high: number): number
  shuffled<T>(list: readonly T[]): T[]
  /** An id in the shape of UUIDv7, its time being the world's day. */
  id(): string
}

/** @param name tells streams apart, so that a new choice in one place moves nothing elsewhere. */
export function dice({ seed, day, name }: { seed: number; day: string; name: string }): Dice {
  let state = 0x9e3779b9 ^ seed
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x85ebca6b) ^ (state >>> 13)
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = (): number => bits() / 0x1_0000_0000
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError(`${name}: nothing to pick from`)
    return list[int(0, list.length - 1)] as T
  }
  const time = Date.parse(`${day}T00:00:00Z`).toString(16).padStart(12, '0')
  const hex = (digits: number): string => bits().toString(16).padStart(8, '0').slice(0, digits)
  return Object.freeze({
    next,
    int,
    chance: (probability: number) => next() < probability,
    pick,
    weighted<T>(list: readonly (readonly [T, number])[]): T {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) if ((left -= weight) < 0) return value
      return pick(list)[0]
    },
    bell: (low: number, high: number) => low + ((next() + next() + next()) / 3) * (high - low),
    skewed(low: number, middle: number, high: number): number {
      const share = next()
      return share < 0.5 ? low + (middle - low) * 2 * share : middle + (high - middle) * (2 * share - 1) ** 3
    },
    shuffled<T>(list: readonly T[]): T[] {
      const mixed = [...list]
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = int(0, last)
        ;[mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T]
      }
      return mixed
    },
    id: () => `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${(8 + int(0, 3)).toString(16)}${hex(3)}-${hex(8)}${hex(4)}`,
  })
}

/** The demonstration world: one seed, and the day on which it stands (YYYY-MM-DD, Asia/Shanghai). */
export interface World {
  readonly seed: number
  readonly day: string
}
