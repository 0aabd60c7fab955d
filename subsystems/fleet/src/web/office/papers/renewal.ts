// What is bought for the year to come 续保草稿: as it was bought for the year that ends, from the day after.
import { decimal } from '@houqin/define'
import type { Ref } from '@houqin/web-kit'
import type { DuePapers } from '../../../contract/answers.ts'
import type { Insurance } from '../../../contract/index.ts'

export type Draft = readonly {
  readonly kind: Insurance['kind']
  readonly insurer: Ref | null
  readonly number: string
  readonly begins: string
  readonly until: string
  readonly premium: string
}[]

const shifted = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
/** The last day of a year that begins on `day`. */
export function yearFrom(day: string): string {
  return shifted(`${Number(day.slice(0, 4)) + 1}${day.slice(4) === '-02-29' ? '-03-01' : day.slice(4)}`, -1)
}

/** What has ended begins today: no day is insured afterwards. @param today YYYY-MM-DD. */
export function renewalOf({ until, last }: Pick<DuePapers, 'until' | 'last'>, today: string): Draft {
  const bought = last.length > 0 ? last : [{ kind: 'compulsory' as const, insurer: null, premium: '', until: until ?? today }]
  return bought.map(({ kind, insurer, premium, until: ended }) => {
    const next = shifted(ended, 1)
    const begins = next < today ? today : next
    return { kind, insurer, number: '', begins, until: yearFrom(begins), premium }
  })
}

/** 元, exact; what is no amount yet is left out. */
export function sumOf(drafts: Draft): string {
  return decimal.grouped(decimal.sum(drafts.flatMap(({ premium }) => (/^\d+(\.\d{1,2})?$/.test(premium) ? [premium] : []))))
}
