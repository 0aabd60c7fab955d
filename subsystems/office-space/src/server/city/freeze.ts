// Freezing a version 定版: the ledger of the day beside what the city holds, row by row, with a digest over all of it.
import { createHash } from 'node:crypto'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import { sql } from 'kysely'
import type { CityChange, CityCode, CityKind, CityValues } from '../../contract/city/city-items.ts'
import { cityLedger } from './ledger-rows.ts'

export interface Frozen {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly gone: number
  /** Sent back by the city the last time, and sent again. */
  readonly again: number
  readonly sites: number
  readonly organs: number
  /** Σ of the sites' certified built area, ㎡. */
  readonly area: string
  /** SHA-256 over the digests of all rows in order. */
  readonly digest: string
}
/** What the city holds of a row, or held it back for. */
interface Held {
  readonly kind: CityKind
  readonly key: string
  readonly name: string
  readonly values: CityValues | null
  readonly again: string | null
}
interface Written {
  readonly kind: CityKind
  readonly key: string
  readonly place: number
  readonly name: string
  readonly values: CityValues
  readonly digest: string
  readonly change: CityChange
  readonly before: CityValues | null
  readonly again: string | null
}
const atOnce = 2_000

/** Of each row the newest that was handed over and not sent back; `again` where the newest of all was sent back. */
async function heldByCity(tx: Tx): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    with sent as (
      select r.kind, r.key, r.name, r.item_values, r.change, r.answer, r.reason, v.handed_at, m.number
        from office_space.city_row r join office_space.city_version v on v.matter = r.matter join matter.matter m on m.id = r.matter where v.handed_at is not null
    ), held as (
      select distinct on (kind, key) kind, key, name, item_values, change from sent where answer is distinct from 'rejected' order by kind, key, handed_at desc, number desc
    ), newest as (
      select distinct on (kind, key) kind, key, name, answer, reason from sent where change <> 'same' order by kind, key, handed_at desc, number desc
    )
    select coalesce(h.kind, n.kind) as kind, coalesce(h.key, n.key) as key, coalesce(h.name, n.name) as name,
           case when h.change <> 'gone' then h.item_values end as "values", case when n.answer = 'rejected' then coalesce(n.reason, '') end as again
      from held h full join newest n on n.kind = h.kind and n.key = h.key`.execute(tx)
  return rows
}

/** @param day YYYY-MM-DD. @returns what was frozen, counted. */
export async function freeze(tx: Tx, { matter, day }: { matter: string; day: string }): Promise<Frozen> {
  const ledger = await cityLedger(tx, day)
  const held = new Map((await heldByCity(tx)).map((one) => [`${one.kind} ${one.key}`, one]))
  const rows: Written[] = ledger.map(({ kind, key, name, values }, place) => {
    const known = held.get(`${kind} ${key}`)
    const change: CityChange = known?.values == null ? 'added' : canonical(known.values) === canonical(values) ? 'same' : 'changed'
    return { kind, key, place, name, values, digest: digestOf(kind, key, values), change, before: change === 'changed' ? (known?.values ?? null) : null, again: known?.again ?? null }
  })
  const here = new Set(rows.map(({ kind, key }) => `${kind} ${key}`))
  for (const { kind, key, name, values, again } of held.values())
    if (values !== null && !here.has(`${kind} ${key}`)) rows.push({ kind, key, place: rows.length, name, values, digest: digestOf(kind, key, values), change: 'gone', before: values, again })
  const { rows: codes } = await sql<CityCode>`
    select item, value, code, title as name, unit from office_space.city_code where valid @> ${day}::date and retired_at is null and merged_into is null order by item, value`.execute(tx)
  await sql`insert into office_space.city_version (matter, codes) values (${matter}::uuid, ${JSON.stringify(codes)}::jsonb)`.execute(tx)
  for (let at = 0; at < rows.length; at += atOnce)
    await sql`
      insert into office_space.city_row (matter, kind, key, place, name, item_values, digest, change, before, again)
      select ${matter}::uuid, r.kind, r.key, r.place, r.name, r.values, r.digest, r.change, r.before, r.again
        from jsonb_to_recordset(${JSON.stringify(rows.slice(at, at + atOnce))}::jsonb) as r (kind text, key uuid, place int, name text, values jsonb, digest text, change text, before jsonb, again text)`.execute(tx)
  const of = (test: (row: Written) => boolean): number => rows.filter(test).length
  const standing = rows.filter(({ change }) => change !== 'gone')
  return {
    rows: standing.length, added: of(({ change }) => change === 'added'), changed: of(({ change }) => change === 'changed'), gone: of(({ change }) => change === 'gone'), again: of(({ again, change }) => again !== null && change !== 'same'),
    sites: standing.filter(({ kind }) => kind === 'site').length, organs: standing.filter(({ kind }) => kind === 'organ').length,
    area: decimal.sum(['0.00', ...standing.flatMap(({ kind, values }) => (kind === 'site' ? [values.siteBuiltArea ?? '0'] : []))]),
    digest: createHash('sha256').update(rows.map(({ digest, change }) => `${digest} ${change}`).join('\n')).digest('hex'),
  }
}
const canonical = (values: CityValues): string => JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const digestOf = (kind: CityKind, key: string, values: CityValues): string => createHash('sha256').update(`${kind}\n${key}\n${canonical(values)}`).digest('hex')
