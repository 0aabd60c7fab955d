// From positions to meaning 研判: what is news about a car is judged once, in order; graded cars are judged by nobody here.
import { systemActor } from '@houqin/access'
import { formatInstant, localDate } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Tick } from '@houqin/jobs'
import { sql } from 'kysely'
import { movement, terminalAlarms } from '../contract/index.ts'

interface Change {
  readonly id: string
  readonly vehicle: string
  readonly at: Date
  readonly latitude: number | null
  readonly longitude: number | null
  readonly speed: number
  readonly alarms: string
  readonly moving: boolean
  readonly standing: string
}
const most = 500

export function judging(system: System): Tick {
  return { name: 'fleet.judge', every: 1000, run: (db) => judgeNews(db, system) }
}

/** @returns how many changes were judged. Several processes may do it at once. */
export async function judgeNews(db: Db, system: System): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<Change>`
      with taken as (select id from fleet.position_change where judged_at is null order by id limit ${most} for update skip locked),
      marked as (update fleet.position_change c set judged_at = ${system.clock.now()} from taken where c.id = taken.id
        returning c.id, c.vehicle, c.at, c.latitude, c.longitude, c.speed, c.alarms, c.moving)
      select m.*, v.standing from marked m join fleet.vehicle v on v.id = m.vehicle and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary'
      order by m.id`.execute(tx)
    if (rows.length > 0) await system.signals.ingest(tx, systemActor, await readingsOf(tx, rows))
    return rows.length
  })
}

async function readingsOf(tx: Tx, changes: readonly Change[]) {
  const readings = []
  for (const change of changes) {
    const common = { subject: change.vehicle, sequence: Number(change.id), at: change.at.toISOString() }
    readings.push({ ...common, signal: terminalAlarms.id, device: `fleet.alarms ${change.vehicle}`, value: Number(change.alarms), attributes: { evidence: evidenceOf(change) } })
    readings.push({
      ...common, signal: movement.id, device: `fleet.movement ${change.vehicle}`, value: change.moving ? change.speed / 10 : 0,
      attributes: { immobilised: await immobilised(tx, change), evidence: evidenceOf(change) },
    })
  }
  return readings
}

/** By the ledger on that day, or because the car itself stands as immobilised. */
async function immobilised(tx: Tx, { vehicle, at, standing }: Change): Promise<boolean> {
  if (standing === 'immobilised') return true
  const day = localDate(at)
  const { rows } = await sql`
    select 1 from fleet.immobilisation i where i.retired_at is null and ${day}::date between i.begins and i.ends
      and not exists (select 1 from fleet.immobilisation__exempt e where e.parent = i.id and e.vehicle = ${vehicle}) limit 1`.execute(tx)
  return rows.length > 0
}

/** When and where, as people read it. Coordinates in 1e-6 degrees. */
export function evidenceOf({ at, latitude, longitude }: Pick<Change, 'at' | 'latitude' | 'longitude'>): string {
  return latitude === null || longitude === null ? formatInstant(at) : `${formatInstant(at)}，东经 ${(longitude / 1e6).toFixed(5)} 北纬 ${(latitude / 1e6).toFixed(5)}`
}
