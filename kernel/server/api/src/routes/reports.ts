// Reports: figures of a period within one's reach, each with the list that opens it.
import { sql } from 'kysely'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { auditor } from '@houqin/define'
import type { Report, ReportCell, ReportPeriod } from '@houqin/define'
import { holds, scopeOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'

const period = z.object({ from: z.iso.datetime({ offset: true }).optional(), to: z.iso.datetime({ offset: true }).optional() })
const thirtyDays = 30 * 86_400_000

export function reportRoutes(system: System): FastifyPluginAsyncZod {
  const tags = ['统计']
  const config = { rule: 'signed-in' as const }
  return async (app) => {
    app.get('/api/reports', { config, schema: { tags } }, async (request) => ({
      rows: [...system.catalogue.reports.values()]
        .filter((report) => holds(actorOf(request).principal, [...report.read, auditor]))
        .map(({ id, title }) => ({ id, title })),
    }))
    app.get('/api/reports/:id', { config, schema: { tags, params: z.object({ id: z.string() }), querystring: period } }, async (request) => {
      const report = system.catalogue.reports.get(request.params.id)
      if (!report) throw new Problem('not-found', say(`没有名为“${request.params.id}”的统计。`, `There is no report called “${request.params.id}”.`))
      const to = request.query.to ? new Date(request.query.to) : system.clock.now()
      const from = request.query.from ? new Date(request.query.from) : new Date(to.getTime() - thirtyDays)
      return run(system, actorOf(request), report, { from, to })
    })
  }
}

/** @throws Problem `not-allowed` when no role of the reader's is behind the report. */
export async function run(system: System, actor: Actor, report: Report, within: ReportPeriod): Promise<unknown> {
  const roles = [...report.read, auditor]
  if (!holds(actor.principal, roles))
    throw new Problem('not-allowed', say(`您没有查看“${report.title}”的权限。`, 'You may not read this report.'))
  const scope = {
    organ: (column: string) => scopeOf({ principal: actor.principal, roles, columns: { organ: sql.ref(column) } }),
    site: (column: string) => scopeOf({ principal: actor.principal, roles, columns: { site: sql.ref(column) } }),
    both: (columns: { organ: string; site: string }) =>
      scopeOf({ principal: actor.principal, roles, columns: { organ: sql.ref(columns.organ), site: sql.ref(columns.site) } }),
  }
  const { rows } = await report.query(within, scope, sql).execute(system.db)
  return {
    id: report.id,
    title: report.title,
    from: within.from,
    to: within.to,
    columns: report.columns,
    rows,
    opens: rows.map((row) => openings(report, row, within)),
  }
}

function openings(report: Report, row: Record<string, ReportCell>, within: ReportPeriod): Record<string, string> {
  return Object.fromEntries(
    Object.entries(report.columns)
      .filter(([, column]) => column.kind !== 'text')
      .map(([key]) => [key, report.opens(row, key, within)]),
  )
}
