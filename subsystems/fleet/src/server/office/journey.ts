// What the driver needs to know of a journey 出车须知: the odometer as it was read last, and who rides along.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { use } from '../../contract/index.ts'
import type { Journey } from '../../contract/dispatch-answers.ts'

/** @throws Problem not-found for a matter the reader may not read. */
export async function journeyOf(system: System, actor: Actor, number: string): Promise<Journey> {
  await system.matters.read(system.db, actor, use, number)
  const { rows: [car] } = await sql<{ odometer: number | null; seats: number }>`
    select v.odometer, v.seats from matter.matter m join fleet.use u on u.matter = m.id join fleet.vehicle v on v.id = u.vehicle where m.number = ${number}`.execute(system.db)
  const { rows: riders } = await sql<Journey['riders'][number]>`
    select m.number, m.requester_name as asker, u.whence, u.whither, u.passengers from fleet.use u join matter.matter m on m.id = u.matter
     where u.pooled_with = ${number} and m.state = 'pooled' order by m.number`.execute(system.db)
  return { odometer: car?.odometer ?? null, seats: car?.seats ?? null, riders }
}
