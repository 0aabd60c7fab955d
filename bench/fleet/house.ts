// A fleet to measure 车队样例: a small house with so many cars, a terminal in each, and somebody who looks after them.
import { fleetOfficer, terminal, vehicle } from '@houqin/fleet'
import type { Actor } from '@houqin/access'
import { employ, signIn, withSmallHouse } from '../small-house.ts'
import type { SmallHouse } from '../small-house.ts'

export interface FleetHouse extends SmallHouse {
  readonly cars: readonly { readonly id: string; readonly phone: string; readonly plate: string }[]
  readonly officer: Actor
}
const together = 1000

/** Opens it, hands it out, and leaves nothing behind. */
export async function withFleetHouse<Result>(count: number, use: (house: FleetHouse) => Promise<Result>): Promise<Result> {
  return withSmallHouse(async (house) => {
    const { system, write, organ } = house
    const cars: { id: string; phone: string; plate: string }[] = []
    for (let from = 0; from < count; from += together) {
      const some = Array.from({ length: Math.min(together, count - from) }, (_, nth) => {
        const number = String(from + nth + 1).padStart(5, '0')
        return { phone: `139000${number}`, plate: `苏B${number}`, vin: `LSVAU2180N21${number}` }
      })
      const ids = await write((tx) => system.registers.bulkInsert(tx, vehicle, some.map(({ plate, vin }) => ({
        plate, vin, organ, use: 'emergency' as const, kind: 'car' as const, brand: '清溪 E5', seats: 5, energy: 'electric' as const, price: '120000.00', boughtOn: '2022-03-01', standing: 'inUse' as const, papers: [],
      }))))
      await write((tx) => system.registers.bulkInsert(tx, terminal, some.map(({ phone }, nth) => ({
        number: phone, vehicle: ids[nth] ?? '', dialect: 'standard' as const, coordinates: 'wgs84' as const, zone: 480, standing: 'inUse' as const,
      }))))
      for (const [nth, { phone, plate }] of some.entries()) cars.push({ id: ids[nth] ?? '', phone, plate })
    }
    await employ({ system, write, organ, name: '冯兰', number: 'fleet', grants: [{ role: fleetOfficer }] })
    const token = await signIn(system, 'fleet')
    const { principal } = await system.access.sessions.authenticate(system.db, { token })
    return use({ ...house, cars, officer: { principal, locale: 'zh', ip: '127.0.0.1', request: 'bench' } })
  })
}
