// 工作报告: the claims the bureau makes, each a sentence with the figures of a period, in the order of its own report.
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { localDate } from '@houqin/clock'
import type { Goal, Report } from '@houqin/define'
import type { System } from '@houqin/http'
import { say } from '@houqin/problem'
import type { Locale } from '@houqin/problem'
import { readersOf, runReport } from '@houqin/reports'
import type { Goals, Piece, ReportChapter, ReportSentence, WorkReport } from '../contract/index.ts'

interface Period {
  readonly from: Date
  readonly to: Date
}
/** The chapters of the report, each up to the number of its last claim. */
const chapters = [
  { title: say('科学化管理', 'Managed by method'), sections: [
    { title: say('公房公车', 'Rooms and vehicles'), until: 20 }, { title: say('节能', 'Energy'), until: 31 }, { title: say('资产', 'Assets'), until: 47 },
    { title: say('后勤保障', 'Services'), until: 58 }, { title: say('提升改造', 'Works'), until: 64 },
  ] },
  { title: say('信息化管理', 'Managed by information'), sections: [{ title: say('一张网、一张图', 'One net, one map'), until: 82 }] },
  { title: say('标准化管理', 'Managed by standards'), sections: [{ title: say('制度与队伍', 'Rules and people'), until: 98 }, { title: say('找得准、有依据、能反馈', 'Placed, grounded, answered'), until: 101 }] },
]
const fourGoals = { title: say('四个目标', 'The four goals'), section: say('安全、规范、高效、满意', 'Safe, by the rules, quick, satisfied') }
const goalClaims: readonly { readonly claim: number; readonly goal: Goal; readonly name: ReturnType<typeof say> }[] = [
  { claim: 102, goal: 'safe', name: say('安全', 'Safe') }, { claim: 103, goal: 'orderly', name: say('规范', 'By the rules') },
  { claim: 104, goal: 'efficient', name: say('高效', 'Quick') }, { claim: 105, goal: 'satisfied', name: say('满意', 'Satisfied') },
]

/** Only what the caller may read; a chapter without a sentence is left out. @param goals the four figures of the same period. */
export async function workReport(system: System, actor: Actor, { period, goals }: { period: Period; goals: Goals }): Promise<WorkReport> {
  const { locale } = actor
  const claims = [...system.catalogue.reports.values()].filter((report) => report.claim && holds(actor.principal, readersOf(report)))
  const sentences = await Promise.all(claims.map((report) => sentenceOf(system, actor, { report, period })))
  sentences.sort((a, b) => a.claim - b.claim)
  let begun = 0
  const told = chapters.map(({ title, sections }): ReportChapter => ({
    title: title[locale],
    sections: sections.flatMap(({ title: section, until }) => {
      const own = sentences.filter(({ claim }) => claim > begun && claim <= until)
      begun = until
      return own.length > 0 ? [{ title: section[locale], sentences: own }] : []
    }),
  }))
  const four = goalSentences(goals, locale)
  const last = { title: fourGoals.title[locale], sections: [{ title: fourGoals.section[locale], sentences: four }] }
  return {
    from: period.from.toISOString(), to: period.to.toISOString(),
    chapters: [...told, ...(four.length > 0 ? [last] : [])].filter(({ sections }) => sections.length > 0),
  }
}

async function sentenceOf(system: System, actor: Actor, { report, period }: { report: Report; period: Period }): Promise<ReportSentence> {
  const { number, says } = report.claim ?? { number: 0, says: '' }
  const { rows, opens } = await runReport(system, actor, report.id, { from: period.from.toISOString(), to: period.to.toISOString() })
  const words = system.word(`${report.id}.says`, says, actor.locale)
  const pieces = words.split(/\{(\w+)\}/).map((text, place): Piece => {
    if (place % 2 === 0) return text
    const value = rows[0]?.[text] ?? null
    const to = opens[0]?.[text]
    return { value: value === null ? null : String(value), unit: unitOf(report.columns[text], actor.locale), ...(report.columns[text]?.kind === 'percent' && { percent: true }), ...(to !== undefined && { opens: withPeriod(to, period) }) }
  })
  return { claim: number, source: sourceOf(system, actor, report), pieces: pieces.filter((piece) => piece !== '') }
}
function sourceOf({ catalogue, word }: System, { locale }: Actor, { id, title }: Report): string {
  const of = catalogue.subsystems.find((subsystem) => Object.values(subsystem.reports).some((report) => report.id === id))
  const own = word(`${id}.title`, title, locale)
  return of ? `${word(`${of.id}.title`, of.title, locale)} · ${own}` : own
}
/** English sentences name what they count; a Chinese figure carries its measure word. */
function unitOf(column: Report['columns'][string] | undefined, locale: Locale): string | null {
  const unit = column?.unit ?? null
  return locale === 'zh' || unit === '㎡' ? unit : null
}
/** A report that is opened from the work report is asked for the same days. */
function withPeriod(path: string, period: Period): string {
  return /^\/reports\/[\w.-]+$/.test(path) ? withDays(path, period) : path
}
function withDays(path: string, { from, to }: Period): string {
  return `${path}?from=${localDate(from)}&to=${localDate(new Date(to.getTime() - 1))}`
}

function goalSentences({ figures, from, to }: Goals, locale: Locale): ReportSentence[] {
  const period = { from: new Date(from), to: new Date(to) }
  return goalClaims.flatMap(({ claim, goal, name }) => {
    const figure = figures.find((one) => one.goal === goal)
    if (!figure) return []
    const formula = figure.parts.map((part) => part.formula).join(locale === 'zh' ? '；' : '; ')
    return [{
      claim, source: figure.parts.map(({ title }) => title).join(locale === 'zh' ? '、' : ', '),
      pieces: [
        locale === 'zh' ? `${name.zh}：` : `${name.en}: `, { value: figure.percent, unit: null, percent: true as const, opens: withDays('/goals/overview', period) },
        locale === 'zh' ? `，上一期 ` : ', in the period before ', { value: figure.before.percent, unit: null, percent: true as const },
        locale === 'zh' ? `。算法：${formula}。` : `. Reckoned as: ${formula}.`,
      ],
    }]
  })
}
