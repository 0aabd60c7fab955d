// One's own signature 我的签名: written once, put under what the route allows it for; nobody else opens the file itself.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import { linkFile, unlinkFile } from '@houqin/files'
import type { FileOwner } from '@houqin/files'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { requireDrawn } from './drawn-file.ts'

export interface OwnSignature {
  readonly file: string
  readonly drawnAt: string
}
const kind = 'signature.own'

export async function ownSignature(db: Db | Tx, person: string | null): Promise<OwnSignature | null> {
  const { rows: [row] } = await sql<{ file: string; drawn_at: Date }>`
    select file, drawn_at from signature.own where person = ${person}::uuid and ended_at is null`.execute(db)
  return row ? { file: row.file, drawnAt: row.drawn_at.toISOString() } : null
}
/** Whether a file that belongs so is the actor's own signature. */
export function ownedBySigner({ principal }: Actor, owner: FileOwner): boolean {
  return owner.kind === kind && principal.person !== null && owner.id === principal.person
}

/** In the place of the one he kept before. @throws Problem not-allowed without a person, bad-input for a file that is none of his. */
export async function keepOwn(tx: Tx, clock: Clock, { actor, file }: { actor: Actor; file: string }): Promise<OwnSignature> {
  const person = requirePerson(actor)
  await requireDrawn(tx, actor, { file, at: 'file' })
  await end(tx, clock, { person })
  const at = clock.now()
  await sql`insert into signature.own (id, person, file, drawn_at) values (${newId(clock)}::uuid, ${person}::uuid, ${file}::uuid, ${at})`.execute(tx)
  await linkFile(tx, { file, owner: { kind, id: person }, at })
  await record(tx, { at, ...signature(actor), action: 'signature.keep', subject: { kind: 'signature.own', id: person }, summary: '留存本人签名', after: { file } })
  return { file, drawnAt: at.toISOString() }
}

/** What was signed with it keeps its own copy. @throws Problem not-allowed, not-found. */
export async function dropOwn(tx: Tx, clock: Clock, { actor }: { actor: Actor }): Promise<void> {
  const person = requirePerson(actor)
  if (!(await end(tx, clock, { person }))) throw new Problem('not-found', say('您没有留存签名。', 'You keep no signature.'))
  await record(tx, { at: clock.now(), ...signature(actor), action: 'signature.drop', subject: { kind: 'signature.own', id: person }, summary: '删除本人签名' })
}

async function end(tx: Tx, clock: Clock, { person }: { person: string }): Promise<boolean> {
  // Two windows of one person wait here for each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`signature ${person}`}, 0))`.execute(tx)
  const { rows: [row] } = await sql<{ file: string }>`
    update signature.own set ended_at = ${clock.now()} where person = ${person}::uuid and ended_at is null returning file`.execute(tx)
  if (row) await unlinkFile(tx, { file: row.file, owner: { kind, id: person } })
  return row !== undefined
}
function requirePerson({ principal: { person } }: Actor): string {
  if (person !== null) return person
  throw new Problem('not-allowed', say('您的账号没有关联人员，不能留存签名。', 'Your account belongs to no person, so it keeps no signature.'))
}
