// What a step is about to write 待写: until something must see it, what effects keep is written with it instead of after it.
import type { Given } from '@houqin/fields'
import type { Party, StoredMatter } from '@houqin/matter-records'

/** The matter as the step leaves it, with what its effects have added so far. */
export interface Leaving {
  readonly left: StoredMatter
  /** The facts that are new, in `left` as well. */
  readonly newFacts: Given
  readonly parties: readonly Party[]
}
export interface Pending {
  /** Adds to what will be written. False when it has been written: then it must be changed by statements of its own. */
  readonly add: (more: { readonly facts?: Given; readonly dueAt?: Date | null; readonly parties?: readonly Party[] }) => boolean
  /** What will be written; undefined once it has been, for then something may have changed it since. */
  readonly unwritten: () => Leaving | undefined
  /** Sends it with whatever is asked next; the first time only. */
  readonly write: () => Promise<void>
}

/** @param write sends it; what it asks is asked before it gives way to anything else. */
export function pendingOf(leaving: Leaving, write: (leaving: Leaving) => Promise<void>): Pending {
  let now = leaving
  let written: Promise<void> | undefined
  return Object.freeze({
    add: (more: Parameters<Pending['add']>[0]) => {
      if (written) return false
      // A fact that is left out stays as it is.
      const facts = Object.fromEntries(Object.entries(more.facts ?? {}).filter(([, value]) => value !== undefined))
      const left = { ...now.left, facts: { ...now.left.facts, ...facts }, ...(more.dueAt !== undefined && { dueAt: more.dueAt, overdueAt: null }) }
      now = { left, newFacts: { ...now.newFacts, ...facts }, parties: [...now.parties, ...(more.parties ?? [])] }
      return true
    },
    unwritten: () => (written ? undefined : now),
    write: () => (written ??= write(now)),
  })
}
