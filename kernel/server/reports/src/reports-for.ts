// Which reports somebody may read, and the one of a name.
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { auditor } from '@houqin/define'
import type { Report, Role } from '@houqin/define'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { ReportTitle } from '@houqin/wire'

export function readersOf(report: Report): readonly Role[] {
  return [...report.read, auditor]
}

/** In the order of the subsystems; what stands behind a figure or a sentence is opened from there. */
export function reportsFor({ catalogue, word }: System, { principal, locale }: Actor): ReportTitle[] {
  return catalogue.subsystems.flatMap((subsystem) =>
    Object.values(subsystem.reports)
      .filter((report) => !report.claim && !report.goal && holds(principal, readersOf(report)))
      .map(({ id, title }) => ({
        id, title: word(`${id}.title`, title, locale),
        subsystem: { id: subsystem.id, title: word(`${subsystem.id}.title`, subsystem.title, locale) },
      })))
}

/** @throws Problem `not-found`, and `not-allowed` when no role of the reader's is behind the report. */
export function reportFor({ catalogue }: System, { principal }: Actor, id: string): Report {
  const report = catalogue.reports.get(id)
  if (!report) throw new Problem('not-found', say(`没有名为“${id}”的统计。`, `There is no report called “${id}”.`))
  if (!holds(principal, readersOf(report))) throw new Problem('not-allowed', say(`您没有查看“${report.title}”的权限。`, 'You may not read this report.'))
  return report
}
