// Past matters 历史事项: thousands at once from a seed or an import, with the timeline they had, told to nobody.
import { signature, systemActor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import type { Fields, Matter } from '@houqin/define'
import { columnOf, columnSql, isList, linesTableOf, newId, tableSql, tableSqlOf, toColumns } from '@houqin/fields'
import { matterNumber, opaqueCode } from '@houqin/numbering'
import { targetsOf, wantedBy, withReferences } from '@houqin/rows'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { holderIn } from './holding.ts'
import { personsIn } from './party.ts'
import type { Why } from './party.ts'
import { subjectOf } from './subject.ts'
import type { View } from './view.ts'
import { matterWords } from './words.ts'

type Values = Readonly<Record<string, unknown>>
export interface PastStep {
  readonly at: Date
  /** Null for the asking itself, which comes first. */
  readonly step: string | null
  readonly to: string
  readonly by: { readonly person: string | null; readonly name: string }
  readonly comment?: string | null
  readonly input?: Values
}
export interface PastMatter {
  readonly id: string
  readonly number: string
  readonly requester: { readonly person: string | null; readonly name: string }
  readonly organ: string | null
  readonly site: string | null
  readonly form: Values
  readonly facts: Values
  readonly lines?: Readonly<Record<string, readonly { readonly at: Date; readonly by: string | null; readonly values: Values }[]>>
  readonly happened: readonly [PastStep, ...PastStep[]]
  readonly dueAt: Date | null
  readonly rating?: { readonly stars: number; readonly words: string | null } | null
  /** The id of the matter it repeats, given earlier or in the same call. */
  readonly duplicateOf?: string | null
}
const batch = 300

/** Values are written as they are given, references by id; one entry in the audit says how many. Deadlines gone by are found by the next tick. */
export async function recordPast(tx: Tx, view: View, { matter, past }: { matter: Matter; past: readonly PastMatter[] }): Promise<void> {
  for (let start = 0; start < past.length; start += batch) await writeBatch(tx, view, matter, past.slice(start, start + batch))
  const links = past.flatMap(({ id, duplicateOf, happened }) => (duplicateOf == null ? [] : [{ id, duplicateOf, last: happened.at(-1) ?? happened[0] }]))
  await insertAll(tx, sql`matter.link (matter, kind, other, at, by_name)`, links.map(({ id, duplicateOf, last }) => sql`(${id}::uuid, 'duplicate-of', ${duplicateOf}::uuid, ${last.at}, ${last.by.name})`))
  await countOn(tx, past)
  await record(tx, {
    at: view.clock.now(), ...signature(systemActor), action: `${matter.id}.record-past`, subject: { kind: matter.id, id: '' },
    summary: `成批记入历史${matter.title} ${past.length} 件`, after: { count: past.length, first: past[0]?.number ?? null, last: past.at(-1)?.number ?? null },
  })
}

async function writeBatch(tx: Tx, view: View, matter: Matter, past: readonly PastMatter[]): Promise<void> {
  const { catalogue } = view
  const wanted = wantedBy(matter.form, matter.id, past.map(({ form }) => form))
  for (const { happened } of past) for (const { step, input } of happened) wantedBy(inputOf(matter, step), matter.id, [input ?? {}], wanted)
  const targets = await targetsOf(tx, wanted)
  const subjects = past.map(({ form }) => subjectOf(matter, form, withReferences({ catalogue, fields: matter.form, owner: matter.id, values: form, targets })))
  await insertAll(tx, sql`matter.matter (id, kind, number, code, subject, state, version, requester, requester_name, organ, site,
    holder_person, holder_role, due_at, opened_at, state_since, closed_at, rating, rating_words)`, past.map((one, place) => {
    const { state, since, final } = standing(matter, one)
    const held = holderIn(stateOf(matter, state), { requester: one.requester.person, facts: one.facts })
    return sql`(${one.id}::uuid, ${matter.id}, ${one.number}, ${opaqueCode()}, ${subjects[place]}, ${state}, ${one.happened.length}, ${one.requester.person}::uuid,
      ${one.requester.name}, ${one.organ}::uuid, ${one.site}::uuid, ${held.person}::uuid, ${held.role}, ${one.dueAt}::timestamptz, ${one.happened[0].at},
      ${since}, ${final ? since : null}::timestamptz, ${one.rating?.stars ?? null}::smallint, ${one.rating?.words ?? null})`
  }))
  await insertAll(tx, sql`matter.search (matter, words)`, past.map(({ id, number, requester }, place) =>
    sql`(${id}::uuid, ${matterWords({ number, subject: subjects[place] ?? '', requesterName: requester.name })}::text[])`))
  const fields = { ...matter.form, ...matter.facts }
  const keys = Object.keys(fields)
  await insertAll(tx, sql`${tableSqlOf(matter.id)} (${sql.join([columnSql('matter'), ...keys.map((key) => columnSql(key))])})`, past.map((one) => {
    const columns = toColumns(fields, { ...emptyOf(fields), ...one.form, ...one.facts })
    return sql`(${sql.join([sql`${one.id}::uuid`, ...keys.map((key) => columns[columnOf(key)] ?? sql`default`)])})`
  }))
  await insertAll(tx, sql`matter.event (matter, at, what, step, from_state, to_state, version, by_person, by_name, comment, input)`, past.flatMap((one) =>
    one.happened.map(({ at, step, to, by, comment, input }, place) => {
      const asked = inputOf(matter, step)
      const read = withReferences({ catalogue, fields: asked, owner: matter.id, values: input ?? {}, targets })
      return sql`(${one.id}::uuid, ${at}, ${step === null ? 'start' : 'step'}, ${step}, ${one.happened[place - 1]?.to ?? null}, ${to}, ${place + 1},
        ${by.person}::uuid, ${by.name}, ${comment ?? null}, ${Object.keys(asked).length > 0 ? JSON.stringify(read) : null}::jsonb)`
    })))
  await insertAll(tx, sql`matter.party (matter, person, why)`, past.flatMap((one) =>
    [...partiesOf(view, matter, one)].map(([key, why]) => sql`(${one.id}::uuid, ${key.split(' ')[0]}::uuid, ${why})`)))
  for (const [set, { fields: columns }] of Object.entries(matter.lines)) {
    const own = Object.keys(columns)
    await insertAll(tx, sql`${tableSql(linesTableOf(matter.id, set))} (id, matter, position, at, by_person, ${sql.join(own.map((key) => columnSql(key)))})`, past.flatMap((one) =>
      (one.lines?.[set] ?? []).map(({ at, by, values }, place) => {
        const written = toColumns(columns, values)
        return sql`(${sql.join([sql`${newId(view.clock)}::uuid`, sql`${one.id}::uuid`, sql`${place + 1}::int`, sql`${at}::timestamptz`, sql`${by}::uuid`, ...own.map((key) => written[columnOf(key)] ?? sql`null`)])})`
      })))
  }
}

/** Bounded: a statement carries at most 65,535 parameters. */
async function insertAll(tx: Tx, into: RawBuilder<unknown>, rows: readonly RawBuilder<unknown>[]): Promise<void> {
  const most = 1000
  for (let start = 0; start < rows.length; start += most) await sql`insert into ${into} values ${sql.join(rows.slice(start, start + most))}`.execute(tx)
}
function standing(matter: Matter, { happened }: PastMatter): { state: string; since: Date; final: boolean } {
  const state = happened.at(-1)?.to ?? matter.start
  const since = happened.findLast(({ to }, place) => place === 0 || happened[place - 1]?.to !== to)?.at ?? happened[0].at
  return { state, since, final: stateOf(matter, state).final ?? false }
}
function stateOf(matter: Matter, name: string): Matter['states'][string] {
  const state = matter.states[name]
  if (state === undefined) throw new RangeError(`${matter.id} has no state ${name}`)
  return state
}
function inputOf(matter: Matter, name: string | null): Fields {
  const step = name === null ? undefined : matter.steps[name]
  if (name !== null && step === undefined) throw new RangeError(`${matter.id} has no step ${name}`)
  return step?.input ?? {}
}
const emptyOf = (fields: Fields): Values => Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, isList(field) ? [] : null]))
function partiesOf({ catalogue }: View, matter: Matter, { requester, happened, facts }: PastMatter): ReadonlyMap<string, Why> {
  const found = new Map<string, Why>()
  const add = (person: string | null, why: Why): void => {
    if (person !== null) found.set(`${person} ${why}`, why)
  }
  add(requester.person, 'requester')
  for (const { step, by } of happened) if (step !== null) add(by.person, 'acted')
  for (const person of personsIn(matter.facts, { values: facts, person: catalogue.dimensions.person?.id })) add(person, 'named')
  const held = holderIn(stateOf(matter, happened.at(-1)?.to ?? matter.start), { requester: requester.person, facts })
  add(held.person, 'holder')
  return found
}
/** So that the next number of a day follows those given here. */
async function countOn(tx: Tx, past: readonly PastMatter[]): Promise<void> {
  const last = new Map<string, { prefix: string; day: string; count: number }>()
  for (const { number } of past) {
    const read = matterNumber(number)
    if (read === undefined) throw new RangeError(`not the number of a matter: ${number}`)
    const key = `${read.prefix} ${read.day}`
    if (read.count > (last.get(key)?.count ?? 0)) last.set(key, read)
  }
  for (const { prefix, day, count } of last.values())
    await sql`
      insert into numbering.counter as c (prefix, day, last) values (${prefix}, ${day}::date, ${count})
      on conflict (prefix, day) do update set last = greatest(c.last, excluded.last)`.execute(tx)
}
