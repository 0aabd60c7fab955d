// Who agrees to exports in the demonstration: the bureau's leader, for his organ.
import { systemActor } from '@houqin/access'
import type { Seeding } from '@houqin/compose'
import { sql } from 'kysely'
import { officer } from '../contract/index.ts'

export async function loadOfficer({ tx, system }: Seeding): Promise<void> {
  const { rows: [leader] } = await sql<{ account: string; organ: string }>`
    select account.id as account, person.organ from access.account join people.person on person.id = account.person where username = 'gu.mingyuan'`.execute(tx)
  // a house started with fewer parts has no such account
  if (leader) await system.access.grants.give(tx, systemActor, { ...leader, role: officer.role, reason: '演示数据' })
}
