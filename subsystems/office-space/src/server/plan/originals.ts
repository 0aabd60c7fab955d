// The file a plan was read from 原图: kept packed beside its version, and handed back, on record, to whoever answers for the site.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { floorPlan } from '../../contract/index.ts'
import { lookers, siteToDraw } from './import-plan.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

export interface Original {
  readonly name: string
  readonly packed: Uint8Array
  readonly size: number
}
/** Before a transaction begins: a large sheet takes a second. */
export async function packed(name: string, bytes: Uint8Array): Promise<Original> {
  return { name, packed: await pack(bytes), size: bytes.length }
}
export async function keepOriginal(tx: Tx, { clock }: Pick<System, 'clock'>, { drawing = null, plan = null, original }: { drawing?: string | null; plan?: string | null; original: Original }): Promise<void> {
  await sql`
    insert into office_space.original (id, drawing, plan, name, packed, size, created_at)
    values (${newId(clock)}, ${drawing}, ${plan}, ${original.name}, ${Buffer.from(original.packed)}, ${original.size}, ${clock.now()})`.execute(tx)
}

/** The file as it came. @throws Problem not-found where none was kept, not-allowed for whoever does not answer for the site: it shows parts that are not for everybody. */
export async function originalOf(system: System, actor: Actor, plan: string): Promise<{ name: string; bytes: Buffer }> {
  const { rows: [found] } = await sql<{ floor: string; name: string; packed: Buffer }>`
    select p.floor, o.name, o.packed from office_space.original o join office_space.floor_plan p on p.id = o.plan where o.plan = ${plan}::uuid`.execute(system.db)
  if (found === undefined) throw new Problem('not-found', say('这一版没有留存原图。', 'No file was kept with this version.'))
  await siteToDraw(system.db, actor, found.floor, lookers)
  await system.db.transaction().execute((tx) => record(tx, { at: system.clock.now(), ...signature(actor), action: 'office-space.plan.original', subject: { kind: floorPlan.id, id: plan }, summary: `下载原图 ${found.name}` }))
  return { name: found.name, bytes: await unpack(found.packed) }
}
