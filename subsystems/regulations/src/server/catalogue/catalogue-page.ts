// 事项目录页: every item with who answers, how long it should and does take, what people think of it, and the clauses with how sure they are.
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import type { CatalogueEntry, CataloguePage } from '../../contract/index.ts'

/** The figures of fewer than these would tell about persons. */
const fewest = 3
/** Days back from today. */
const span = 365

interface StoredEntry extends Omit<CatalogueEntry, 'begin' | 'closed' | 'days' | 'stars'> {
  readonly closed: number
  readonly days: string | null
  readonly stars: string | null
}

/** Figures are of the matters that were closed within a year, over the whole district: everybody may know how long things take. */
export async function cataloguePage({ db, clock, catalogue }: Pick<System, 'db' | 'clock' | 'catalogue'>, { principal }: Actor): Promise<CataloguePage> {
  const today = clock.today()
  const { rows } = await sql<StoredEntry>`
    select i.id, i.title, i.matter, i.owner, i."limit", i.feedback, i.keywords, coalesce(f.closed, 0)::int as closed, f.days::text, f.stars::text,
           coalesce((select jsonb_agg(jsonb_build_object('document', b.document, 'clause', b.clause, 'reading', coalesce(b.reading, 'unconfirmed'), 'of', d.id, 'article', a.id, 'held', v.id is not null) order by b.position)
                       from regulations.catalogue_item__bases b
                       left join regulations.document d on d.title = b.document and d.retired_at is null and d.merged_into is null
                       left join lateral (select id from regulations.version v where v.document = d.id and v.retired_at is null
                                             and coalesce(v.in_force_on, v.made_on, ${today}::date) <= ${today}::date and coalesce(v.in_force_until, ${today}::date) >= ${today}::date limit 1) v on true
                       left join regulations.article a on a.of = v.id and a.number = b.clause and a.retired_at is null
                      where b.parent = i.id), '[]') as bases
      from regulations.catalogue_item i
      left join lateral (
        select count(*) as closed, round((extract(epoch from avg(m.closed_at - m.opened_at)) / 86400)::numeric, 1) as days, round(avg(m.rating), 1) as stars
          from matter.matter m where m.kind = i.matter and m.closed_at >= ${clock.now()}::timestamptz - make_interval(days => ${span})) f on true
     where i.retired_at is null and i.merged_into is null order by i.position, i.title`.execute(db)
  return {
    rows: rows.map(({ closed, days, stars, ...row }) => {
      const declared = row.matter === null ? undefined : catalogue.matters.get(row.matter)
      const told = closed >= fewest
      return { ...row, closed: told ? closed : null, days: told ? days : null, stars: told ? stars : null, begin: declared !== undefined && holds(principal, declared.access.start) }
    }),
  }
}
