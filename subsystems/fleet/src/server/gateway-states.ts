// What the gateways last said of themselves 接入状态: links, sessions, what went wrong and the bytes of it, who is not in the book.
import type { Db } from '@houqin/db'
import type { Stranger } from '@houqin/gateway'
import { sql } from 'kysely'
import { ordinary } from './positions.ts'

export interface GatewayState {
  readonly name: string
  readonly at: Date
  readonly state: Readonly<Record<string, unknown>> & { readonly strangers?: readonly StrangerOfCar[] }
}
/** With the car whose plate he named, when it is one that may be named here. */
type StrangerOfCar = Stranger & { readonly car?: { readonly id: string; readonly name: string } | undefined }

export async function gatewayStates(db: Db): Promise<readonly GatewayState[]> {
  const { rows } = await sql<GatewayState>`select name, at, state from fleet.gateway_state order by name`.execute(db)
  const plates = rows.flatMap(({ state }) => state.strangers ?? []).flatMap(({ registration }) => (registration ? [registration.plate] : []))
  if (plates.length === 0) return rows
  const { rows: cars } = await sql<{ id: string; plate: string; name: string }>`
    select t.id, t.plate, t.label as name from fleet.vehicle t where t.plate = any(${plates}::text[]) and t.retired_at is null and ${ordinary}`.execute(db)
  const byPlate = new Map(cars.map(({ id, plate, name }) => [plate, { id, name }]))
  return rows.map(({ state, ...row }) => ({
    ...row,
    state: { ...state, strangers: (state.strangers ?? []).map((one) => ({ ...one, car: one.registration && byPlate.get(one.registration.plate) })) },
  }))
}
