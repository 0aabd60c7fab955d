// Policies, inspections, accidents and violations of two years 演示保险、年检和事故违法: as old as the cars, dated back from what the ledger says.
import { dice, daysAfter, districtSeed } from '@houqin/people/seed'
import { decimal } from '@houqin/define'
import type { PastMatter } from '@houqin/matters'
import type { SeedPerson } from '@houqin/people/seed'
import { incident } from '../../src/contract/index.ts'
import type { DistrictFleet, SeedVehicle } from '../district-fleet.ts'

const stations = ['清溪机动车检测站', '望湖检测中心']
/** A small car of its first six years is inspected every second year. */
const often = ({ kind, boughtOn }: SeedVehicle, day: string): number => (kind !== 'car' || boughtOn < daysAfter(day, -6 * 365) ? 365 : 730)

export function districtPapers({ worldDate, fleet, insurer }: { worldDate: string; fleet: DistrictFleet; insurer: string }) {
  const roll = dice({ seed: districtSeed, day: worldDate, name: 'fleet papers' })
  const cars = fleet.vehicles.filter(({ grade }) => grade === 'ordinary')
  const policies = cars.flatMap((car, nth) => [0, 1].flatMap((back) => {
    const until = daysAfter(car.insuredUntil, -365 * back)
    const begins = daysAfter(until, -364)
    if (begins < car.boughtOn) return []
    const of = (kind: 'compulsory' | 'commercial', premium: string) => ({ id: roll.id(), vehicle: car.id, kind, number: `PD${kind === 'compulsory' ? 'ZA' : 'AA'}${until.slice(0, 4)}3202${String(10_000 + nth * 4 + back)}`, insurer, begins, until, premium, paper: [] as string[] })
    return [of('compulsory', car.seats > 6 ? '1000.00' : '950.00'), of('commercial', `${roll.int(1200, 3900)}.${String(roll.int(0, 99)).padStart(2, '0')}`)]
  }))
  const inspections = cars.flatMap((car) => {
    const day = daysAfter(car.inspectedUntil, -often(car, worldDate) + 1)
    if (day > worldDate || day < car.boughtOn) return []
    const [station, fee] = [roll.pick(stations), car.kind === 'car' ? '180.00' : '260.00']
    const passed = { id: roll.id(), vehicle: car.id, day, result: 'passed' as const, until: car.inspectedUntil, station, fee, note: null, paper: [] as string[] }
    return roll.chance(0.06) ? [{ ...passed, id: roll.id(), day: daysAfter(day, -6), result: 'failed' as const, until: null, note: roll.pick(['制动力不平衡', '灯光偏移', '尾气超标']) }, passed] : [passed]
  })
  const paid = (row: { vehicle: string; day: string; amount: string; source: string }, kind: 'insurance' | 'inspection') => ({ ...row, kind, quantity: null, odometer: null, card: null, shop: kind === 'insurance' ? insurer : null })
  const byYear = Map.groupBy(policies, ({ vehicle, begins }) => `${vehicle} ${begins}`)
  const costs = [
    ...[...byYear.values()].flatMap(([one, ...others]) => (one === undefined || one.begins > worldDate ? [] : [paid({ vehicle: one.vehicle, day: daysAfter(one.begins, -roll.int(1, 12)), amount: decimal.sum([one, ...others].map(({ premium }) => premium)), source: one.number }, 'insurance')])),
    ...inspections.map(({ vehicle, day, fee }) => paid({ vehicle, day, amount: fee, source: '年检' }, 'inspection')),
  ]
  return { policies, inspections, costs: costs.filter(({ day }) => day <= worldDate) }
}

/** A journey on which something happened. */
export interface Journey {
  readonly number: string
  readonly vehicle: string
  readonly organ: string
  readonly driver: string
  readonly person: string
  readonly name: string
  readonly leftAt: Date
  readonly whither: string
}
const happenings = [
  ['violation', '未按导向车道行驶', 2, '100.00'], ['violation', '违停未及时驶离', 0, '150.00'], ['violation', '超过限速 20% 以上未达 50%', 6, '200.00'], ['violation', '不按规定使用安全带', 1, '50.00'],
  ['accident', '倒车时与隔离桩擦碰', 0, '1260.00'], ['accident', '路口被追尾', 0, '3480.50'], ['accident', '变道时与出租车刮擦', 0, '2150.00'],
] as const
const day = 86_400_000

/** Of the journeys given; the last of them are not handled yet. */
export function districtIncidents({ worldDate, now, journeys, officer }: { worldDate: string; now: Date; journeys: readonly Journey[]; officer: SeedPerson }): readonly PastMatter[] {
  const roll = dice({ seed: districtSeed, day: worldDate, name: 'fleet incidents' })
  const counted = new Map<string, number>()
  return journeys.map((one, nth) => ({ ...one, what: happenings[(nth * 3) % happenings.length] ?? happenings[0], told: new Date(Math.min(one.leftAt.getTime() + roll.int(1, 6) * day, now.getTime() - 3_600_000)), id: roll.id(), took: roll.int(4, 15) }))
    .toSorted((a, b) => a.told.getTime() - b.told.getTime())
    .map(({ id, told, took, what: [kind, what, points, money], number: slip, vehicle, organ, driver, person, name, leftAt, whither }) => {
      const on = new Date(told.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
      const count = (counted.get(on) ?? 0) + 1
      counted.set(on, count)
      const accident = kind === 'accident'
      const handleBy = daysAfter(on, 15)
      const responsibility = accident && roll.pick(['full', 'main', 'none'] as const)
      const determined = { ...(accident ? { responsibility } : { points, fine: money }), decision: `3202${String(roll.int(10_000_000, 99_999_999))}`, handleBy, papers: [] }
      const receipt = String(roll.int(10_000_000, 99_999_999))
      const settled = accident ? { damage: money, insurerPaid: money, payer: 'organ', receipt } : { receipt }
      const by = { person: officer.id, name: officer.name }
      const [at, end] = [new Date(told.getTime() + 5 * 3_600_000), new Date(told.getTime() + took * day)]
      const happened: [PastMatter['happened'][0], ...PastMatter['happened'][0][]] = [{ at: told, step: null, to: 'reported', by: { person, name } }]
      const facts: Record<string, unknown> = { slip, drove: driver, person }
      if (at <= now) {
        happened.push({ at, step: accident ? 'determine' : 'decide', to: 'determined', by, input: determined })
        Object.assign(facts, determined)
      }
      if (end <= now) {
        happened.push({ at: end, step: accident ? 'settle' : 'payFine', to: 'closed', by, input: settled })
        Object.assign(facts, settled, { ...(!accident && { payer: 'driver' }), ownPart: accident ? '0.00' : money, settledOn: new Date(end.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) })
      }
      return {
        id, number: `${incident.prefix}-${on.replaceAll('-', '')}-${String(count).padStart(4, '0')}`, requester: { person, name }, organ, site: null, happened,
        dueAt: end <= now ? null : new Date(`${handleBy}T18:00:00+08:00`),
        form: { vehicle, organ, kind, at: new Date(leftAt.getTime() + 20 * 60_000).toISOString(), place: `${whither}附近`, driver: null, what, photos: [] }, facts,
      }
    })
}
