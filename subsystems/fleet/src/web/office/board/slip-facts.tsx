// A slip that is driven or has been 派车单: who, where, since when; its page tells the rest.
import { ConsoleLink, FactList, pathOfNumber, shortInstant, useNow, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { use } from '../../../contract/index.ts'
import type { BoardSlip } from '../../../contract/dispatch-answers.ts'
import { OtherSteps } from './send-panel.tsx'

export function SlipFacts({ slip }: { slip: BoardSlip<string> }): ReactNode {
  const say = useSay()
  const now = useNow()
  const at = (instant: string | null): string => (instant === null ? '—' : shortInstant({ instant, now, say }))
  return (
    <div className="fl-panel">
      <p><strong>{slip.whence} → {slip.whither}</strong></p>
      <p>{slip.why}</p>
      {slip.lateUntil !== null && <p className="hq-warning">{say(`计划 ${at(slip.to)} 收车，现在还没有回来。收车登记前，这辆车和驾驶员不再派给别人；请联系驾驶员。`, `It was to be back at ${at(slip.to)} and is not. Until its return is entered neither car nor driver is promised to anybody; ask the driver.`)}</p>}
      <FactList facts={[
        { label: say('驾驶员', 'Driver'), value: slip.driverName },
        { label: say('人数', 'People'), value: String(slip.passengers) },
        { label: say('出车', 'Left'), value: at(slip.leftAt) },
        { label: say('收车', 'Back'), value: at(slip.cameAt) },
      ]} />
      <p><ConsoleLink to={pathOfNumber(use.id, slip.number)}>{say(`${slip.number} 全部经过`, `${slip.number}, all that happened`)}</ConsoleLink></p>
      <OtherSteps number={slip.number} steps={['spend', 'finish', 'closeUnanswered']} />
    </div>
  )
}
