// 到期一览: what ends within its first warning or has ended, whose it is, who is responsible and what renews it.
import { holdersOfEach } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays, daysBetween } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue, Matter, Register } from '@houqin/define'
import { maskedName, tableSqlOf } from '@houqin/fields'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { guardsName, targetsOf, want } from '@houqin/rows'
import type { Wanted } from '@houqin/rows'
import type { DueAnswer, DueRow, Ref } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { expiringOf, placeOfRow, reachOf } from './expiring.ts'
import type { Expiring } from './expiring.ts'

export const dueStates = Object.freeze(['open', 'aside', 'all'] as const)
export type DueState = (typeof dueStates)[number]
export interface DueQuery {
  /** `open`: to be seen to, lapsed or coming; `aside`: put off or already seen to. */
  readonly state?: DueState
  readonly register?: string
  readonly site?: string
  /** Ends within so many days from today; what has ended is always within. */
  readonly within?: number
  readonly limit?: number
  readonly after?: string
  /** The day it is asked for; today unless said. */
  readonly day?: string
}

interface Found {
  readonly id: string
  readonly place: number
  readonly row: string
  readonly name: string
  readonly day: string
  readonly put_aside: 'snoozed' | 'acknowledged' | null
  readonly put_aside_until: string | null
  readonly put_aside_reason: string | null
  readonly put_aside_by: string | null
  readonly put_aside_at: Date | null
  readonly organ: string | null
  readonly site: string | null
  readonly writable: boolean
}
const mostNamed = 3

/** Rows the reader may see, the nearest day first. @throws Problem `bad-request` for a register that nothing ends in, or a cursor that is none. */
export async function dueRows(db: Db | Tx, system: System, actor: Actor, query: DueQuery = {}): Promise<DueAnswer> {
  const { catalogue, clock } = system
  const today = query.day ?? clock.today()
  const limit = query.limit ?? 50
  const whole = expiringOf(catalogue)
  const isAsked = (register: string | undefined): boolean => query.register === undefined || register === query.register
  const asked = whole.filter(({ register }) => isAsked(register.id))
  if (query.register !== undefined && asked.length === 0) throw new Problem('bad-request', say(`“${query.register}”里没有会到期的内容。`, `Nothing ends in “${query.register}”.`))
  if (asked.length === 0) return { rows: [], next: null, total: 0, lapsed: 0, registers: [] }
  const selected = (all: readonly Expiring[]): RawBuilder<unknown> => sql`(${sql.join(all.map((one, place) => selectionOf(one, { place, actor, today, query })), sql` union all `)})`
  const { rows: counted } = await sql<{ place: number; total: number; lapsed: number }>`
    select place, count(*)::int as total, (count(*) filter (where day < ${today}))::int as lapsed from ${selected(whole)} due group by place order by place`.execute(db)
  const counts = counted.map(({ place, ...count }) => ({ register: whole[place]?.register, ...count }))
  const { rows: found } = await sql<Found>`
    select * from ${selected(asked)} due ${query.after === undefined ? sql`` : sql`where (day, id) > ${placeAfter(query.after)}`} order by day, id limit ${limit + 1}`.execute(db)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: await answered(db, system, actor, { found: shown, asked, today }),
    next: found.length > limit && last ? `${last.day}.${last.id}` : null,
    total: sum(counts.filter(({ register }) => isAsked(register?.id)).map(({ total }) => total)),
    lapsed: sum(counts.filter(({ register }) => isAsked(register?.id)).map(({ lapsed }) => lapsed)),
    registers: [...new Set(whole.map(({ register }) => register))]
      .map((register) => ({
        register: register.id,
        title: system.word(`${register.id}.title`, register.title, actor.locale),
        count: sum(counts.filter((one) => one.register === register).map(({ total }) => total)),
      }))
      .filter(({ register, count }) => count > 0 || register === query.register),
  }
}
const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

function selectionOf({ register, field, expires, lapses }: Expiring, { place, actor, today, query }: { place: number; actor: Actor; today: string; query: DueQuery }): RawBuilder<unknown> {
  const { organ, site } = placeOfRow(register)
  const until = addDays(today, Math.min(Math.max(...expires.warnDays), query.within ?? Number.POSITIVE_INFINITY))
  // what has ended cannot be put off any more
  const aside = sql<boolean>`(e.put_aside is not null and e.day >= ${today}::date and (e.put_aside = 'acknowledged' or e.put_aside_until > ${today}::date))`
  const state = { open: sql`not ${aside}`, aside, all: sql`true` }[query.state ?? 'open']
  return sql`
    select e.id, ${place}::int as place, e.row, t.label as name, e.day::text as day, e.put_aside, e.put_aside_until::text as put_aside_until,
      e.put_aside_reason, e.put_aside_by, e.put_aside_at, ${organ} as organ, ${site} as site, ${reachOf(actor.principal, register, 'write')} as writable
    from due.expiry e join ${tableSqlOf(register.id)} t on t.id = e.row
    where e.register = ${register.id} and e.field = ${field} and e.day <= ${until}::date and (${lapses} or e.day >= ${today}::date)
      and ${state} and (${query.site ?? null}::uuid is null or ${site} = ${query.site ?? null}::uuid) and ${reachOf(actor.principal, register, 'read')}`
}
function placeAfter(cursor: string): RawBuilder<unknown> {
  const [, day, id] = /^(\d{4}-\d\d-\d\d)\.([0-9a-f-]{36})$/.exec(cursor) ?? []
  if (day === undefined || id === undefined) throw new Problem('bad-request', say('翻页参数 after 无效，请从头列出。', 'The cursor is none of ours; list from the start.'))
  return sql`(${day}, ${id}::uuid)`
}

async function answered(db: Db | Tx, system: System, { locale }: Actor, { found, asked, today }: { found: readonly Found[]; asked: readonly Expiring[]; today: string }): Promise<DueRow[]> {
  const { catalogue, word } = system
  const holders = await responsibleFor(db, system, { found, asked })
  const { organ: organs, site: sites, person: persons } = catalogue.dimensions
  const wanted: Wanted = new Map()
  for (const { organ, site } of found) {
    if (organs && organ !== null) want(wanted, organs.id, organ)
    if (sites && site !== null) want(wanted, sites.id, site)
  }
  for (const ids of holders.values()) for (const id of ids) if (persons) want(wanted, persons.id, id)
  const names = wanted.size > 0 ? await targetsOf(db, wanted) : new Map<string, Ref>()
  const named = (id: string | null): Ref | null => {
    const target = id === null ? undefined : names.get(id)
    return target ? { id: target.id, name: target.name } : null
  }
  return found.flatMap((row): DueRow[] => {
    const expiring = asked[row.place]
    if (!expiring) return []
    const { register, field, label, expires } = expiring
    return [{
      id: row.id,
      register: register.id,
      title: word(`${register.id}.title`, register.title, locale),
      row: { id: row.row, name: guardsName(catalogue, register) ? maskedName(row.name) : row.name },
      field,
      label: word(`${register.id}.fields.${field}`, label[locale], locale),
      day: row.day,
      daysLeft: daysBetween(today, row.day),
      says: expires.says,
      ...standing(row, today),
      organ: named(row.organ),
      site: named(row.site),
      responsible: (holders.get(keyOf(row)) ?? []).slice(0, mostNamed).flatMap((id) => named(id) ?? []),
      roles: register.access.write.map(({ role, title }) => word(role, title, locale)),
      renew: renewalOf(catalogue, register, (matter) => word(`${matter.id}.title`, matter.title, locale)),
      mayWrite: row.writable,
    }]
  })
}

function standing({ day, put_aside: aside, put_aside_until: until, put_aside_reason: reason, put_aside_by: by, put_aside_at: at }: Found, today: string): Pick<DueRow, 'state' | 'aside'> {
  const said = aside === null || reason === null || at === null ? null : { until, reason, by: by ?? '', at: at.toISOString() }
  if (day < today) return { state: 'lapsed', aside: said }
  if (aside === 'acknowledged') return { state: 'acknowledged', aside: said }
  return aside === 'snoozed' && until !== null && until > today ? { state: 'snoozed', aside: said } : { state: 'coming', aside: said }
}

function renewalOf(catalogue: Catalogue, register: Register, title: (matter: Matter) => string): DueRow['renew'] {
  for (const matter of catalogue.matters.values()) {
    const field = matter.renews === undefined ? undefined : matter.form[matter.renews]
    if (matter.renews !== undefined && field?.kind === 'ref' && field.to !== 'self' && field.to.id === register.id) return { matter: matter.id, title: title(matter), field: matter.renews }
  }
  return null
}

const keyOf = ({ place, organ, site }: Found): string => `${place} ${organ ?? ''} ${site ?? ''}`
/** Rows of one place are the same people's: all places are asked for at once. */
async function responsibleFor(db: Db | Tx, { catalogue, clock }: System, { found, asked }: { found: readonly Found[]; asked: readonly Expiring[] }): Promise<ReadonlyMap<string, readonly string[]>> {
  const places = new Map(found.map((row) => [keyOf(row), row]))
  const overs = [...places].flatMap(([key, { place, organ, site }]) => (asked[place]?.register.access.write ?? []).map((role) => ({ key, role, organ, site })))
  if (overs.length === 0) return new Map()
  const persons = await holdersOfEach(db, catalogue, { overs, day: clock.today() })
  const byKey = Map.groupBy(overs.map(({ key }, nth) => ({ key, persons: persons[nth] ?? [] })), ({ key }) => key)
  return new Map([...byKey].map(([key, all]) => [key, [...new Set(all.flatMap((one) => one.persons))]]))
}
