// Assignment 定类定班: the category a report falls under, its time limits, and the team that goes to the site.
import { statementOf } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { guessCategory } from '../contract/index.ts'
import type { TimeLimits } from './promise.ts'

export interface Assignment {
  readonly category: string
  readonly limits: TimeLimits
  /** The team that goes to the site; null when none of the trade does: the dispatcher chooses. */
  readonly team: () => Promise<string | null>
}
interface CategoryRow extends TimeLimits {
  readonly id: string
  readonly trade: string
  readonly keywords: string | null
}
const categoriesFor = statementOf<{ chosen: string | null }, CategoryRow>((value) => sql`
  select id, trade, keywords, urgent_hours as "urgentHours", normal_hours as "normalHours", low_hours as "lowHours"
    from service_desk.category where (retired_at is null and merged_into is null) or id = ${value('chosen')}::uuid order by position`)
const teamsFor = statementOf<{ trade: string; site: string | null }, { id: string }>((value) => sql`
  select t.id from service_desk.team t
   where t.trade = ${value('trade')} and t.retired_at is null and t.merged_into is null
     and exists (select from service_desk.team__coverage c where c.parent = t.id and c.site = ${value('site')}::uuid)
   order by t.label`)

/** @param chosen the category somebody named; without one the words decide, and the last category takes what fits nowhere. */
export async function assign(tx: Tx, { chosen, what, site }: { chosen: string | null; what: string; site: string | null }): Promise<Assignment> {
  const rows = await categoriesFor(tx, { chosen })
  const guessed = chosen ?? guessCategory(what, rows)
  const category = rows.find(({ id }) => id === guessed) ?? rows.at(-1)
  if (!category)
    throw new Problem('conflict', say('还没有建立报修类别，请服务科先登记。', 'There is no repair category yet; the service officer must enter one first.'))
  const { id, trade, keywords: _, ...limits } = category
  return { category: id, limits, team: () => teamFor(tx, { trade, site }) }
}

/** The team of the trade that names the site; of several the one with the least to do, which is counted only then. */
async function teamFor(tx: Tx, where: { trade: string; site: string | null }): Promise<string | null> {
  const teams = (await teamsFor(tx, where)).map(({ id }) => id)
  if (teams.length < 2) return teams[0] ?? null
  const { rows } = await sql<{ id: string }>`
    select t.id from unnest(${teams}::uuid[]) with ordinality as t (id, place)
     order by (select count(*) from service_desk.repair f join matter.matter m on m.id = f.matter where f.team = t.id and m.closed_at is null), t.place
     limit 1`.execute(tx)
  return rows[0]?.id ?? null
}
