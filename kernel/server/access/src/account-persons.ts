// Persons with an account 有账号的人员: whoever can sign in and so can be asked to read something.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'

/** Ids of persons whose account is in use. */
export async function accountPersons(db: Db | Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`select distinct person from access.account where disabled_at is null and person is not null`.execute(db)
  return rows.map(({ person }) => person)
}
