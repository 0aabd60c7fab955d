// The checklist of a departure 交接清单: everything the leaver still holds and owes, as it stands at this moment, with what was waived.
import type { Db, Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import type { Locale } from '@houqin/problem'
import { sql } from 'kysely'
import type { SettlingWay } from '../../contract/index.ts'
import type { Source } from './item.ts'
import type { Leaver } from './leaver.ts'
import { owedMatters } from './owed-matters.ts'
import { owedAccount, owedDeputies, owedRoles, owedRoutes } from './owed-rights.ts'
import { owedAnswers, owedRows } from './owed-rows.ts'
import type { ListedItem } from '../../contract/answers.ts'

const sources: readonly Source[] = Object.freeze([owedMatters, owedRows, owedAnswers, owedRoutes, owedRoles, owedDeputies, owedAccount])

export interface SettledLine {
  readonly id: string
  readonly item: string
  readonly way: SettlingWay
  readonly to: string | null
  readonly reason: string | null
  readonly outcome: 'done' | 'waived' | 'planned' | 'replaced' | 'failed' | null
  /** The name of who takes it over. */
  readonly successor: string | null
}

export async function settledLines(db: Db | Tx, matter: string): Promise<readonly SettledLine[]> {
  const { rows } = await sql<SettledLine>`
    select s.id, s.item, s.way, s."to", s.reason, s.outcome, p.label as successor
      from staffing.departure__settled s left join people.person p on p.id = s."to" where s.matter = ${matter}::uuid order by s.position`.execute(db)
  return rows
}

/** In the order in which it is worked through. */
export async function checklist(db: Db | Tx, system: System, { leaver, locale }: { leaver: Leaver; locale: Locale }): Promise<readonly ListedItem[]> {
  const settled = await settledLines(db, leaver.matter)
  const waived = new Map(settled.filter(({ outcome }) => outcome === 'waived').map(({ item, reason }) => [item, reason]))
  const planned = new Map(settled.filter(({ outcome }) => outcome === 'planned').map(({ item, way, successor }) => [item, { way, to: successor }]))
  const handed = new Set(settled.filter(({ outcome, way }) => outcome === 'done' && way === 'hand').map(({ item }) => item))
  const listed: ListedItem[] = []
  for (const { find } of sources)
    for (const item of await find(db, system, leaver, locale)) {
      const reason = waived.get(item.key) ?? null
      listed.push({ ...item, state: item.byItself || planned.has(item.key) ? 'by-itself' : reason !== null ? 'waived' : 'open', reason, handed: handed.has(item.key), planned: planned.get(item.key) ?? null })
    }
  return listed
}

/** @param key `source:…` of an item that is on the list. */
export function sourceOf(key: string): { source: Source; id: string } {
  const place = key.indexOf(':')
  const source = sources.find((one) => one.source === key.slice(0, place))
  if (source === undefined) throw new Error(`no source finds ${key}`)
  return { source, id: key.slice(place + 1) }
}
