// Accounts of the heads of organs 各单位主要负责人的账号 in the demonstration, so that a route finds who decides in any of them.
import { systemActor } from '@houqin/access'
import type { Seeding } from '@houqin/compose'
import { sql } from 'kysely'
import { freeUsername } from './newcomer/proposals.ts'

/** Without a password, which the system administrator hands over by a reset: 220 digests of argon2id would keep the first start waiting. */
export async function openHeadAccounts({ tx, system: { access } }: Pick<Seeding, 'tx' | 'system'>, heads: readonly { readonly id: string; readonly name: string }[]): Promise<void> {
  const { rows } = await sql<{ person: string }>`select person from access.account where person is not null`.execute(tx)
  const open = new Set(rows.map(({ person }) => person))
  for (const { id: person, name } of heads) {
    const username = open.has(person) ? undefined : await freeUsername(tx, name)
    if (username !== undefined) await access.accounts.create(tx, systemActor, { username, name, person, password: null })
  }
}
