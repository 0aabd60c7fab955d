// One report for a period: its columns, its rows, and the path that each figure opens.
import { holds, rolesBehind, scopeOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Register, Report, ReportCell, ReportPeriod } from '@houqin/define'
import type { System } from '@houqin/http'
import { gradeSql } from '@houqin/register-rights'
import type { ReportAnswer } from '@houqin/wire'
import { sql } from 'kysely'
import { readersOf, reportFor } from './reports-for.ts'

const usualDays = 30

/** @param period the 30 days until now where it is left open. @throws Problem `not-found`, `not-allowed`. */
export async function runReport(system: System, actor: Actor, id: string, period: { readonly from?: string | undefined; readonly to?: string | undefined }): Promise<ReportAnswer<Date>> {
  const report = reportFor(system, actor, id)
  const { from, to } = periodOf(system, period)
  const { principal, locale } = actor
  const readers = (of: Register | undefined) => (of ? rolesBehind(of, 'read') : readersOf(report))
  const scopeAt = (dimension: 'organ' | 'site') => (column: string, of?: Register) => {
    const columns = { [dimension]: sql.ref(column) }
    const reach = scopeOf({ principal, roles: readers(of), columns })
    // rows of a grade are not counted for whoever may not know of them
    return of?.grades ? sql<boolean>`(${reach} and ${gradeSql(principal, of, columns, tableIn(column))})` : reach
  }
  const scope = { organ: scopeAt('organ'), site: scopeAt('site') }
  const { rows } = await report.query({ from, to }, scope, sql).execute(system.db)
  return {
    id, from, to, ...(report.asOf && { asOf: report.asOf }),
    title: system.word(`${id}.title`, report.title, locale),
    columns: Object.fromEntries(Object.entries(report.columns).map(([key, column]) => [key, { ...column, title: system.word(`${id}.columns.${key}`, column.title, locale) }])),
    rows,
    opens: rows.map((row) => openings(report, row, { period: { from, to }, opensFor: (path) => opensTo(system, actor, path) })),
  }
}

/** `r.site` names the table `r`. */
function tableIn(column: string): string {
  const [table, ...rest] = column.split('.')
  if (table === undefined || rest.length !== 1) throw new Error(`a graded register is scoped by a column with its table, not by ${column}`)
  return table
}

function periodOf({ clock }: System, given: { readonly from?: string | undefined; readonly to?: string | undefined }): ReportPeriod {
  const to = given.to === undefined ? clock.now() : new Date(given.to)
  return { to, from: given.from === undefined ? new Date(to.getTime() - usualDays * 86_400_000) : new Date(given.from) }
}

/** A figure whose list the reader may not open stands alone; so does one of whose rows he reads his own alone. */
function opensTo({ catalogue: { registers, matters } }: System, { principal }: Actor, path: string): boolean {
  const id = /^\/(?:registers|matters)\/([\w.-]+)/.exec(path)?.[1]
  if (id === undefined) return true
  const [register, matter] = [registers.get(id), matters.get(id)]
  return (register !== undefined && holds(principal, rolesBehind(register, 'read'))) || (matter !== undefined && holds(principal, rolesBehind(matter, 'read')))
}
function openings(report: Report, row: Record<string, ReportCell>, { period, opensFor }: { period: ReportPeriod; opensFor: (path: string) => boolean }): Record<string, string> {
  return Object.fromEntries(
    Object.entries(report.columns)
      .filter(([, column]) => column.kind !== 'text')
      .map(([key]): [string, string] => [key, report.opens(row, key, period)])
      .filter(([, path]) => opensFor(path)),
  )
}
