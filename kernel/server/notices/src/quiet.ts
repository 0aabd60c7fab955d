// Quiet hours 免打扰: when a message that can wait may go out.
import type { WorkingCalendar } from '@houqin/calendar'
import { addDays, instantOf, localDate, localTime } from '@houqin/clock'
import type { Quiet } from '@houqin/wire'

const longestRest = 60

/** `now` itself where nothing is quiet; else the end of the quiet hours, on a working day where days of rest are quiet. */
export function whenAwake(now: Date, { hours, restDays }: Quiet, calendar: WorkingCalendar): Date {
  let at = afterHours(now, hours)
  for (let day = 0; restDays && !calendar.isWorkingDay(localDate(at)) && day < longestRest; day += 1)
    at = afterHours(instantOf({ date: addDays(localDate(at), 1) }), hours)
  return at
}

function afterHours(at: Date, hours: Quiet['hours']): Date {
  if (hours === null) return at
  const [date, time] = [localDate(at), localTime(at)]
  const { from, to } = hours
  if (from < to) return time >= from && time < to ? instantOf({ date, time: to }) : at
  if (time >= from) return instantOf({ date: addDays(date, 1), time: to })
  return time < to ? instantOf({ date, time: to }) : at
}
