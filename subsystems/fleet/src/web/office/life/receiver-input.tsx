// To which organ 调到哪个单位, to which class 变更为哪一类: beside the choice, how the organ stands by its establishment of that class, and which organs lack a car.
import { call, FieldInput, figure, queryText, RowPicker, rowQuery, useCan, useSay } from '@houqin/web-kit'
import type { FieldInputProps, Say, WireRow } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { establishment, vehicle, vehicleUses } from '../../../contract/index.ts'
import type { ClassQuota } from '../../../contract/answers.ts'
import type { VehicleUse } from '../../../contract/index.ts'
import { carIn } from './car-beside.ts'
import '../ask/ask.css'

/** So many as buttons: those that lack most. */
const offered = 6

export function ReceiverInput({ entry, onChange, input, field, beside }: FieldInputProps): ReactNode {
  const chosen = typeof entry === 'object' && entry !== null && 'id' in entry ? entry : null
  const use = useClass(beside)
  return (
    <>
      <RowPicker input={input} register={field.kind === 'ref' && field.to !== 'self' ? field.to.id : ''} chosen={chosen} onChange={onChange} />
      {use !== null && <Quotas use={use} chosen={chosen?.id ?? null} onChoose={onChange} />}
    </>
  )
}

/** A change of class keeps the organ, which must have room for one of that class. */
export function ClassInput(given: FieldInputProps): ReactNode {
  const { entry, beside } = given
  const organ = useCar(beside)?.['organ']
  const use = useClass(beside)
  const id = typeof organ === 'object' && organ !== null && 'id' in organ ? String(organ.id) : null
  return (
    <>
      <FieldInput {...given} />
      {beside?.['what'] === 'use' && entry !== '' && use !== null && id !== null && <OwnQuota use={use} organ={id} />}
    </>
  )
}
function OwnQuota({ use, organ }: { use: VehicleUse; organ: string }): ReactNode {
  const rows = useQuotas(use)
  return rows && <Standing of={rows.find((row) => row.organ.id === organ)} />
}

function useCar(beside: FieldInputProps['beside']): WireRow | undefined {
  const reads = useCan(establishment.id)('read')
  const car = carIn(beside)
  return useQuery({ ...rowQuery(vehicle.id, car ?? ''), enabled: reads && car !== null }).data
}
/** The class the car will be of: that which is asked for, else its own. */
function useClass(beside: FieldInputProps['beside']): VehicleUse | null {
  const reads = useCan(establishment.id)('read')
  const data = useCar(beside)
  const use = beside?.['toUse'] || data?.['use']
  return reads && typeof use === 'string' && Object.hasOwn(vehicleUses, use) ? (use as VehicleUse) : null // a key of them, just asked
}

function Quotas({ use, chosen, onChoose }: { use: VehicleUse; chosen: string | null; onChoose: (organ: ClassQuota['organ']) => void }): ReactNode {
  const say = useSay()
  const rows = useQuotas(use)
  if (!rows) return null
  const lacking = rows.filter(({ quota, held }) => held < quota)
  return (
    <>
      {chosen !== null && <Standing of={rows.find(({ organ }) => organ.id === chosen)} />}
      {lacking.length === 0 ? <p className="hq-small hq-secondary">{say('这一类没有缺编的单位', 'No organ lacks a car of this class')}</p> : (
        <>
          <p className="hq-field-hint">{say(`这一类缺编的单位 ${figure(lacking.length)} 个，缺得多的在前`, `${figure(lacking.length)} organs lack a car of this class, most first`)}</p>
          <div className="fl-quick">
            {lacking.slice(0, offered).map((row) => (
              <button key={row.organ.id} type="button" aria-pressed={row.organ.id === chosen} onClick={() => onChoose(row.organ)}>
                {row.organ.name} <span className="hq-small">{standing(row, say)}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </>
  )
}

function useQuotas(use: VehicleUse): readonly ClassQuota[] | undefined {
  return useQuery({ queryKey: ['fleet', 'class-quotas', use], queryFn: ({ signal }) => call<{ rows: readonly ClassQuota[] }>(`/fleet/class-quotas${queryText({ use })}`, { signal }) }).data?.rows
}

function Standing({ of: his }: { of: ClassQuota | undefined }): ReactNode {
  const say = useSay()
  return (
    <output className={his && his.held >= his.quota ? 'hq-field-hint hq-danger' : 'hq-field-hint'}>
      {his ? standing(his, say) : say('这个单位没有录入这一类的编制', 'No quota of this class is entered for this organ')}
    </output>
  )
}

function standing({ quota, held }: ClassQuota, say: Say): string {
  const gap = quota - held
  const told = gap > 0 ? say(`缺 ${gap}`, `${gap} short`) : gap === 0 ? say('已满，再调入就超编', 'full, one more is too many') : say(`超 ${-gap}`, `${-gap} too many`)
  return say(`编制 ${quota} · 现有 ${held} · ${told}`, `Quota ${quota} · has ${held} · ${told}`)
}
