// Expiry 到期: what is said of a document on a day, the same for contracts, leases and whatever else ends.
import { decimal, parameter } from '@houqin/define'
import type { Finding } from '@houqin/define'
import { ownRule, ownSince } from './own-rule.ts'

export interface Expiring {
  readonly name: string
  /** The last day on which it holds, YYYY-MM-DD. */
  readonly until: string
  /** Days from the day asked about to that last day; below zero once it has passed. */
  readonly daysLeft: number
}
export const expiryParameters = { left: parameter('到期日距当日不少于', '天'), warn: parameter('到期前提醒', '天') }

/** @param column the column of the register where the last day stands. */
export function expiryValues(column: string) {
  return [
    { parameter: 'left' as const, value: '0', from: ownSince, cite: ownRule(`“${column}”栏：到期前办妥续签、续办或者终止`) },
    { parameter: 'warn' as const, value: '30', from: ownSince, cite: ownRule(`“${column}”栏：到期前三十天提醒`) },
  ]
}

/** A breach once it has ended, a warning when it is about to. */
export function judgeExpiry(
  { name, until, daysLeft }: Expiring,
  { left, warn }: { readonly left: string; readonly warn: string },
  { what, advice }: { what: { readonly zh: string; readonly en: string }; advice: { readonly zh: string; readonly en: string } },
): readonly Finding[] {
  const measured = String(daysLeft)
  const common = { measured, unit: '天', advice: advice.zh }
  if (decimal.compare(measured, left) < 0)
    return [{
      ...common, level: 'breach', limit: left, by: 'left', ...(daysLeft < 0
        ? {
            says: `${name}的${what.zh}已于 ${until} 到期，过期 ${-daysLeft} 天`,
            en: { says: `The ${what.en} of ${name} ended on ${until}, ${-daysLeft} days ago`, advice: advice.en },
          }
        : {
            says: `${name}的${what.zh}将于 ${until} 到期，还有 ${daysLeft} 天，不足 ${left} 天`,
            en: { says: `The ${what.en} of ${name} ends on ${until}, in ${daysLeft} days, less than ${left}`, advice: advice.en },
          }),
    }]
  if (decimal.compare(measured, warn) > 0) return []
  return [{
    ...common, level: 'warning', limit: warn, by: 'warn', says: `${name}的${what.zh}将于 ${until} 到期，还有 ${daysLeft} 天`,
    en: { says: `The ${what.en} of ${name} ends on ${until}, in ${daysLeft} days`, advice: advice.en },
  }]
}
