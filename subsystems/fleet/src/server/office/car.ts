// The car that a matter of the office is about 办事的车: read under lock, moved from one standing to another, its costs entered once.
import { systemActor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { cost, vehicle, vehicleStandings } from '../../contract/index.ts'
import type { Vehicle, VehicleUse } from '../../contract/index.ts'
import type { costKinds } from '../../contract/index.ts'

export interface Car {
  readonly id: string
  readonly version: number
  readonly plate: string
  readonly organ: string
  readonly use: VehicleUse
  readonly standing: Vehicle['standing']
  readonly grade: string
  readonly boughtOn: string
  readonly odometer: number | null
}
/** More than anybody drives between two readings, km, is a reading that was read wrong. */
export const farthest = 60_000
export const refuse = (zh: string, en: string): Problem => new Problem('step-not-possible', say(zh, en))
export const wrongInput = (field: string, zh: string, en: string): Problem => new Problem('bad-input', say(zh, en), { issues: [{ at: `input.${field}`, says: say(zh, en) }] })

/** Locked until the step is over. @throws Error for what is no car: the engine has read the reference already. */
export async function carOf(tx: Tx, id: string): Promise<Car> {
  const { rows: [car] } = await sql<Car>`
    select id, version, plate, organ, use, standing, coalesce(grade, 'ordinary') as grade, bought_on::text as "boughtOn", odometer from fleet.vehicle where id = ${id}::uuid for update`.execute(tx)
  if (!car) throw new Error(`car ${id} went away inside a step`)
  return car
}
/** What has a grade is seen by its keeper alone, and so are its papers: no common matter is about it. @throws Problem step-not-possible, also for what is disposed of. */
export async function openCar(tx: Tx, id: string): Promise<Car> {
  const car = await carOf(tx, id)
  if (car.grade !== 'ordinary') throw refuse('受控车辆不在这里办理，请找涉密车辆管理员。', 'A graded car is not dealt with here; ask the keeper of confidential vehicles.')
  if (car.standing === 'disposed') throw refuse(`${car.plate} ${vehicleStandings.disposed}，不能再办理。`, `${car.plate} has been disposed of.`)
  return car
}
export async function stand({ registers }: System, tx: Tx, { id, version }: Pick<Car, 'id' | 'version'>, standing: Vehicle['standing']): Promise<void> {
  await registers.update(tx, systemActor, vehicle, id, { standing }, version)
}
/** The odometer only ever goes up; a lower reading is left out. */
export async function readOdometer({ registers }: System, tx: Tx, id: string, odometer: number): Promise<void> {
  const car = await carOf(tx, id)
  if (odometer > (car.odometer ?? 0)) await registers.update(tx, systemActor, vehicle, id, { odometer }, car.version)
}
/** Whoever has the car out now or has it in the days to come. @throws Problem conflict with the slip. */
export async function requireHere(tx: Tx, { id, plate }: Pick<Car, 'id' | 'plate'>, at: Date): Promise<void> {
  const { rows: [out] } = await sql<{ number: string }>`
    select m.number from fleet.slip s join matter.matter m on m.id = s.matter where s.vehicle = ${id}::uuid and s.left_at <= ${at} and s.came_at is null limit 1`.execute(tx)
  if (out) throw new Problem('conflict', say(`${plate} 由 ${out.number} 派出，还没有收车。收车以后再办。`, `${plate} is out for ${out.number}. Do it once it is back.`))
}
/** What was paid for the car by a matter, in its account; nothing for nothing. @param amount 元, two decimals. */
export async function enterCost({ registers }: System, tx: Tx, paid: {
  vehicle: string; kind: keyof typeof costKinds; day: string; amount: string; odometer?: number | null; shop?: string | null; source: string
}): Promise<void> {
  if (/^0+(\.0+)?$/.test(paid.amount)) return
  await registers.insert(tx, systemActor, cost, { ...paid, odometer: paid.odometer ?? null, shop: paid.shop ?? null })
}
