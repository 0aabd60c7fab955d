// The four figures 四个数: every subsystem's shares of a goal added up, with what they were before and how they went.
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Goal, Report } from '@houqin/define'
import type { System } from '@houqin/http'
import { readersOf, runReport } from '@houqin/reports'
import type { GoalFigure, GoalPart, Goals, Share } from '../contract/index.ts'
import { shareOf } from './share.ts'

interface Period {
  readonly from: Date
  readonly to: Date
}
const order: readonly Goal[] = ['safe', 'orderly', 'efficient', 'satisfied']
const weeks = 12
const week = 7 * 24 * 3_600_000

/** Of what the caller may read; a goal for which he may read nothing is left out. */
export async function goalFigures(system: System, actor: Actor, period: Period): Promise<Goals> {
  const reports = [...system.catalogue.reports.values()].filter((report) => report.goal && holds(actor.principal, readersOf(report)))
  const length = period.to.getTime() - period.from.getTime()
  const before = { from: new Date(period.from.getTime() - length), to: period.from }
  const steps = Array.from({ length: weeks }, (_, place) => {
    const to = new Date(period.to.getTime() - (weeks - 1 - place) * week)
    return { from: new Date(to.getTime() - week), to }
  })
  const figures: GoalFigure[] = []
  for (const goal of order) {
    const own = reports.filter((report) => report.goal?.of === goal)
    if (own.length === 0) continue
    const parts = await Promise.all(own.map((report) => partOf(system, actor, { report, period })))
    const sums = async (span: Period): Promise<Share> => added(await Promise.all(own.map((report) => countOf(system, actor, { report, period: span }))))
    const trend = await Promise.all(steps.map(async (span) => ({ from: span.from.toISOString(), to: span.to.toISOString(), percent: (await sums(span)).percent })))
    figures.push({ goal, ...added(parts), before: await sums(before), trend, parts })
  }
  return { from: period.from.toISOString(), to: period.to.toISOString(), figures }
}

async function partOf(system: System, actor: Actor, { report, period }: { report: Report; period: Period }): Promise<GoalPart> {
  const { locale } = actor
  const { rows, opens } = await runReport(system, actor, report.id, asGiven(period))
  const { good, all } = opens[0] ?? {}
  return {
    report: report.id,
    title: system.word(`${report.id}.title`, report.title, locale),
    formula: system.word(`${report.id}.formula`, report.goal?.formula ?? '', locale),
    opens: { ...(good !== undefined && { good }), ...(all !== undefined && { all }) },
    ...shareOf(Number(rows[0]?.['good'] ?? 0), Number(rows[0]?.['all'] ?? 0)),
  }
}
async function countOf(system: System, actor: Actor, { report, period }: { report: Report; period: Period }): Promise<Share> {
  const { rows } = await runReport(system, actor, report.id, asGiven(period))
  return shareOf(Number(rows[0]?.['good'] ?? 0), Number(rows[0]?.['all'] ?? 0))
}
function asGiven({ from, to }: Period): { from: string; to: string } {
  return { from: from.toISOString(), to: to.toISOString() }
}
function added(shares: readonly Share[]): Share {
  return shareOf(shares.reduce((sum, { good }) => sum + good, 0), shares.reduce((sum, { all }) => sum + all, 0))
}
