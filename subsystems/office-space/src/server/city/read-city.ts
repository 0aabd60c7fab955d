// Reading a version 查看报送数据: its counts by kind, its rows with what changed field by field, and the package in the city's own names.
import type { Actor } from '@houqin/access'
import type { Db } from '@houqin/db'
import { optionIn } from '@houqin/fields'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import { unitInEnglish } from '@houqin/words/units'
import { sql } from 'kysely'
import { cityItems, cityKinds, fieldOf, itemsOf, uncoded, unitOf } from '../../contract/city/city-items.ts'
import type { CityChange, CityCode, CityItem, CityKind, CityValues } from '../../contract/city/city-items.ts'
import { cityCode, citySubmission } from '../../contract/index.ts'
import type { CityRow, CityRowsOf, CityVersion } from '../../contract/answers.ts'

export interface RowsAsked {
  readonly kind?: CityKind | undefined
  readonly what: CityRowsOf
  readonly after: number
  readonly limit: number
}

/** Its id. @throws Problem not-found, not-allowed as the matter's own page does. */
async function versionOf({ db, matters }: System, actor: Actor, number: string): Promise<{ id: string; state: string; codes: readonly CityCode[] }> {
  await matters.read(db, actor, citySubmission, number)
  const { rows: [found] } = await sql<{ id: string; state: string; codes: readonly CityCode[] }>`
    select m.id, m.state, v.codes from matter.matter m join office_space.city_version v on v.matter = m.id where m.number = ${number}`.execute(db)
  if (!found) throw new Problem('not-found', say('没有这一版数据。', 'There is no such version.'))
  return found
}

/** @throws Problem as `readCity`. */
export const versionId = async (system: System, actor: Actor, number: string): Promise<string> => (await versionOf(system, actor, number)).id

export async function readCity(system: System, actor: Actor, number: string): Promise<CityVersion> {
  const { id, state, codes } = await versionOf(system, actor, number)
  const { rows: kinds } = await sql<CityVersion['kinds'][number]>`
    select kind, (count(*) filter (where change <> 'gone'))::int as rows, (count(*) filter (where change = 'added'))::int as added, (count(*) filter (where change = 'changed'))::int as changed,
           (count(*) filter (where change = 'gone'))::int as gone, (count(*) filter (where again is not null and change <> 'same'))::int as again,
           (count(*) filter (where answer = 'accepted'))::int as accepted, (count(*) filter (where answer = 'rejected'))::int as rejected
      from office_space.city_row where matter = ${id}::uuid group by kind order by min(place)`.execute(system.db)
  return { number, state, kinds, uncoded: uncoded(codes) }
}

interface Stored extends Omit<CityRow, 'changes'> {
  readonly place: number
  readonly values: CityValues
  readonly before: CityValues | null
}
async function stored(db: Db, id: string, { kind, what, after, limit }: RowsAsked): Promise<readonly Stored[]> {
  const { rows } = await sql<Stored>`
    select kind, key, name, place, item_values as "values", before, change, again, answer, reason from office_space.city_row
     where matter = ${id}::uuid and place > ${after} and (${kind ?? null}::text is null or kind = ${kind ?? null})
       and case ${what} when 'all' then true when 'changes' then change <> 'same' when 'rejected' then answer = 'rejected' else change = ${what} end
     order by place limit ${limit}`.execute(db)
  return rows
}

/** @returns at most `limit` rows behind the place `after`, and the place to go on from. */
export async function cityRows(system: System, actor: Actor, number: string, asked: RowsAsked): Promise<{ readonly rows: readonly CityRow[]; readonly next: number | null }> {
  const { id } = await versionOf(system, actor, number)
  const rows = await stored(system.db, id, asked)
  return {
    rows: rows.map(({ kind, key, name, change, again, answer, reason, values, before }) => ({
      kind, key, name, change, again, answer, reason,
      changes: before === null || change === 'gone' ? [] : itemsOf(kind).filter((item) => (before[item] ?? '') !== (values[item] ?? '')).map((item) => ({ title: titleIn(item, actor.locale), before: shown(item, before[item], actor.locale), now: shown(item, values[item], actor.locale) })),
    })),
    next: rows.length < asked.limit ? null : (rows.at(-1)?.place ?? null),
  }
}
/** Without the kind of row it is of, which stands beside it. */
const titleIn = (item: CityItem, locale: Locale): string => (locale === 'zh' ? cityItems[item].title : optionIn(cityCode.fields.item, item).en.replace(/^.+?: /u, ''))
const shown = (item: CityItem, value: string | undefined, locale: Locale): string => {
  const text = optionIn(fieldOf(item), value ?? '')[locale]
  const unit = unitOf(item) ?? ''
  return text === '' ? '' : `${text} ${locale === 'zh' ? unit : (unitInEnglish(unit) ?? unit)}`.trim()
}

/** One kind of rows under the city's names, ready for a sheet. */
export interface CityTable {
  readonly kind: CityKind
  readonly columns: readonly { readonly code: string; readonly title: string; readonly unit: string | null }[]
  readonly rows: readonly { readonly key: string; readonly change: CityChange; readonly values: readonly string[] }[]
}
/** Without a code of the city's a field keeps our own name, so that a draft can be read before all codes are known. */
export async function cityTable(system: System, actor: Actor, number: string, kind: CityKind): Promise<CityTable> {
  const { id, codes } = await versionOf(system, actor, number)
  return tableOf(await stored(system.db, id, { kind, what: 'all', after: -1, limit: 1_000_000 }), kind, codes)
}
function tableOf(rows: readonly Stored[], kind: CityKind, codes: readonly CityCode[]): CityTable {
  const known = new Map(codes.map((code) => [`${code.item} ${code.value}`, code]))
  const items = itemsOf(kind)
  return {
    kind,
    columns: items.map((item) => {
      const own = known.get(`${item} *`)
      return { code: own?.code ?? item, title: own?.name ?? cityItems[item].title, unit: own?.unit ?? unitOf(item) ?? null }
    }),
    rows: rows.map(({ key, change, values }) => ({ key, change, values: items.map((item) => known.get(`${item} ${values[item] ?? ''}`)?.code ?? values[item] ?? '') })),
  }
}

export interface CityPackage {
  readonly number: string
  readonly day: string
  readonly digest: string
  readonly totals: { readonly sites: number; readonly organs: number; readonly area: string }
  readonly tables: readonly CityTable[]
}
/** All of it in one document. */
export async function cityPackage(system: System, actor: Actor, number: string): Promise<CityPackage> {
  const { id, codes } = await versionOf(system, actor, number)
  const { rows: [facts] } = await sql<Omit<CityPackage, 'number' | 'tables'>>`
    select day::text as day, digest, json_build_object('sites', sites, 'organs', organs, 'area', area::text) as totals from office_space.city_submission where matter = ${id}::uuid`.execute(system.db)
  if (!facts) throw new Error(`${number} has no row of its own`)
  const rows = await stored(system.db, id, { what: 'all', after: -1, limit: 1_000_000 })
  return { number, ...facts, tables: (Object.keys(cityKinds) as CityKind[]).map((kind) => tableOf(rows.filter((row) => row.kind === kind), kind, codes)) }
}
