// A transaction 事务: all of it or nothing.
import type { Db, Tx } from './database.ts'

/** Runs `fn` in one transaction (read committed): commits what it did, or undoes it when it throws. Returns what it returned. */
export function transaction<Result>(db: Db, fn: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(fn)
}
