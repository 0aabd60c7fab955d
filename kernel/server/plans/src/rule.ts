// 周期规则: on which days something is done again, on the Chinese working calendar with its make-up days (调休).
import { addWorkingDays } from '@houqin/calendar'
import type { WorkingCalendar } from '@houqin/calendar'
import { addDays, daysBetween, weekday } from '@houqin/clock'
import type { PlanRule } from '@houqin/wire'

export const everies = Object.freeze(['day', 'week', 'month', 'working-day'] as const satisfies readonly PlanRule['every'][])
export const daysOff = Object.freeze(['keep', 'skip', 'before', 'after'] as const satisfies readonly PlanRule['daysOff'][])

export interface Span {
  /** The first day of the plan, from which intervals are counted. */
  readonly starts: string
  /** The last day, included. */
  readonly ends: string | null
}

/** A shift goes over a long holiday at most. */
const longestShift = 20
/** No rule is silent for longer: every 24th month on a day that is skipped. */
const longestSearch = 3_700

/**
 * The days after `after`, in order, each once; days that are shifted out of the span are left out.
 * @param until the last day asked for. @param most how many are asked for.
 */
export function daysOf(rule: PlanRule, span: Span, { calendar, after, until, most }: { calendar: WorkingCalendar; after: string; until?: string; most?: number }): string[] {
  const found: string[] = []
  for (const day of walk(rule, span, { calendar, after })) {
    if (until !== undefined && day > until) break
    found.push(day)
    if (found.length === most) break
  }
  return found
}
function* walk(rule: PlanRule, { starts, ends }: Span, { calendar, after }: { calendar: WorkingCalendar; after: string }): Generator<string, void, undefined> {
  // what is planned later may be done earlier, and the other way round: begin early, and hold back until no day can come before it
  let day = addDays(after > starts ? after : starts, -longestShift)
  if (day < starts) day = starts
  const held = new Set<string>()
  let last = after
  for (let looked = 0; looked < longestSearch; looked += 1, day = addDays(day, 1)) {
    const over = ends !== null && day > addDays(ends, longestShift)
    if (over) break
    if (isPlanned(rule, starts, day, calendar)) {
      const done = shifted(rule, day, calendar)
      if (done !== undefined && done > last && done >= starts && (ends === null || done <= ends)) held.add(done)
    }
    for (const ready of [...held].filter((one) => one <= addDays(day, -longestShift)).toSorted()) {
      held.delete(ready)
      last = ready
      looked = 0
      yield ready
    }
  }
  yield* [...held].toSorted()
}

function isPlanned({ every, interval, weekdays = [], on = 1 }: PlanRule, starts: string, day: string, calendar: WorkingCalendar): boolean {
  switch (every) {
    case 'day':
      return daysBetween(starts, day) % interval === 0
    case 'working-day':
      return calendar.isWorkingDay(day)
    case 'week':
      return weekdays.includes(weekday(day)) && (daysBetween(mondayOf(starts), mondayOf(day)) / 7) % interval === 0
    case 'month':
      return monthsBetween(starts, day) % interval === 0 && day === dayOfMonth(day, on, calendar)
  }
}
function mondayOf(day: string): string {
  return addDays(day, 1 - weekday(day))
}
function monthsBetween(from: string, to: string): number {
  const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from)
}
function dayOfMonth(day: string, on: number | 'last' | 'last-working', calendar: WorkingCalendar): string {
  const first = `${day.slice(0, 8)}01`
  const last = addDays(`${addDays(first, 31).slice(0, 8)}01`, -1)
  if (on === 'last') return last
  if (on === 'last-working') return calendar.isWorkingDay(last) ? last : addWorkingDays(last, -1, calendar)
  return on > Number(last.slice(8)) ? last : `${day.slice(0, 8)}${String(on).padStart(2, '0')}`
}

function shifted({ daysOff: off }: PlanRule, day: string, calendar: WorkingCalendar): string | undefined {
  if (off === 'keep' || calendar.isWorkingDay(day)) return day
  return off === 'skip' ? undefined : addWorkingDays(day, off === 'before' ? -1 : 1, calendar)
}
