// Strangers 未登记终端: who spoke and is not in the book, so that somebody can look whose he is and put him there.
import type { Edition, Registration } from '@houqin/jt808'

export interface Stranger {
  readonly identity: string
  readonly firstAt: Date
  readonly lastAt: Date
  /** Messages so far. */
  readonly count: number
  readonly remote: string
  readonly transport: 'tcp' | 'udp'
  readonly edition: Edition
  /** What he said of himself when he asked to be registered. */
  readonly registration?: Registration
}
type Seen = Pick<Stranger, 'lastAt' | 'remote' | 'transport' | 'edition'>

export interface Strangers {
  /** One more message of his. True for the first. */
  saw(identity: string, seen: Seen): boolean
  /** What he said of himself; no message more. */
  told(identity: string, seen: Seen & { readonly registration: Registration }): void
  /** Who spoke to the process before this one, whoever spoke last first; what was seen since is added. */
  recall(earlier: readonly Stranger[]): void
  /** He is in the book now. */
  forget(identity: string): void
  /** Whoever spoke last first. */
  list(): readonly Stranger[]
}

/** Whoever forges numbers fills no memory: past these the one longest silent is forgotten. */
const kept = 200

export function createStrangers(): Strangers {
  /** In the order they spoke last. */
  const known = new Map<string, Stranger>()

  function note(identity: string, said: Partial<Stranger> & Seen, more: number): boolean {
    const before = known.get(identity)
    known.delete(identity)
    known.set(identity, { firstAt: said.lastAt, ...before, ...said, identity, count: (before?.count ?? 0) + more })
    const [longestSilent] = known.keys()
    if (known.size > kept && longestSilent !== undefined) known.delete(longestSilent)
    return before === undefined
  }

  return Object.freeze<Strangers>({
    saw: (identity, seen) => note(identity, seen, 1),
    told: (identity, seen) => void note(identity, seen, 0),
    recall(earlier) {
      const since = [...known.values()]
      known.clear()
      for (const one of earlier.slice(0, kept).toReversed()) known.set(one.identity, one)
      for (const { firstAt, count, ...one } of since) note(one.identity, { firstAt: known.get(one.identity)?.firstAt ?? firstAt, ...one }, count)
    },
    forget: (identity) => void known.delete(identity),
    list: () => [...known.values()].reverse(),
  })
}
