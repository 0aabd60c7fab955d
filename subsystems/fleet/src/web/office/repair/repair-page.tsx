// 报修车辆: which car, its odometer, what is wrong, a photograph; four taps and a number beside the car.
import { call, ChipChoice, ChoicePicker, Fault, figure, FormFields, PageHead, pathOfMatter, pathOfNumber, ProblemNotice, RestoredDraft, useCan, useGo, useNames, useRecordForm, useSay, useToast, Waiting } from '@houqin/web-kit'
import type { FormState, WireMatter } from '@houqin/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { Button } from 'antd'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { repair, repairReasons, vehicle } from '../../../contract/index.ts'
import { myCars } from './my-cars.ts'
import type { MyCar } from '../../../contract/answers.ts'
import '../ask/ask.css'

/** So many as buttons; the rest are found by their plates. */
const near = 4

export function Screen(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery(myCars)
  if (error && !data) return <Fault title={say('报修车辆', 'Report a car')} error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  return <Ask cars={data.rows} />
}

function Ask({ cars }: { cars: readonly MyCar[] }): ReactNode {
  const say = useSay()
  const names = useNames()
  const go = useGo()
  const toast = useToast()
  const client = useQueryClient()
  const beforehand = new URLSearchParams(useRouterState({ select: ({ location }) => location.searchStr }))
  const given = (name: string): string => beforehand.get(name) ?? ''
  const form = useRecordForm({
    fields: repair.form,
    start: { reason: given('reason') || 'fault', what: given('what'), drivable: true },
    draftKey: 'fleet.repair',
    issuesUnder: 'input.',
    async onSend({ values, idempotencyKey }) {
      const input = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
      const { number } = await call<WireMatter>(pathOfMatter(repair.id), { method: 'POST', idempotencyKey, body: { input } })
      for (const queryKey of [['inbox'], ['matters', repair.id], ['fleet', 'my-cars']]) void client.invalidateQueries({ queryKey })
      toast({ says: say(`已报给公车管理员，单号 ${number}`, `Reported as ${number}`) })
      go(pathOfNumber(repair.id, number), { replace: true })
    },
  })
  const reasons = Object.keys(repairReasons).map((key) => ({ key, label: names.option(repair.form.reason, key) }))
  return (
    <form
      className="fl-ask hq-form-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.send()
      }}
    >
      <PageHead title={say('报修车辆', 'Report a car')} />
      <RestoredDraft form={form} />
      <WhichCar form={form} cars={cars} />
      <Odometer form={form} cars={cars} />
      <fieldset className="hq-field" data-field="reason">
        <legend>{say('为什么修', 'Why')}</legend>
        <ChipChoice options={reasons} chosen={typeof form.entries['reason'] === 'string' ? [form.entries['reason']] : []} onChange={([key]) => form.set('reason', key ?? 'fault')} />
      </fieldset>
      <FormFields form={form} fields={repair.form} owner={repair.id} only={['what', 'drivable', 'photos']} />
      <p className="hq-small hq-secondary">{say('公车管理员向定点厂取得报价，按金额审批后送修；车在厂里时派车台不派这辆车。', 'The fleet officer has an appointed shop quote; it is agreed to by its amount. While the car is at the shop it is not dispatched.')}</p>
      <ProblemNotice problem={form.problem} others={form.others} />
      <div className="fl-send">
        <Button type="primary" htmlType="submit" size="large" block loading={form.sending}>{form.problem ? say('再报一次', 'Send again') : say('报修', 'Report')}</Button>
      </div>
    </form>
  )
}

const idIn = (form: FormState): string => {
  const chosen = form.entries['vehicle']
  return typeof chosen === 'object' && chosen !== null && 'id' in chosen ? String(chosen.id) : ''
}

function WhichCar({ form, cars }: { form: FormState; cars: readonly MyCar[] }): ReactNode {
  const say = useSay()
  const id = useId()
  const reads = useCan(vehicle.id)('read')
  const chosen = idIn(form)
  const [another, setAnother] = useState(false)
  const choose = (car: MyCar | undefined): void => form.set('vehicle', car ? { id: car.id, name: `${car.plate} ${car.brand}` } : null)
  const under = cars.find((car) => car.id === chosen)?.repair ?? null
  return (
    <fieldset className="hq-field" data-field="vehicle">
      <legend>{say('哪辆车', 'Which car')}</legend>
      <div className="fl-quick">
        {cars.slice(0, near).map((car) => (
          <button key={car.id} type="button" aria-pressed={car.id === chosen} onClick={() => choose(car)}>{car.plate}</button>
        ))}
      </div>
      {cars.length > near && (
        <div className="hq-field">
          <label htmlFor={id}>{say('别的车，按车牌找', 'Another, by its plate')}</label>
          <ChoicePicker
            input={{ id }} clearable chosen={chosen} options={cars.slice(near).map((car) => ({ key: car.id, label: `${car.plate} ${car.brand}` }))}
            onChange={(one) => choose(cars.find((car) => car.id === one))}
          />
        </div>
      )}
      {reads && (another
        ? <FormFields form={form} fields={repair.form} owner={repair.id} only={['vehicle']} />
        : <button type="button" className="hq-more" onClick={() => setAnother(true)}>{say('全区车辆里找', 'Among all cars')}</button>)}
      {cars.length === 0 && !reads && <p className="hq-secondary">{say('您最近没有出过车，单位也没有登记的车辆。请公车管理员代报。', 'You have driven no car lately and your organ has none; have the fleet officer report it.')}</p>}
      {under !== null && <p className="hq-said">{say(`这辆车已有一件维修在办：${under}`, `A repair of it is under way: ${under}`)}</p>}
      {form.issues['vehicle'] && <p className="hq-field-issue" role="alert">{form.issues['vehicle']}</p>}
    </fieldset>
  )
}

function Odometer({ form, cars }: { form: FormState; cars: readonly MyCar[] }): ReactNode {
  const say = useSay()
  const id = useId()
  const known = cars.find((car) => car.id === idIn(form))?.odometer ?? null
  const typed = form.entries['odometer']
  return (
    <div className="hq-field" data-field="odometer">
      <label htmlFor={id}>{say('里程表（km）', 'Odometer (km)')}</label>
      <input id={id} className="hq-native" inputMode="numeric" maxLength={7} aria-describedby={`${id}-hint`} value={typeof typed === 'string' ? typed : ''} onChange={({ target }) => form.set('odometer', target.value.replaceAll(/\D/g, ''))} />
      <p id={`${id}-hint`} className="hq-field-hint">{known === null ? say('照里程表填', 'As the odometer says') : say(`上次登记 ${figure(known)} km`, `Registered last: ${figure(known)} km`)}</p>
      {form.issues['odometer'] && <p className="hq-field-issue" role="alert">{form.issues['odometer']}</p>}
    </div>
  )
}
