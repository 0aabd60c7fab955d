// 办一步时已知的: what the house knows before somebody types, in the dialogs of the steps of a car's life.
import { call, dayOf, FactList, figure, RowPicker, serverNow, StepSheet, useSay, Waiting } from '@houqin/web-kit'
import type { FieldInputProps, StepSheetProps } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { shop, vehicle } from '../../../contract/index.ts'

/** Cars are mended by repair shops alone: no filling station and no insurer is offered. */
export function RepairShopInput({ entry, onChange, input, field }: FieldInputProps): ReactNode {
  return <RowPicker input={input} register={shop.id} where={{ 'where.kind': 'repair' }} chosen={typeof entry === 'object' && entry !== null && 'id' in entry ? entry : null} clearable={field.optional === true} onChange={onChange} />
}
const byShop = Object.freeze({ shop: RepairShopInput })

export function QuoteSheet(given: StepSheetProps): ReactNode {
  return <StepSheet {...given} inputs={byShop} />
}

/** What is paid is what was quoted, unless the shop's bill says otherwise. */
export function ReceiveSheet(given: StepSheetProps): ReactNode {
  const say = useSay()
  const { quoted = null } = given.shown.facts
  return <StepSheet {...given} known={{ paid: quoted }} lead={<Given label={say('报价合计', 'Quoted together')} value={quoted} unit={say('元', 'yuan')} />} />
}

/** Handed over today unless told, with the reading of the ledger to hold the odometer against. */
export function HandOverSheet(given: StepSheetProps): ReactNode {
  const say = useSay()
  const car = given.shown.form['vehicle']
  const id = typeof car === 'object' && car !== null && 'id' in car ? String(car.id) : ''
  const { data, isPending } = useQuery({ queryKey: ['row', vehicle.id, id], queryFn: ({ signal }) => call<{ readonly odometer: number | null }>(`/registers/${vehicle.id}/${id}`, { signal }) })
  if (isPending) return <Waiting lines={2} />
  const odometer = data?.odometer ?? null
  return <StepSheet {...given} known={{ handedOn: dayOf(serverNow()) }} lead={<Given label={say('台账里程', 'Odometer in the ledger')} value={odometer === null ? null : figure(odometer)} unit="km" />} />
}

/** What it was sold for, from which the fees go. */
export function PayInSheet(given: StepSheetProps): ReactNode {
  const say = useSay()
  const { soldFor = null } = given.shown.facts
  return <StepSheet {...given} known={{ fees: '0.00', income: soldFor }} lead={<Given label={say('成交价', 'Sold for')} value={soldFor} unit={say('元', 'yuan')} />} />
}

function Given({ label, value, unit }: { label: string; value: unknown; unit: string }): ReactNode {
  return typeof value === 'string' ? <FactList facts={[{ label, value: `${value} ${unit}` }]} /> : null
}
