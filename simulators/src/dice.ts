// Dice 掷点: the same cars do the same things from one seed.

export interface Dice {
  /** In [0, 1). */
  next(): number
  /** From `low` to `high`. */
  between(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
}

/** @param name tells streams apart. */
export function dice(seed: number, name: string): Dice {
  let state = 0x9e3779b9 ^ seed
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x85ebca6b) ^ (state >>> 13)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
  return Object.freeze({
    next,
    between: (low: number, high: number) => low + next() * (high - low),
    chance: (probability: number) => next() < probability,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError(`${name}: nothing to pick from`)
      return list[Math.floor(next() * list.length)] as T
    },
  })
}
