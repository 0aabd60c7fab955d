// Reports: figures of a period within one's reach, each with the list that opens it.
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { decimal } from '@houqin/define'
import type { ReportCell, ReportColumn } from '@houqin/define'
import { signature } from '@houqin/access'
import { record } from '@houqin/audit'
import { formatInstant, localDate } from '@houqin/clock'
import { headWith } from '@houqin/excel'
import type { Cell, SheetColumn } from '@houqin/excel'
import { exportLimits, sendSheet } from '@houqin/exports'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import type { Locale } from '@houqin/problem'
import { reportsFor, runReport } from '@houqin/reports'

const period = z.object({ from: z.iso.datetime({ offset: true }).optional(), to: z.iso.datetime({ offset: true }).optional() })
const byId = z.object({ id: z.string().max(100) })

export function reportRoutes(system: System): FastifyPluginAsyncZod {
  const tags = ['统计']
  const config = { rule: 'signed-in' as const }
  return async (app) => {
    app.get('/api/reports', { config, schema: { tags } }, async (request) => ({ rows: reportsFor(system, actorOf(request)) }))
    app.get('/api/reports/:id', { config, schema: { tags, params: byId, querystring: period } }, async (request) =>
      runReport(system, actorOf(request), request.params.id, request.query),
    )
    app.get(
      '/api/reports/:id/export.xlsx',
      { config: { ...config, rateLimit: exportLimits }, schema: { tags, params: byId, querystring: period } },
      async (request, reply) => {
        const actor = actorOf(request)
        const { id, title, from, to, asOf, columns, rows } = await runReport(system, actor, request.params.id, request.query)
        await system.db.transaction().execute((tx) =>
          record(tx, { ...signature(actor), at: system.clock.now(), action: `${id}.export`, summary: `导出${title}`, after: request.query }),
        )
        // the columns of ids are for the links of the page
        const kinds = Object.entries(columns).filter(([key]) => key !== 'id' && key !== 'parent')
        const english = actor.locale === 'en'
        const taken = formatInstant(system.clock.now())
        // of a ledger as it stands the last instant says the day
        const day = asOf === 'now' ? system.clock.today() : localDate(new Date(to.getTime() - 1))
        const period = asOf === undefined ? `${formatInstant(from)} — ${formatInstant(to)}` : day
        const [zh, en] = asOf === undefined ? ['期间', 'Period'] : ['截至', 'As of']
        const optionWord = optionWordOf(system, { report: id, locale: actor.locale })
        const sums = sumsOf(columns, rows)
        return sendSheet(system, reply, {
          title, foot: `${title} ${period} ${actor.principal.name} ${taken}`,
          about: english ? [[en, period], ['Taken by', actor.principal.name], ['Taken at', taken]] : [[zh, period], ['导出人', actor.principal.name], ['导出时间', taken]],
          columns: kinds.map(([, column]) => sheetColumn(column, actor.locale)),
          cells: (row) => kinds.map(([key, column]) => optionWord(key, row[key]) ?? sheetCell(column, row[key])),
          ...(sums && { last: kinds.map(([key, column], nth) => (nth === 0 && formats[column.kind] === '@' ? (english ? 'Total' : '合计') : sheetCell(column, sums.get(key)))) }),
        }, Readable.from(rows))
      },
    )
  }
}

/** A column called as a choice of a register of its subsystem holds that choice's keys: they are written in words. */
function optionWordOf({ catalogue, word }: System, { report, locale }: { report: string; locale: Locale }): (key: string, value: unknown) => string | undefined {
  const own = [...catalogue.registers.values()].filter(({ id }) => id.split('.')[0] === report.split('.')[0])
  return (key, value) => {
    if (typeof value !== 'string') return undefined
    for (const { id, fields } of own) {
      const field = fields[key]
      const label = field?.kind === 'choice' ? field.options[value] : undefined
      if (label !== undefined) return word(`${id}.fields.${key}.options.${value}`, label, locale)
    }
    return undefined
  }
}

/** What stands below each column that can be added up, exact; undefined where there is nothing to add. */
function sumsOf(columns: Readonly<Record<string, ReportColumn>>, rows: readonly Readonly<Record<string, ReportCell>>[]): ReadonlyMap<string, string> | undefined {
  if (rows.length < 2) return undefined
  const added = Object.entries(columns).filter(([, { kind }]) => kind === 'int' || kind === 'decimal')
  return new Map(added.map(([key]) => [key, decimal.sum(rows.flatMap((row) => figureIn(row[key])), 9)]))
}
function figureIn(value: ReportCell | undefined): readonly string[] {
  const text = typeof value === 'number' ? value.toFixed(9) : value
  return typeof text === 'string' && /^-?\d+(\.\d{1,9})?$/.test(text) ? [text] : []
}

const formats: Readonly<Record<ReportColumn['kind'], string>> = { text: '@', name: '@', int: '#,##0', decimal: '#,##0.00', mean: '#,##0.0#', percent: '0.0"%"', duration: '#,##0.0' }
function sheetColumn({ title, kind, unit }: ReportColumn, locale: Locale): SheetColumn {
  return { title: headWith(title, unit, locale), format: formats[kind], width: formats[kind] === '@' ? 24 : 14 }
}
/** Figures count in Excel, words never run. */
function sheetCell({ kind }: ReportColumn, value: unknown): Cell {
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return null
  return formats[kind] === '@' || value === '' || !Number.isFinite(Number(value)) ? value : Number(value)
}
