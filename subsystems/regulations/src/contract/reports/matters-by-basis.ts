// Matters by basis 办理事项的依据: on how many clauses each matter of the catalogue rests, and how many were begun in the period.
import { auditor, defineReport } from '@houqin/define'
import type { Query, Report, ReportCell, ReportPeriod, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { catalogueItem } from '../catalogue-item.ts'
import { regulationsOfficer } from '../roles.ts'

/** One row for each kind of matter that the catalogue names; one that several items speak of is told by the first of them. */
export function byMatter(period: ReportPeriod, scope: Parameters<Report['query']>[1], sql: SqlTag): Query<Record<string, ReportCell>> {
  return sql<Record<string, ReportCell>>`
    select (array_agg(i.id::text order by i.position, i.id))[1] as id, (array_agg(i.label order by i.position, i.id))[1] as title, i.matter,
           sum((select count(*) from regulations.catalogue_item__bases b where b.parent = i.id))::int as bases,
           (select count(*) from matter.matter m where m.kind = i.matter and m.opened_at >= ${period.from} and m.opened_at < ${period.to} and ${scope.organ('m.organ')})::int as opened, min(i.position) as position
      from regulations.catalogue_item i where i.matter is not null and i.retired_at is null and i.merged_into is null group by i.matter`
}

export const mattersByBasis = defineReport('regulations.matters-by-basis', {
  title: '办理事项的依据',
  read: [regulationsOfficer, bureauLeader, auditor],
  columns: {
    id: { title: '目录编号', kind: 'text' },
    title: { title: '事项', kind: 'name' },
    matter: { title: '办理入口', kind: 'text' },
    bases: { title: '依据条款', kind: 'int', unit: '条' },
    opened: { title: '本期发起', kind: 'int', unit: '件' },
  },
  // Those on which nothing is written first.
  query: (period, scope, sql) => sql`
    select c.id, c.title, c.matter, c.bases, c.opened from (${byMatter(period, scope, sql)}) c order by c.bases > 0, c.opened desc, c.position`,
  opens: ({ id, matter }, column, { from, to }) =>
    column === 'opened'
      ? `/matters/${String(matter)}?where.openedAt.gte=${encodeURIComponent(from.toISOString())}&where.openedAt.lt=${encodeURIComponent(to.toISOString())}`
      : `/registers/${catalogueItem.id}/${String(id)}`,
})
