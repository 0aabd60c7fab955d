// 阅知: a person says that he has read a version; said twice, it was said once.
import { signature, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { isId } from '@houqin/fields'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { acknowledgement, addressee } from '../contract/index.ts'

/** For himself only, whoever he is. @throws Problem `not-found` for a version that is not one of the document, `not-allowed` without a person. */
export async function acknowledge(tx: Tx, { registers, clock }: System, { actor, document, version }: { actor: Actor; document: string; version: unknown }): Promise<{ readonly at: string }> {
  const { person } = actor.principal
  if (person === null) throw new Problem('not-allowed', say('您的账号没有对应的人员，不能登记阅知。', 'Your account belongs to no person, so nothing can be acknowledged.'))
  if (typeof version !== 'string' || !isId(version) || !isId(document)) throw noVersion()
  // two taps at once wait for each other here
  const { rows: versions } = await sql`
    select 1 from regulations.version where id = ${version}::uuid and document = ${document}::uuid and retired_at is null for update`.execute(tx)
  if (versions.length === 0) throw noVersion()
  const { rows } = await sql<{ at: Date }>`
    select at from regulations.acknowledgement where of = ${version}::uuid and person = ${person}::uuid and retired_at is null`.execute(tx)
  if (rows[0]) return { at: rows[0].at.toISOString() }
  const at = clock.now().toISOString()
  const { rows: asked } = await sql<{ id: string; version: number }>`
    select id, version from regulations.addressee where of = ${version}::uuid and person = ${person}::uuid and read_at is null and retired_at is null`.execute(tx)
  for (const one of asked) await registers.update(tx, systemActor, addressee, one.id, { readAt: at }, one.version)
  const { id, name } = await registers.insert(tx, systemActor, acknowledgement, { of: version, person, at })
  await record(tx, { at: clock.now(), ...signature(actor), action: 'regulations.acknowledge', subject: { kind: acknowledgement.id, id }, summary: `阅知 ${name}` })
  return { at }
}

function noVersion(): Problem {
  return new Problem('not-found', say('没有这个版本的制度。', 'There is no such version of the document.'))
}
