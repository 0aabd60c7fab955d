// The office's ledgers of the demonstration 演示台账: what each organ was approved, the appointed shops, a rental, and a card for most shared cars.
import { daysAfter, dice, districtSeed } from '@houqin/people/seed'
import type { DistrictPeople } from '@houqin/people/seed'
import { plane, spotOfAddress } from '@houqin/simulators/qingxi'
import type { VehicleUse } from '../../src/contract/index.ts'
import type { DistrictFleet } from '../district-fleet.ts'
import { plants } from '../plants.ts'

export function officeLedgers({ day, people, fleet: { vehicles } }: { day: string; people: DistrictPeople; fleet: DistrictFleet }) {
  const roll = dice({ seed: districtSeed, day, name: 'fleet ledgers' })
  const held = new Map<string, { organ: string; use: VehicleUse; count: number }>()
  for (const { organ, use, grade } of vehicles) {
    if (grade !== 'ordinary') continue
    const key = `${organ} ${use}`
    held.set(key, { organ, use, count: (held.get(key)?.count ?? 0) + 1 })
  }
  const over = people.organ(plants.overQuota.organ).id
  const establishments = [...held.values()].map(({ organ, use, count }) => ({
    id: roll.id(), organ, use, count: organ === over && use === plants.overQuota.use ? count - 1 : count + (roll.chance(0.2) ? 1 : 0), document: '清车办〔2018〕3 号', from: '2018-01-01', to: null,
  }))
  const shop = (name: string, kind: 'repair' | 'fuel' | 'insurance' | 'hire', ends: number) => ({ id: roll.id(), name, kind, address: null, phone: null, tender: `QXCG-${day.slice(0, 4)}-${kind}`, until: daysAfter(day, ends), longitude: null, latitude: null })
  const shops = [shop('清溪汽修一厂', 'repair', 210), shop('长堤汽车维修中心', 'repair', 210), shop('中清石油望湖站', 'fuel', 300), shop('清溪财产保险', 'insurance', 96), shop('锦绣汽车租赁', 'hire', 400)]
  const company = shops.at(-1)?.id ?? ''
  const rentals = [{ id: roll.id(), number: `ZL-${day.slice(0, 4)}-01`, company, organ: null, seats: 7, price: '420.00', begins: daysAfter(day, -200), until: daysAfter(day, 165), paper: [] }]
  const cards = vehicles.filter(({ shared, energy }) => shared && energy !== 'electric').map(({ id: vehicle }, nth) => ({
    id: roll.id(), number: `9030${String(100_000_017 + nth * 31)}`, kind: 'fuel' as const, vehicle, issuer: '中清石油', until: daysAfter(day, roll.int(20, 900)), standing: 'inUse' as const,
  }))
  return { establishments, shops: [...shops.map((one) => (one.kind === 'fuel' ? stationAt(one, '清溪区望湖路 60 号') : one)), stationAt(shop('中清石油长堤站', 'fuel', 300), '清溪区长堤路 210 号')], rentals, cards }
}

function stationAt<S extends object>(station: S, address: string) {
  const spot = spotOfAddress(address)
  if (!spot) throw new Error(`no ${address} in the district`)
  const { longitude, latitude } = plane.toDegrees(spot)
  return { ...station, address, longitude: longitude.toFixed(6), latitude: latitude.toFixed(6) }
}
