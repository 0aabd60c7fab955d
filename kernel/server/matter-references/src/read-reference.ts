// Reading what a matter refers to 查看引用: one row and its files, for who works on the matter; sensitive values stay masked, and each reading is recorded.
import { isSystem } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import type { Matter, Register } from '@houqin/define'
import { storedFiles } from '@houqin/files'
import type { StoredFile } from '@houqin/files'
import { isGuarded, masked, maskedName, tableSqlOf } from '@houqin/fields'
import { knowsWhole, loadMatter, mayRead, noSuchMatter, personOf, signed } from '@houqin/matter-records'
import type { Approvals, Caller, View } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { placeOf, reachesGrade } from '@houqin/register-rights'
import type { Registers } from '@houqin/registers'
import { guardsName, referenceOf, rowSelection, storedRow, targetsOf, want, wantedBy, withReferences } from '@houqin/rows'
import type { AnsweredRow, KeptRow } from '@houqin/rows'
import { sql } from 'kysely'
import { namedAt } from './where-named.ts'
import type { NamedThere, ReferencePlace } from './where-named.ts'

export type { ReferencePlace } from './where-named.ts'
export interface ReferenceWire {
  readonly register: string
  readonly title: string
  readonly row: AnsweredRow
  /** Files of the row, each opened inside the matter alone; those of fields that are hidden are not told. */
  readonly files: readonly ReferenceFile[]
}
export interface ReferenceFile extends Pick<StoredFile, 'id' | 'name' | 'type'> {
  readonly field: string
  /** Bytes. */
  readonly size: number
}
interface Asked {
  readonly caller: Caller
  readonly matter: Matter
  readonly number: string
  readonly at: ReferencePlace
}
interface Referred {
  readonly wire: ReferenceWire
  readonly label: string
  readonly number: string
}
interface Desk extends View {
  readonly registers: Registers
  readonly approvals?: Approvals
}

/**
 * The row that a field of the matter points to. Whoever works on the matter (its holder, who must approve, who asked…)
 * reads it here though no role of his opens its register: without its lines, its history and what points to it. Nobody
 * opens a row to himself by naming it: what he put there himself, and what a reader of the matter asks who is no party to
 * it, his own rights must open. @throws Problem not-found, not-allowed.
 */
export async function readReference(tx: Tx, desk: Desk, asked: Asked): Promise<ReferenceWire> {
  const { caller, matter, at } = asked
  const { wire, label, number } = await referredTo(tx, desk, asked)
  await record(tx, {
    at: desk.clock.now(), ...signed(caller), action: `${matter.id}.read-reference`, subject: { kind: wire.register, id: wire.row.id },
    summary: `在 ${number} 中查看${wire.title}（${label}）`, after: { matter: number, ...at },
  })
  return wire
}

/**
 * The id of a file of that row, for who reads the row here; the caller opens it. @throws Problem not-found for a file the row does not have, or
 * has in a field that is hidden from him; not-allowed.
 */
export async function readReferenceFile(tx: Tx, desk: Desk, { file, ...asked }: Asked & { readonly file: string }): Promise<string> {
  const { caller, matter, at } = asked
  const { wire, label, number } = await referredTo(tx, desk, asked)
  const found = wire.files.find(({ id }) => id === file.toLowerCase())
  if (found === undefined) throw new Problem('not-found', say(`${number} 所引用的这条记录没有这个附件。`, `The row ${number} points to has no such file.`))
  await record(tx, {
    at: desk.clock.now(), ...signed(caller), action: `${matter.id}.read-reference-file`, subject: { kind: wire.register, id: wire.row.id },
    summary: `在 ${number} 中打开${wire.title}（${label}）的附件“${found.name}”`, after: { matter: number, file: found.id, ...at },
  })
  return found.id
}

async function referredTo(tx: Tx, desk: Desk, { caller, matter, number, at }: Asked): Promise<Referred> {
  const stored = await loadMatter(tx, { matter, where: { number }, actor: caller.actor })
  if (stored === undefined || !mayRead(caller.actor, matter, stored)) throw noSuchMatter(number)
  const named = await namedAt(tx, desk.approvals, { caller, matter, stored, at })
  const register = named && desk.catalogue.registers.get(named.register)
  if (named === undefined || register === undefined) throw nothingThere(stored.number)
  const own = named.by !== null && named.by === personOf(caller)
  const row = own || isSystem(caller.actor.principal) || !knowsWhole(caller.actor, matter, stored)
    ? await desk.registers.get(tx, caller.actor, register, named.id)
    : await readAsParty(tx, desk, { actor: caller.actor, register, named, number: stored.number })
  const asked = filesOfRow(register, row)
  const kept = new Map((await storedFiles(tx, asked.map(({ id }) => id))).map((file) => [file.id, file]))
  const files = asked.flatMap(({ field, id }): ReferenceFile[] => {
    const file = kept.get(id)
    return file ? [{ field, id, name: file.name, type: file.type, size: file.size }] : []
  })
  // Their ids open nothing but inside the matter, where the names stand.
  const bare = Object.fromEntries(Object.entries(row).filter(([key]) => register.fields[key]?.kind !== 'files')) as AnsweredRow // only fields are left out
  return { wire: { register: register.id, title: register.title, row: bare, files }, label: named.label, number: stored.number }
}

function filesOfRow(register: Register, row: AnsweredRow): readonly { field: string; id: string }[] {
  const values: Readonly<Record<string, unknown>> = { ...row }
  return Object.entries(register.fields).flatMap(([field, { kind }]) =>
    kind === 'files' && !row.masked?.includes(field) ? [values[field] ?? []].flat().flatMap((id) => (typeof id === 'string' ? [{ field, id }] : [])) : [])
}

async function readAsParty(db: Db | Tx, { catalogue }: Desk, { actor, register, named, number }: { actor: Actor; register: Register; named: NamedThere; number: string }): Promise<AnsweredRow> {
  const survivor = (await targetsOf(db, new Map([[register.id, new Set([named.id])]]))).get(named.id)
  const { rows: [kept] } = await sql<KeptRow>`select ${rowSelection(register)} from ${tableSqlOf(register.id)} t where t.id = ${survivor?.id ?? named.id}::uuid`.execute(db)
  if (kept === undefined) throw nothingThere(number)
  const row = storedRow(register, kept)
  // a graded row is not opened by a matter
  if (!reachesGrade(actor.principal, register, row.values, placeOf(register, row, 'read'))) throw nothingThere(number)
  const wanted = wantedBy(register.fields, register.id, [row.values])
  if (row.mergedInto !== null) want(wanted, register.id, row.mergedInto)
  const targets = await targetsOf(db, wanted)
  const hidden = Object.entries(register.fields).flatMap(([key, field]) => (isGuarded(field) && row.values[key] !== null ? [key] : []))
  const values = { ...withReferences({ catalogue, fields: register.fields, owner: register.id, values: row.values, targets }) }
  for (const [key, field] of Object.entries(register.fields)) if (hidden.includes(key)) values[key] = masked(field, row.values[key])
  const { id, version, label, createdAt, updatedAt, retiredAt, from, to } = row
  return {
    id, version, name: guardsName(catalogue, register) ? maskedName(label) : label, createdAt, updatedAt, retiredAt, ...values,
    ...(from !== null && { from, to }),
    ...(row.mergedInto !== null && { mergedInto: referenceOf(targets, row.mergedInto) }),
    ...(hidden.length > 0 && { masked: hidden }),
  }
}

function nothingThere(number: string): Problem {
  return new Problem('not-found', say(`${number} 的这一项没有引用记录。`, `${number} points to nothing there.`))
}
