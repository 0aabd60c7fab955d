// What every report must keep 统计的规则: sentences speak only of its columns, shares have both counts, no claim is made twice.
import type { Report } from '@houqin/define'
import { when } from './rule.ts'
import type { House, Rule } from './rule.ts'

export const reportRules: readonly Rule[] = [
  {
    says: 'a claim speaks of columns of its report, of the same in both languages',
    broken: ({ catalogue, english }) => catalogue.subsystems.flatMap((subsystem) => Object.entries(subsystem.reports).flatMap(([key, { id, columns, claim }]) => {
      if (!claim) return []
      const [zh, en] = [named(claim.says), named(englishOf(english.get(subsystem.id), key))]
      return [
        ...[...zh, ...en].flatMap((name) => when(!columns[name], `${id}: says {${name}}, which is no column`)),
        ...when(zh.length === 0, `${id}: its claim has no figure`),
        ...when([...zh].sort().join() !== [...en].sort().join(), `${id}: says other figures in English`),
      ]
    })),
  },
  {
    says: 'a goal is a share: its report counts good and all',
    broken: everyReport(({ id, columns, goal }) => ['good', 'all'].flatMap((name) => when(goal !== undefined && columns[name]?.kind !== 'int', `${id}: has no count “${name}”`))),
  },
  {
    says: 'no claim is made twice',
    broken: ({ catalogue }) => {
      const claims = [...catalogue.reports.values()].flatMap(({ id, claim }) => (claim ? [{ id, number: claim.number }] : []))
      return claims.flatMap(({ id, number }, place) => when(claims.findIndex((other) => other.number === number) !== place, `${id}: makes claim ${number} again`))
    },
  },
]

function everyReport(broken: (report: Report) => readonly string[]): (house: House) => readonly string[] {
  return ({ catalogue }) => [...catalogue.reports.values()].flatMap(broken)
}
function englishOf(words: object | undefined, key: string): string {
  // A missing sentence is for the rule of words to tell.
  const reports: unknown = words && 'reports' in words ? words.reports : undefined
  const own: unknown = isTree(reports) ? reports[key] : undefined
  return isTree(own) && typeof own['says'] === 'string' ? own['says'] : ''
}
function isTree(thing: unknown): thing is Readonly<Record<string, unknown>> {
  return thing !== null && typeof thing === 'object'
}
function named(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}
