// From when to when a car is out: the day once, unless it comes back on another.
import { dayOf, shortInstant, wallClock } from '@houqin/web-kit'
import type { Say } from '@houqin/web-kit'

export function spanText({ from, to, now, say }: { from: string; to: string; now: Date; say: Say }): string {
  const end = dayOf(from) === dayOf(to) ? wallClock(to).slice(11) : shortInstant({ instant: to, now, say })
  return `${shortInstant({ instant: from, now, say })}—${end}`
}
