// A transaction 事务: all of it or nothing.
import type { Db, Tx } from './database.ts'

/** What a transaction has taken for granted and not heard to be so. */
const unproven = new WeakMap<Tx, Set<object>>()

/**
 * Runs `fn` in one transaction (read committed): commits what it did, or undoes it when it throws. Returns what it returned.
 * Where it fails while something it took for granted is not proven (`takeForGranted`), `fn` is run once more from the
 * beginning, in a transaction that may take nothing for granted.
 */
export async function transaction<Result>(db: Db, fn: (tx: Tx) => Promise<Result>): Promise<Result> {
  const granted = new Set<object>()
  try {
    return await db.transaction().execute((tx) => {
      unproven.set(tx, granted)
      return fn(tx)
    })
  } catch (error) {
    if (granted.size === 0) throw error
  }
  return db.transaction().execute(fn)
}

/**
 * Goes on as if something were so that a statement of this transaction is yet to prove, by failing unless it is. @returns what to call once it has been
 * proven; undefined where nothing may be taken for granted, for nobody would begin again.
 */
export function takeForGranted(tx: Tx): (() => void) | undefined {
  const granted = unproven.get(tx)
  if (granted === undefined) return undefined
  const one = {}
  granted.add(one)
  return () => void granted.delete(one)
}
