// Printed codes 扫码: what a door is and what may be asked there, reporting without signing in, following what was reported.
import type { Db, Tx } from '@houqin/db'
import { columnSql, parseInput, tableSqlOf } from '@houqin/fields'
import { targetOf } from '@houqin/define'
import type { Fields, Matter } from '@houqin/define'
import { fieldWire, readMatter } from '@houqin/matter-pages'
import { asReporter, isOverdue, loadMatter, matterOf, maySteps } from '@houqin/matter-records'
import type { StoredMatter, Visitor } from '@houqin/matter-records'
import { readOpaqueCode } from '@houqin/numbering'
import { Problem, say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import type { Registers } from '@houqin/registers'
import type { CodedMatter, CodedThing } from '@houqin/wire'
import { sql } from 'kysely'
import type { Desk } from './desk.ts'
import { startMatter } from './start.ts'
import { isOneClick, takeStep } from './step.ts'

/** @throws Problem not-found for a code that is none of ours. */
export async function readCoded(db: Db | Tx, desk: Desk, { registers, code, locale }: { registers: Registers; code: string; locale: Locale }): Promise<CodedThing | CodedMatter> {
  const found = await matterOfCode(db, desk, { code, visitor: { locale, ip: '', request: '' }, lock: false })
  if (found !== undefined) return codedMatter(db, desk, { ...found, locale })
  const row = await rowBehind(db, registers, code)
  return codedThing(db, desk, row)
}

interface CodedStep {
  readonly code: string
  readonly matter: Matter
  readonly stored: StoredMatter
  /** Whether the code is the reporter's own, which lets him do what the asker may. */
  readonly isReporter: boolean
}
async function matterOfCode(db: Db | Tx, desk: Desk, { code, visitor, lock }: { code: string; visitor: Visitor; lock: boolean }): Promise<CodedStep | undefined> {
  const read = readOpaqueCode(code)
  if (read === undefined) return undefined
  const { rows } = await sql<{ id: string; kind: string; is_reporter: boolean }>`
    select id, kind, requester_token is not distinct from ${read} as is_reporter from matter.matter
    where code = ${read} or requester_token = ${read}`.execute(db)
  const row = rows[0]
  if (row === undefined) return undefined
  const matter = matterOf(desk.catalogue, row.kind)
  const stored = await loadMatter(db, { matter, where: { id: row.id }, actor: asReporter(visitor).actor, lock })
  return stored && { code: read, matter, stored, isReporter: row.is_reporter }
}

async function codedMatter(db: Db | Tx, desk: Desk, { matter, stored, isReporter, locale }: CodedStep & { locale: Locale }): Promise<CodedMatter> {
  const caller = asReporter({ locale, ip: '', request: '' })
  const whole = await readMatter(db, desk, { caller, matter, number: stored.number })
  const open = isReporter ? maySteps(caller, matter, stored).filter(([, step]) => isOneClick(step)) : []
  return {
    kind: 'matter',
    number: stored.number,
    title: matter.title,
    subject: stored.subject,
    stateTitle: whole.stateTitle,
    tone: whole.tone,
    dueAt: whole.dueAt,
    overdue: isOverdue(stored, desk.clock.now()),
    // What colleagues write to each other is theirs; the reporter reads what was said with the steps.
    timeline: whole.timeline.flatMap(({ at, what, label, comment }) =>
      what === 'start' || what === 'step' ? [{ at, label, ...(isReporter && comment !== null && { comment }) }] : []),
    steps: open.map(([name, step]) => ({
      step: name, label: step.label, primary: step.primary ?? false, comment: step.comment ?? 'optional', rates: step.rates ?? false,
    })),
  }
}

async function codedThing(db: Db | Tx, { catalogue }: Desk, { register: id, row }: { register: string; row: string }): Promise<CodedThing> {
  const register = catalogue.registers.get(id)
  if (register === undefined) throw noSuchCode()
  const site = register.scope.site
  const siteRegister = site === undefined || site === 'id' ? undefined : catalogue.dimensions.site
  const where = siteRegister && site !== undefined
    ? sql`(select s.label from ${tableSqlOf(siteRegister.id)} s where s.id = ${columnSql(site, 'r')})` : sql`null::text`
  const { rows } = await sql<{ name: string; where: string | null; live: boolean }>`
    select r.label as name, ${where} as where, r.retired_at is null as live from ${tableSqlOf(id)} r where r.id = ${row}::uuid`.execute(db)
  const thing = rows[0]
  if (thing === undefined) throw noSuchCode()
  const matters = thing.live ? [...catalogue.matters.values()].filter((matter) => codedField(matter, id) !== undefined) : []
  return {
    kind: 'thing', register: id, name: thing.name, where: thing.where,
    matters: matters.map((matter) => ({ matter: matter.id, title: matter.title, fields: Object.entries(askedFields(matter)).map(([key, field]) => fieldWire(key, field, matter.id)) })),
  }
}

export interface CodedAsking extends Visitor {
  readonly input: unknown
  /** Ids of files uploaded with the report; they go to the first field of files it asks for. */
  readonly files?: readonly string[] | undefined
}

/** @returns the number, and the code with which the reporter follows it. @throws Problem not-found, bad-input. */
export async function startCoded(
  tx: Tx, desk: Desk, { registers, matter, code, given }: { registers: Registers; matter: Matter; code: string; given: CodedAsking },
): Promise<{ readonly number: string; readonly reporterCode: string }> {
  const { input, files = [], ...visitor } = given
  const row = await rowBehind(tx, registers, code)
  const field = codedField(matter, row.register)
  if (field === undefined) throw noSuchCode()
  const fields = askedFields(matter)
  const photos = Object.entries(fields).find(([, field]) => field.kind === 'files')?.[0]
  const carried = photos !== undefined && files.length > 0 && typeof input === 'object' && input !== null ? { ...input, [photos]: files } : input
  const asked = parseInput(fields, carried, { at: 'input' })
  const caller = asReporter(visitor)
  const { number, reporterToken } = await startMatter(tx, desk, { caller, matter, given: { input: { ...asked, [field]: row.row } } })
  if (reporterToken === null) throw new Error(`${matter.id} was asked for by code without a code to follow it`)
  return { number, reporterCode: reporterToken }
}

/** Steps of the asker, with the reporter's own code. @returns the page as he reads it then. */
export async function stepCoded(
  tx: Tx, desk: Desk, { code, step, given }: { code: string; step: string; given: Visitor & { readonly comment?: string | undefined; readonly rating?: number | undefined } },
): Promise<CodedMatter> {
  const { comment, rating, ...visitor } = given
  const found = await matterOfCode(tx, desk, { code, visitor, lock: true })
  if (found === undefined || !found.isReporter) throw noSuchCode()
  const { matter, stored } = found
  await takeStep(tx, desk, { caller: asReporter(visitor), matter, stored, name: step, given: { comment, rating } })
  const after = await loadMatter(tx, { matter, where: { id: stored.id }, actor: asReporter(visitor).actor })
  return codedMatter(tx, desk, { ...found, stored: after ?? stored, locale: visitor.locale })
}

/** A code is printed for ever: after a merge it stands for the survivor. @throws Problem not-found. */
async function rowBehind(db: Db | Tx, registers: Registers, code: string): Promise<{ readonly register: string; readonly row: string }> {
  const printed = await registers.rowOfCode(db, code)
  if (printed === undefined) throw noSuchCode()
  const targets = await registers.namesOf(db, new Map([[printed.register, new Set([printed.row])]]))
  return { register: printed.register, row: targets.get(printed.row)?.id ?? printed.row }
}
/** The field of the form that a code of this register fills in. */
function codedField({ id, form, byCode }: Matter, register: string): string | undefined {
  const fields = byCode ? [byCode.field, ...(byCode.also ?? [])] : []
  return fields.find((key) => form[key] !== undefined && targetOf(form[key], id) === register)
}
function askedFields({ form, byCode }: Matter): Fields {
  return Object.fromEntries(Object.entries(form).filter(([key]) => byCode?.ask.includes(key)))
}
function noSuchCode(): Problem {
  return new Problem('not-found', say(
    '没有这个二维码。请检查是否扫到了别处的码，或码面是否破损。', 'There is no such code. Check whether it is one of ours and undamaged.',
  ))
}
