// Reports: figures of a period within one's reach, each with the list that opens it.
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { auditor } from '@houqin/define'
import type { Report, ReportCell, ReportColumn, ReportPeriod } from '@houqin/define'
import { holds, scopeOf, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Cell, SheetColumn } from '@houqin/excel'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { exportLimits, sendSheet } from '../send-sheet.ts'

const period = z.object({ from: z.iso.datetime({ offset: true }).optional(), to: z.iso.datetime({ offset: true }).optional() })
const byId = z.object({ id: z.string().max(100) })
const thirtyDays = 30 * 86_400_000

export function reportRoutes(system: System): FastifyPluginAsyncZod {
  const tags = ['统计']
  const config = { rule: 'signed-in' as const }
  return async (app) => {
    app.get('/api/reports', { config, schema: { tags } }, async (request) => ({
      rows: [...system.catalogue.reports.values()]
        .filter((report) => holds(actorOf(request).principal, [...report.read, auditor]))
        .map(({ id, title }) => ({ id, title: system.word(`${id}.title`, title, actorOf(request).locale) })),
    }))
    app.get('/api/reports/:id', { config, schema: { tags, params: byId, querystring: period } }, async (request) =>
      run(system, actorOf(request), reportOf(system, request.params.id), periodOf(system, request.query)),
    )
    app.get(
      '/api/reports/:id/export.xlsx',
      { config: { ...config, rateLimit: exportLimits }, schema: { tags, params: byId, querystring: period } },
      async (request, reply) => {
        const actor = actorOf(request)
        const report = reportOf(system, request.params.id)
        const { title, columns, rows } = await run(system, actor, report, periodOf(system, request.query))
        await system.db.transaction().execute((tx) =>
          record(tx, { ...signature(actor), at: system.clock.now(), action: `${report.id}.export`, summary: `导出${report.title}`, after: request.query }),
        )
        const kinds = Object.entries(columns)
        return sendSheet(reply, {
          title,
          columns: kinds.map(([, column]) => sheetColumn(column)),
          cells: (row) => kinds.map(([key, column]) => sheetCell(column, row[key])),
        }, Readable.from(rows))
      },
    )
  }
}

/** @throws Problem `not-found`. */
function reportOf(system: System, id: string): Report {
  const report = system.catalogue.reports.get(id)
  if (!report) throw new Problem('not-found', say(`没有名为“${id}”的统计。`, `There is no report called “${id}”.`))
  return report
}
function periodOf({ clock }: System, given: z.infer<typeof period>): ReportPeriod {
  const to = given.to ? new Date(given.to) : clock.now()
  return { to, from: given.from ? new Date(given.from) : new Date(to.getTime() - thirtyDays) }
}

const formats: Readonly<Record<ReportColumn['kind'], string>> = { text: '@', int: '#,##0', decimal: '#,##0.00', percent: '0.0"%"', duration: '#,##0.0' }
function sheetColumn({ title, kind, unit }: ReportColumn): SheetColumn {
  return { title: unit ? `${title}（${unit}）` : title, format: formats[kind], width: kind === 'text' ? 24 : 14 }
}
/** Figures count in Excel, words never run. */
function sheetCell({ kind }: ReportColumn, value: unknown): Cell {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  return kind === 'text' || value === '' || !Number.isFinite(Number(value)) ? value : Number(value)
}

interface ReportAnswer {
  readonly id: string
  readonly title: string
  readonly from: Date
  readonly to: Date
  readonly columns: Readonly<Record<string, ReportColumn>>
  readonly rows: readonly Record<string, ReportCell>[]
  readonly opens: readonly Readonly<Record<string, string>>[]
}

/** @throws Problem `not-allowed` when no role of the reader's is behind the report. */
export async function run(system: System, actor: Actor, report: Report, within: ReportPeriod): Promise<ReportAnswer> {
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
    title: system.word(`${report.id}.title`, report.title, actor.locale),
    from: within.from,
    to: within.to,
    columns: Object.fromEntries(
      Object.entries(report.columns).map(([key, column]) => [key, { ...column, title: system.word(`${report.id}.columns.${key}`, column.title, actor.locale) }]),
    ),
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
