// 派给哪辆车: the best first with the reasons; riding along; renting when nothing is free; and the cars that cannot go, with why.
import { ConsoleLink, Fault, matterQuery, pathOfNumber, ProblemNotice, StateTag, StepSheet, useNames, useSay, Waiting } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { use } from '../../../contract/index.ts'
import { useStep } from '../use-step.ts'
import { proposalsQuery } from './board-query.ts'
import type { Proposals } from '../../../contract/dispatch-answers.ts'

/** What the keys of the desk do to the panel that is shown. */
export interface PanelKeys {
  readonly pick: (order: number) => void
  readonly send: () => void
}
export interface Sent {
  readonly number: string
  readonly version: number
  readonly whence: string
  readonly whither: string
  readonly why: string
  readonly note: string
}

export function SendPanel({ one, isNew, current, car, onCar, onDone, onKeys }: {
  one: Sent
  /** Not sent yet; else another car or driver is sent. */
  isNew: boolean
  /** Who goes now, where somebody does. */
  current?: { readonly vehicle: string; readonly driver: string | null } | undefined
  /** The car that was dropped on or tapped; empty for the best. */
  car: string
  onCar: (car: string) => void
  onDone: () => void
  onKeys?: (keys: PanelKeys | null) => void
}): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(proposalsQuery(one.number))
  const dispatch = useStep(one, isNew ? 'dispatch' : 'reassign')
  const pool = useStep(one, 'pool')
  const [driver, setDriver] = useState('')
  const proposal = data?.cars.find(({ vehicle }) => vehicle.id === car) ?? (car === '' ? data?.cars.find(({ vehicle }) => vehicle.id === current?.vehicle) ?? data?.cars[0] : undefined)
  const chosenDriver = data?.drivers.find(({ id }) => id === driver) ?? data?.drivers.find(({ id }) => id === current?.driver) ?? proposal?.driver
  const refused = car === '' ? undefined : data?.not.find(({ vehicle }) => vehicle.id === car)
  // whoever waits for it reads plate and driver in the notice, without opening anything
  const go = (): void => {
    if (!proposal || !chosenDriver || dispatch.sending) return
    void dispatch.send({ input: { vehicle: proposal.vehicle.id, driver: chosenDriver.id }, comment: `${proposal.vehicle.name} ${chosenDriver.name}` }).then((taken) => taken && onDone())
  }
  useEffect(() => {
    onKeys?.({ pick: (order) => { const next = data?.cars[order]; if (next) onCar(next.vehicle.id) }, send: go })
    return () => onKeys?.(null)
  })
  return (
    <div className="fl-panel">
      <p><strong>{one.whence} → {one.whither}</strong></p>
      <p>{one.why} <span className="hq-small hq-secondary">{one.note}</span></p>
      <p className="hq-small"><ConsoleLink to={pathOfNumber(use.id, one.number)}>{one.number}</ConsoleLink></p>
      {error && !data && <Fault error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting lines={6} />}
      {refused && <p className="hq-danger" role="alert">{say(`${refused.vehicle.name} 不能派：${refused.against.join('；')}`, `${refused.vehicle.name} cannot go: ${refused.against.join('; ')}`)}</p>}
      {data?.hire && <p className="hq-warning">{data.hire}</p>}
      {proposal && chosenDriver && (
        <div className="fl-send-bar">
          <label className="fl-driver">
            {say('驾驶员', 'Driver')}{' '}
            <select className="hq-native" value={chosenDriver.id} onChange={({ target }) => setDriver(target.value)}>
              {!data?.drivers.some(({ id }) => id === chosenDriver.id) && <option value={chosenDriver.id}>{chosenDriver.name}</option>}
              {data?.drivers.map(({ id, name, licenceClass }) => <option key={id} value={id}>{`${name} ${licenceClass.toUpperCase()}`}</option>)}
            </select>
          </label>
          <Button type="primary" size="large" block loading={dispatch.sending} onClick={go}>{isNew ? say(`派出 ${proposal.vehicle.name}`, `Send ${proposal.vehicle.name}`) : say(`改派 ${proposal.vehicle.name}`, `Send ${proposal.vehicle.name} instead`)}</Button>
        </div>
      )}
      <ProblemNotice problem={dispatch.problem ?? pool.problem} />
      {data && <Cars data={data} chosen={proposal?.vehicle.id ?? ''} onCar={onCar} />}
      {isNew && data?.pools.map(({ number, plate, driver: by, reasons }) => (
        <div key={number} className="fl-pool">
          <p><StateTag tone="soon">{say('可拼车', 'Ride along')}</StateTag> <strong>{plate}</strong> {by}<br /><span className="hq-small hq-secondary">{reasons.join(' · ')}</span></p>
          <Button loading={pool.sending} onClick={() => void pool.send({ input: { pooledWith: number } }).then((taken) => taken && onDone())}>{say(`拼 ${number}`, `With ${number}`)}</Button>
        </div>
      ))}
      <OtherSteps number={one.number} steps={isNew ? ['hire', 'refuse'] : ['recall']} />
      {data && data.not.length > 0 && (
        <details className="fl-not">
          <summary>{say(`不能派的 ${data.not.length} 辆和原因`, `${data.not.length} cars that cannot go, and why`)}</summary>
          <ul className="hq-plain-rows">{data.not.map(({ vehicle, against }) => <li key={vehicle.id}><strong>{vehicle.name}</strong> {against.join(say('；', '; '))}</li>)}</ul>
        </details>
      )}
    </div>
  )
}

function Cars({ data, chosen, onCar }: { data: Proposals; chosen: string; onCar: (car: string) => void }): ReactNode {
  const say = useSay()
  return (
    <ul role="radiogroup" className="fl-proposals" aria-label={say('派哪辆车', 'Which car')}>
      {data.cars.map(({ vehicle, driver, reasons }, place) => (
        <li key={vehicle.id} role="presentation">
          <label className="fl-proposal">
            <input type="radio" name="fl-car" checked={vehicle.id === chosen} onChange={() => onCar(vehicle.id)} />
            <span><strong>{vehicle.name}</strong> {driver.name} {place === 0 && <StateTag tone="done">{say('建议', 'Best')}</StateTag>} {place < 9 && <kbd aria-hidden="true">{place + 1}</kbd>}</span>
            <span className="hq-small hq-secondary">{reasons.join(' · ')}</span>
          </label>
        </li>
      ))}
    </ul>
  )
}

/** What is rarer: asked in the step's own dialog. */
export function OtherSteps({ number, steps }: { number: string; steps: readonly string[] }): ReactNode {
  const names = useNames()
  const [open, setOpen] = useState('')
  const { data: shown } = useQuery({ ...matterQuery(use.id, number), enabled: number !== '' })
  const offers = shown?.steps.filter(({ step }) => steps.includes(step)) ?? []
  const chosen = offers.find(({ step }) => step === open)
  return (
    <div className="hq-row">
      {offers.map(({ step, label }) => {
        const declared = Object.entries(use.steps).find(([key]) => key === step)?.[1]
        return <Button key={step} onClick={() => setOpen(step)}>{declared ? names.of(declared) : label}</Button>
      })}
      {chosen && shown && <StepSheet matter={use} shown={shown} offer={chosen} onClose={() => setOpen('')} />}
    </div>
  )
}
