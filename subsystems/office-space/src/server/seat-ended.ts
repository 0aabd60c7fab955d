// A seat ends 座位结束: the last day was yesterday; one that began today never was.
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { workplace } from '@houqin/staffing'

export interface StandingSeat {
  readonly id: string
  readonly version: number
  /** YYYY-MM-DD. */
  readonly from: string
}
/** @param reason kept with a seat that is taken out. @throws Problem as the registers do. */
export async function endSeat(tx: Tx, { registers, clock }: System, actor: Actor, { seat: { id, version, from }, reason }: { seat: StandingSeat; reason: string }): Promise<void> {
  const today = clock.today()
  if (from < today) await registers.update(tx, actor, workplace, id, { to: addDays(today, -1) }, version)
  else await registers.retire(tx, actor, workplace, id, { reason, version })
}
