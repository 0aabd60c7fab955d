// One day back, one forward, or any other: beside the head of a page that shows one day.
import { DayInput, dayAfter, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'

export function DaySwitch({ day, today, onChange }: { day: string; today: string; onChange: (day: string) => void }): ReactNode {
  const say = useSay()
  return (
    <div className="fl-day-switch">
      <button type="button" className="hq-button" aria-label={say('前一天', 'The day before')} onClick={() => onChange(dayAfter(day, -1))}>‹</button>
      <DayInput label={say('哪一天', 'Which day')} value={day} onChange={(chosen) => { if (chosen !== '') onChange(chosen) }} />
      <button type="button" className="hq-button" aria-label={say('后一天', 'The day after')} disabled={day >= today} onClick={() => onChange(dayAfter(day, 1))}>›</button>
    </div>
  )
}
