// The unit cost 单位费用 of a standard: what each unit over its limit costs, from a day on, with where that is written.
import type { WireUnitCost } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../api/call.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { useAttempt } from '../api/use-attempt.ts'
import { serverNow } from '../clock.ts'
import { DayInput } from '../fields/day-input.tsx'
import { KeptForm } from '../fields/kept-form.tsx'
import { useKeptDraft } from '../fields/use-kept-draft.ts'
import { figure } from '../format/quantity.ts'
import { dayOf } from '../format/when.ts'
import { useSay } from '../words/words.tsx'
import { draftsQuery } from './sandbox-queries.ts'
import { Labelled, noSource, SourceFields } from './source-fields.tsx'

export function UnitCosts({ standard, costs, mayKeep }: { standard: string; costs: readonly WireUnitCost[]; mayKeep: boolean }): ReactNode {
  const say = useSay()
  const [entering, setEntering] = useState(false)
  return (
    <section className="hq-panel hq-stack" aria-label={say('单位费用', 'Unit cost')}>
      <div className="hq-row">
        <h2 className="hq-grow">{say('单位费用', 'Unit cost')}</h2>
        {mayKeep && !entering && <Button onClick={() => setEntering(true)}>{costs.length === 0 ? say('登记单位费用', 'Enter one') : say('登记新的单位费用', 'Enter another')}</Button>}
      </div>
      {costs.length === 0 && <p className="hq-secondary">{say('还没有登记超出一个单位要花多少；登记以后，每次试算都按它算，写明出处。', 'What one unit over costs is not on record yet; once it is, every trial reckons by it and says where it is written.')}</p>}
      <ul className="hq-stack">
        {costs.map(({ price, startsOn, cite, madeName }) => (
          <li key={startsOn}>
            <strong>¥{figure(price)}</strong> {say(`自 ${startsOn} 起`, `from ${startsOn}`)}{' '}
            <span className="hq-secondary hq-small">
              {cite.text}
              {cite.unconfirmed && say('', ' · to be confirmed')} · {say(`${madeName} 登记`, `entered by ${madeName}`)}
            </span>
          </li>
        ))}
      </ul>
      {entering && <Entering standard={standard} onDone={() => setEntering(false)} />}
    </section>
  )
}

function Entering({ standard, onDone }: { standard: string; onDone: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const kept = useKeptDraft(`standard.cost.${standard}`, { price: '', startsOn: dayOf(serverNow()), source: noSource })
  const { price, startsOn, source } = kept.values
  const { problem, busy, run } = useAttempt()
  const send = async (): Promise<void> => {
    await call<WireUnitCost>('/standard-versions/costs', { method: 'POST', idempotencyKey: newIdempotencyKey(), body: { standard, price, startsOn, ...source } })
    kept.sent()
    await Promise.all([draftsQuery(standard).queryKey, ['standard-tried']].map((queryKey) => client.invalidateQueries({ queryKey })))
    onDone()
  }
  return (
    <KeptForm label={say('登记单位费用', 'Enter a unit cost')} kept={kept} problem={problem} sending={busy} onSend={() => run(send)} onCancel={onDone}>
      <div className="hq-sandbox-fields">
        <Labelled title={say('超出一个单位的费用（元）', 'Cost of one unit over, yuan')}><span className="hq-measured"><input className="hq-native" inputMode="decimal" value={price} onChange={({ target }) => kept.set({ price: target.value })} /><span aria-hidden="true">{say('元', 'yuan')}</span></span></Labelled>
        <Labelled title={say('从哪天起', 'From')}><DayInput label={say('从哪天起', 'From')} value={startsOn} onChange={(day) => kept.set({ startsOn: day })} /></Labelled>
        <SourceFields source={source} onChange={(next) => kept.set({ source: next })} />
      </div>
    </KeptForm>
  )
}
