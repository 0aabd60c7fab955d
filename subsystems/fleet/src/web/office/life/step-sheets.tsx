// 办一步时已知的: what the house knows before somebody types, in the dialogs of the steps of a car's life.
import { call, dayOf, FactList, figure, RowPicker, serverNow, StepSheet, useFacts, useSay, Waiting } from '@houqin/web-kit'
import type { FieldInputProps, StepSheetProps, WireMatter } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { disposal, repair, shop, vehicle } from '../../../contract/index.ts'

/** Cars are mended by repair shops alone: no filling station and no insurer is offered. */
function RepairShopInput({ entry, onChange, input, field }: FieldInputProps): ReactNode {
  return <RowPicker input={input} register={shop.id} where={{ 'where.kind': 'repair' }} chosen={typeof entry === 'object' && entry !== null && 'id' in entry ? entry : null} clearable={field.optional === true} onChange={onChange} />
}
const byShop = Object.freeze({ shop: RepairShopInput })

export function QuoteSheet(given: StepSheetProps): ReactNode {
  return <StepSheet {...given} inputs={byShop} />
}

const quoted = Object.freeze({ shop: repair.facts.shop, quoted: repair.facts.quoted })
/** What is paid is what was quoted, unless the shop's bill says otherwise. */
export function ReceiveSheet(given: StepSheetProps): ReactNode {
  return <StepSheet {...given} known={{ paid: given.shown.facts['quoted'] ?? null }} lead={<Known matter={repair.id} fields={quoted} shown={given.shown} />} />
}

/** Handed over today unless told, with the reading of the ledger to hold the odometer against. */
export function HandOverSheet(given: StepSheetProps): ReactNode {
  const say = useSay()
  const car = given.shown.form['vehicle']
  const id = typeof car === 'object' && car !== null && 'id' in car ? String(car.id) : ''
  const { data, isPending } = useQuery({ queryKey: ['row', vehicle.id, id], queryFn: ({ signal }) => call<{ readonly odometer: number | null }>(`/registers/${vehicle.id}/${id}`, { signal }) })
  if (isPending) return <Waiting lines={2} />
  const odometer = data?.odometer ?? null
  const lead = odometer === null ? null : <div className="hq-below"><FactList facts={[{ label: say('台账里程', 'Odometer in the ledger'), value: `${figure(odometer)} km` }]} /></div>
  return <StepSheet {...given} known={{ handedOn: dayOf(serverNow()) }} lead={lead} />
}

const sold = Object.freeze({ soldFor: disposal.facts.soldFor })
/** What it was sold for, from which the fees go. */
export function PayInSheet(given: StepSheetProps): ReactNode {
  return <StepSheet {...given} known={{ fees: '0.00', income: given.shown.facts['soldFor'] ?? null }} lead={<Known matter={disposal.id} fields={sold} shown={given.shown} />} />
}

function Known({ matter, fields, shown }: { matter: string; fields: Parameters<typeof useFacts>[0]['fields']; shown: WireMatter }): ReactNode {
  return <div className="hq-below"><FactList facts={useFacts({ fields, values: shown.facts, owner: matter, filled: true })} /></div>
}
