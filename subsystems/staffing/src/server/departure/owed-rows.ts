// Rows that name a leaver 台账上的他: days of duty and of answering for a site, his desk, the teams and groups he is in; handed on, or ended with his last day.
import { lent, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Catalogue, Register } from '@houqin/define'
import { columnSql, linesTableOf, tableSql, tableSqlOf } from '@houqin/fields'
import type { Responsibility, System } from '@houqin/http'
import { post } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { workplace } from '../../contract/index.ts'
import type { OwedItem } from '../../contract/answers.ts'
import type { Source } from './item.ts'
import type { Leaver } from './leaver.ts'

/** They end with his last day whether or not somebody presses anything. */
const endThemselves: readonly string[] = [post.id, workplace.id]

interface DatedRow {
  readonly id: string
  readonly name: string
  readonly from: string
  readonly to: string | null
  readonly version: number
}
interface Named {
  readonly register: Register
  readonly field: string
}

/** Every dated register that points to persons: whatever is lent, assigned or answered for from a day to a day. */
export function datedFor({ registers, dimensions }: Catalogue): readonly Named[] {
  return [...registers.values()].filter(({ dated }) => dated).flatMap((register) =>
    Object.entries(register.fields).flatMap(([field, declared]) => (targetOf(declared, register.id) === dimensions.person?.id ? [{ register, field }] : [])))
}

/** Rows that hold on the day of leaving or later. */
export async function datedRows(db: Db | Tx, { register, field }: Named, { person, asOf, stays, wentAt }: Leaver): Promise<readonly DatedRow[]> {
  const { rows } = await sql<DatedRow>`
    select r.id, r.label as name, lower(r.valid)::text as "from", (upper(r.valid) - 1)::text as "to", r.version from ${tableSqlOf(register.id)} r
     where ${columnSql(field, 'r')} = ${person}::uuid and r.retired_at is null and r.merged_into is null and (upper(r.valid) is null or upper(r.valid) > ${asOf}::date)
       and (${stays ? wentAt : null}::timestamptz is null or r.created_at < ${stays ? wentAt : null}::timestamptz)
     order by lower(r.valid), r.label limit 200`.execute(db)
  return rows
}

/** Ends it with the day before he goes; what has not begun by then is retired. */
export async function endRow(tx: Tx, { registers }: System, { actor, register, row, leaver: { on, number } }: { actor: Actor; register: Register; row: DatedRow; leaver: Leaver }): Promise<void> {
  if (row.from < on) await registers.update(tx, asKeeper(actor, register), register, row.id, { to: addDays(on, -1) }, row.version)
  else await registers.retire(tx, asKeeper(actor, register), register, row.id, { reason: `因离岗 ${number}`, version: row.version })
}

export const owedRows: Source = Object.freeze<Source>({
  source: 'row',
  async find(db, { catalogue, word }, leaver, locale) {
    const items: OwedItem[] = []
    for (const named of datedFor(catalogue)) {
      const { register, field } = named
      const byItself = endThemselves.includes(register.id)
      for (const { id, name, from, to } of await datedRows(db, named, leaver)) {
        const days = say(`${from} 至 ${to ?? '今后'}`, `${from} to ${to ?? 'now on'}`)
        items.push({
          key: `row:${register.id}:${field}:${id}`, group: word(`${register.id}.title`, register.title, locale), title: name, detail: days[locale],
          opens: { register: register.id, id }, ways: register.id === post.id ? [] : byItself ? ['end'] : ['hand', 'end'], byItself, byApprovalOfficer: false,
        })
      }
    }
    return items
  },
  async settle(tx, system, settling) {
    const { leaver, actor, way, to } = settling
    const [id, field, registerId] = settling.id.split(':').toReversed()
    const named = datedFor(system.catalogue).find((one) => one.register.id === registerId && one.field === field)
    const row = named && (await datedRows(tx, named, leaver)).find((one) => one.id === id)
    if (named === undefined || row === undefined) throw new Error(`there is no row ${settling.id}`)
    const { register } = named
    const keeper = asKeeper(actor, register)
    if (way === 'hand' && row.from >= leaver.on) {
      await system.registers.update(tx, keeper, register, row.id, { [named.field]: to }, row.version)
      return
    }
    const values = way === 'hand' ? plain(await system.registers.get(tx, systemActor, register, row.id), register) : null
    await endRow(tx, system, { actor, register, row, leaver })
    if (values) await system.registers.insert(tx, keeper, register, { ...values, [named.field]: to, from: leaver.on, to: row.to })
  },
})

export const owedAnswers: Source = Object.freeze<Source>({
  source: 'answer',
  // Undated: a team that lost him when somebody pressed would have a man less while he still works.
  onTheDay: true,
  async find(db, { responsibilities, word }, leaver, locale) {
    const items: OwedItem[] = []
    for (const [place, answering] of responsibilities.entries()) {
      const { register, lines, field } = answering
      const declared = lines === undefined ? register.fields[field] : register.lines[lines]?.fields[field]
      const path = lines === undefined ? `${register.id}.fields.${field}` : `${register.id}.lines.${lines}.fields.${field}`
      for (const { id, name } of await answersOf(db, answering, leaver))
        items.push({
          key: `answer:${place}:${id}`, group: word(`${register.id}.title`, register.title, locale), title: name, detail: word(path, declared?.label ?? field, locale),
          opens: { register: register.id, id }, ways: lines !== undefined || declared?.optional === true ? ['hand', 'end'] : ['hand'], byItself: false, byApprovalOfficer: false,
        })
    }
    return items
  },
  async settle(tx, system, { leaver, actor, id: place, to }) {
    const [index, id = ''] = place.split(':')
    const answering = system.responsibilities[Number(index)]
    if (answering === undefined) throw new Error(`nobody answers for ${place}`)
    const { register, lines, field } = answering
    const row = await system.registers.get(tx, systemActor, register, id)
    const keeper = asKeeper(actor, register)
    if (lines === undefined) return void (await system.registers.update(tx, keeper, register, id, { [field]: to }, row.version))
    const members = (row.lines?.[lines]?.rows ?? []).map((line) => plainLine(line, register, lines))
    // Who is in it already is not named twice.
    const takesOver = to !== null && !members.some((member) => member[field] === to)
    const left = members.flatMap((member) => (member[field] !== leaver.person ? [member] : takesOver ? [{ ...member, [field]: to }] : []))
    await system.registers.update(tx, keeper, register, id, {}, row.version, { [lines]: left })
  },
})

async function answersOf(db: Db | Tx, { register, lines, field }: Responsibility, { person, stays, wentAt }: Leaver): Promise<readonly { id: string; name: string }[]> {
  // What was entered since he went to another organ is of his new post.
  if (stays && wentAt !== null) return []
  const names = lines === undefined ? sql`${columnSql(field, 'r')} = ${person}::uuid`
    : sql`exists (select from ${tableSql(linesTableOf(register.id, lines))} l where l.parent = r.id and ${columnSql(field, 'l')} = ${person}::uuid)`
  const { rows } = await sql<{ id: string; name: string }>`
    select r.id, r.label as name from ${tableSqlOf(register.id)} r where ${names} and r.retired_at is null and r.merged_into is null order by r.label limit 200`.execute(db)
  return rows
}

/** The departure has decided it: whoever settles it may write this register for this one deed. */
function asKeeper(actor: Actor, { access: { write: [keeper] }, id }: Register): Actor {
  if (keeper === undefined) throw new Problem('not-allowed', say(`${id} 没有人可以维护。`, `Nobody keeps ${id}.`))
  return lent(actor, keeper)
}

/** The values as they are handed in: references by their ids. */
function plain(row: Readonly<Record<string, unknown>>, register: Register): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(register.fields).map((key) => [key, idOf(row[key])]))
}
function plainLine(line: Readonly<Record<string, unknown>>, register: Register, lines: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.keys(register.lines[lines]?.fields ?? {}).map((key) => [key, idOf(line[key])]))
}
function idOf(value: unknown): unknown {
  return value !== null && typeof value === 'object' && 'id' in value ? value.id : value
}
