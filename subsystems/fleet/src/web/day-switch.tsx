// One day back, one forward, or any other 换一天: beside what shows one day.
import { DayInput, dayAfter, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import './day-switch.css'

/** @param latest there is nothing to be seen after it. */
export function DaySwitch({ day, latest, onChange }: { day: string; latest?: string; onChange: (day: string) => void }): ReactNode {
  const say = useSay()
  const by = (days: number, sign: string, label: string): ReactNode => (
    <button type="button" className="hq-quiet-button" aria-label={label} disabled={days > 0 && latest !== undefined && day >= latest} onClick={() => onChange(dayAfter(day, days))}>{sign}</button>
  )
  return (
    <div className="fl-day-switch">
      {by(-1, '‹', say('前一天', 'The day before'))}
      <DayInput label={say('哪一天', 'Which day')} value={day} onChange={(chosen) => { if (chosen !== '') onChange(chosen) }} />
      {by(1, '›', say('后一天', 'The day after'))}
    </div>
  )
}
