// The day of a version 版本起止日: a version begins not in the past and after the one before it; what is repealed stands until that day.
import { defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'

export interface VersionDay {
  /** What is about to happen: a version issued, or the rule repealed. */
  readonly deed: 'issue' | 'repeal'
  /** What the matter was begun for. */
  readonly aim: 'make' | 'revise' | 'repeal'
  /** Days as YYYY-MM-DD. */
  readonly on: string
  readonly today: string
  /** The rule that is revised or repealed; null for a new one. */
  readonly rule: string | null
  /** From when its latest version is in force; null where there is none. */
  readonly latest: string | null
}

// The house sets this for itself; nobody has named a text that says so.
const house: Citation = { document: '本局制度编排规则（自定）', mark: 'U', level: '区' }

export const versionDay = defineStandard<VersionDay>()('regulations.version-day', {
  title: '制度版本起止日',
  explain:
    '同一制度同一天只能有一个版本施行，否则说不清那天依据哪一条。新版本要晚于前一版本施行，也不能从过去的日子起施行；废止同样不能倒签。这是本局自定的编排规则，没有上位条文可引。',
  parameters: { apart: parameter('两个版本施行日至少相隔', '天') },
  values: [{ parameter: 'apart', value: '1', from: '2026-01-01', cite: house }],
  check({ deed, aim, on, today, rule, latest }, { apart }) {
    const breach = (says: string, advice: string, en: { says: string; advice: string }) => [{ level: 'breach' as const, says, advice, en, by: 'apart' }]
    if (deed === 'issue' && aim === 'repeal')
      return breach('这件的事由是废止，不能印发新版本', '请用“报批废止”', { says: 'It was begun to repeal a rule; no version can be issued', advice: 'Ask to repeal instead' })
    if (deed === 'repeal' && rule === null)
      return breach('还没有印发过，没有可废止的制度', '不再制定的，请用“不再制定”', { says: 'Nothing was issued yet, so nothing can be repealed', advice: 'Drop it instead' })
    if (on < today)
      return breach(`${deed === 'issue' ? '施行' : '废止'}日期 ${on} 已经过去`, '请选今天或以后的日期', { says: `The day ${on} has passed`, advice: 'Choose today or a later day' })
    if (latest !== null && daysBetween(latest, on) < Number(apart))
      return on === latest
        ? breach(`《${rule ?? ''}》已有一个版本从 ${on} 起施行，同一天不能有两个版本`, `请选 ${latest} 之后的日期`, { says: `A version of ${rule ?? ''} begins on ${on} already; there cannot be two on one day`, advice: `Choose a day after ${latest}` })
        : breach(`《${rule ?? ''}》已有版本从 ${latest} 起施行，${on} 早于它`, `请选 ${latest} 之后的日期`, { says: `A version of ${rule ?? ''} begins on ${latest}, which is later than ${on}`, advice: `Choose a day after ${latest}` })
    return []
  },
  examples: [
    { says: '新制度明天起施行', given: { deed: 'issue', aim: 'make', on: '2026-12-02', today: '2026-12-01', rule: null, latest: null }, breach: false },
    { says: '修订后的版本晚于现行版本', given: { deed: 'issue', aim: 'revise', on: '2027-01-01', today: '2026-12-01', rule: '会议室管理规定', latest: '2025-01-01' }, breach: false },
    { says: '同一天已有一个版本', given: { deed: 'issue', aim: 'revise', on: '2027-01-01', today: '2026-12-01', rule: '会议室管理规定', latest: '2027-01-01' }, breach: true },
    { says: '早于已排定的版本', given: { deed: 'issue', aim: 'revise', on: '2026-12-20', today: '2026-12-01', rule: '会议室管理规定', latest: '2027-01-01' }, breach: true },
    { says: '倒签', given: { deed: 'issue', aim: 'make', on: '2026-11-30', today: '2026-12-01', rule: null, latest: null }, breach: true },
    { says: '事由是废止却要印发', given: { deed: 'issue', aim: 'repeal', on: '2027-01-01', today: '2026-12-01', rule: '会议室管理规定', latest: '2025-01-01' }, breach: true },
    { says: '没有印发过的无从废止', given: { deed: 'repeal', aim: 'make', on: '2027-01-01', today: '2026-12-01', rule: null, latest: null }, breach: true },
    { says: '从下月一日起废止', given: { deed: 'repeal', aim: 'repeal', on: '2027-01-01', today: '2026-12-01', rule: '会议室管理规定', latest: '2025-01-01' }, breach: false },
  ],
})

const day = 86_400_000
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day)
}
