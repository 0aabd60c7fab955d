// The period of a report 期间: six spans at hand, and any two days.
import type { ReactNode } from 'react'
import { useNow } from '../clock.ts'
import { DayInput } from '../fields/day-input.tsx'
import { dayOf } from '../format/when.ts'
import { useSay } from '../words/words.tsx'
import { spanOf, spans } from './period.ts'
import type { Days } from './period.ts'

export function PeriodBar({ days, onChoose }: { days: Days; onChoose: (days: Days) => void }): ReactNode {
  const say = useSay()
  const today = dayOf(useNow())
  const words = { month: say('本月', 'This month'), lastMonth: say('上月', 'Last month'), days30: say('近 30 天', '30 days'), quarter: say('本季度', 'This quarter'), year: say('今年', 'This year'), fiveYears: say('五年', '5 years') }
  return (
    <div className="hq-choose-bar">
      <fieldset className="hq-set hq-switch" aria-label={say('期间', 'Period')}>
        {spans.map((one) => {
          const { from, to } = spanOf(one, today)
          return (
            <button key={one} type="button" aria-pressed={from === days.from && to === days.to} onClick={() => onChoose({ from, to })}>
              {words[one]}
            </button>
          )
        })}
      </fieldset>
      <div className="hq-row hq-two-days">
        <DayInput value={days.from} label={say('从', 'From')} onChange={(from) => from && onChoose({ from, to: from > days.to ? from : days.to })} />
        <span aria-hidden="true">–</span>
        <DayInput value={days.to} label={say('到', 'To')} onChange={(to) => to && onChoose({ from: to < days.from ? to : days.from, to })} />
      </div>
    </div>
  )
}
