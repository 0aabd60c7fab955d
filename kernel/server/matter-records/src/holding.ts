// Whose a matter is and by when 经办与时限: what its state says, given its facts and the working calendar.
import { addWorkingDays, addWorkingHours } from '@houqin/calendar'
import type { WorkingCalendar } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import type { Due, State } from '@houqin/define'

/** One of them at most; neither when nobody is waited for. */
export interface Holder {
  readonly person: string | null
  readonly role: string | null
}
const nobody: Holder = Object.freeze({ person: null, role: null })

/** A fact that is still empty leaves the matter with nobody. */
export function holderIn(state: State, matter: { readonly requester: string | null; readonly facts: Readonly<Record<string, unknown>> }): Holder {
  const { held } = state
  if (held === undefined || state.final) return nobody
  if ('role' in held) return { person: null, role: held.role }
  if ('party' in held) return { person: matter.requester, role: null }
  const person = matter.facts[held.fact]
  return typeof person === 'string' ? { person, role: null } : nobody
}

/** Working days end with the office hours of the last of them; working hours run only while the office works. */
export function dueIn(due: Due | undefined, { since, calendar }: { since: Date; calendar: WorkingCalendar }): Date | null {
  if (due === undefined) return null
  if ('hours' in due) return new Date(since.getTime() + due.hours * 3_600_000)
  if ('workingHours' in due) return addWorkingHours(since, due.workingHours, calendar)
  const day = addWorkingDays(localDate(since), due.workingDays, calendar)
  const closes = calendar.sessions(day).at(-1)?.closes
  return closes === undefined ? instantOf({ date: day, time: '24:00' }) : new Date(closes)
}
