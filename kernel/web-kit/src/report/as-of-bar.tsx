// The day of a report that stands as of one 截至: today, the end of last month and of last year at hand, and any other.
import type { ReactNode } from 'react'
import { useNow } from '../clock.ts'
import { DayInput } from '../fields/day-input.tsx'
import { dayAfter, dayOf } from '../format/when.ts'
import { useSay } from '../words/words.tsx'

export function AsOfBar({ day, onChoose }: { day: string; onChoose: (day: string) => void }): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const choices = [
    { at: today, words: say('今天', 'Today') },
    { at: dayAfter(`${today.slice(0, 8)}01`, -1), words: say('上月末', 'End of last month') },
    { at: `${Number(today.slice(0, 4)) - 1}-12-31`, words: say('去年末', 'End of last year') },
  ]
  return (
    <div className="hq-choose-bar">
      <fieldset className="hq-set hq-switch" aria-label={say('截至', 'As of')}>
        {choices.map(({ at, words }) => (
          <button key={at} type="button" aria-pressed={at === day} onClick={() => onChoose(at)}>
            {words}
          </button>
        ))}
      </fieldset>
      <div className="hq-row">
        <span className="hq-secondary">{say('截至', 'As of')}</span>
        <DayInput value={day} label={say('截至哪一天', 'As of which day')} onChange={(to) => to && onChoose(to)} />
      </div>
    </div>
  )
}
