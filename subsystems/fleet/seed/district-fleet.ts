// The official vehicles of the demonstration district 演示车辆: three hundred in five classes, their terminals and drivers, and a holiday on which they stood still.
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedOrgan, World } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import type { Vehicle, VehicleGrade, VehicleUse } from '../src/contract/index.ts'
import { beforeTheReform, modelsOfClass, specialModel, tankOf } from './models.ts'
import type { Model } from './models.ts'
import { theDriver } from './office/accounts.ts'
import { plants } from './plants.ts'
import { carsOfClass, usersOfClass } from './users.ts'

export interface DistrictFleet {
  readonly vehicles: readonly SeedVehicle[]
  readonly terminals: readonly { readonly id: string; readonly number: string; readonly vehicle: string; readonly model: string; readonly dialect: 'standard' | 'jiangsu'; readonly standing: 'inUse' | 'faulty' }[]
  readonly drivers: readonly SeedDriver[]
  readonly immobilisation: { readonly name: string; readonly begins: string; readonly ends: string; readonly exempt: readonly { readonly vehicle: string; readonly reason: string }[] }
}
export type SeedVehicle = Omit<ReturnType<typeof vehicleOf>, 'standing'> & { readonly standing: Vehicle['standing'] }
export type SeedDriver = ReturnType<typeof driversOf>[number]

const driverCount = 130
/** Whose cars every organ may ask for. */
const sharedBy = '公车中心'
/** Of a hundred cars bought since. */
const newEnergyShare = 0.26
const alphabet = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789'.split('')
const reasons = ['防汛防台值班备勤', '应急值守', '抢险救援备勤', '急救转运', '环卫作业', '机要文件交换'] as const

/** The holiday that comes: nobody is let off yet. */
export function comingHoliday(worldDay: string): { readonly name: string; readonly begins: string; readonly ends: string } {
  const year = Number(worldDay.slice(0, 4)) + 1
  return { name: `${year} 年元旦封存`, begins: `${year}-01-01`, ends: `${year}-01-03` }
}

/** The same world gives the same cars, ids included. */
export function districtFleet(world: World, people: DistrictPeople, places: DistrictPlaces): DistrictFleet {
  const roll = dice({ ...world, name: 'fleet' })
  const siteOf = new Map(places.sites.flatMap(({ id, organs }) => organs.map((organ) => [organ, id] as const)))
  const shuffled = roll.shuffled(Object.entries(carsOfClass).flatMap(([use, count]) => Array.from({ length: count }, () => use as VehicleUse)))
  // what is dearer than it may be was bought for the leaders' errands, not for a siren or a laboratory
  const dear = shuffled.filter((use) => use === 'emergency').slice(0, plants.beyondTheLimits)
  const rest = [...shuffled]
  for (const use of dear) rest.splice(rest.indexOf(use), 1)
  const uses = [...dear, ...rest]
  const bought = uses.map((use, nth) => {
    const organ = userOf(roll, people, use)
    return vehicleOf(roll, { world, nth, use, organ, parking: siteOf.get(organ.id) ?? null })
  })
  const sealed = bought.findIndex(({ use, standing, grade }) => use === 'emergency' && standing === 'inUse' && grade === 'ordinary')
  const vehicles = bought.map((one, nth) => (nth === sealed ? { ...one, standing: 'immobilised' as const } : one))
  const seen = vehicles.filter(({ standing, grade }) => standing === 'inUse' && grade !== 'cipher')
  const terminals = seen.filter(() => roll.chance(0.9)).map(({ id: vehicle }, nth) => ({
    id: roll.id(), number: `1064801${String(1001 + nth)}`, vehicle, ...(roll.chance(0.6) ? { model: 'QT-808G', dialect: 'standard' as const } : { model: 'QT-12A', dialect: 'jiangsu' as const }),
    standing: roll.chance(0.04) ? 'faulty' as const : 'inUse' as const,
  }))
  const year = Number(world.day.slice(0, 4)) - (world.day.slice(5) < '10-08' ? 1 : 0)
  const exempt = vehicles.filter(({ use, standing }) => standing === 'inUse' && (use === 'emergency' || use === 'special')).slice(0, 16)
    .map(({ id: vehicle }) => ({ vehicle, reason: roll.pick(reasons) }))
  return { vehicles, terminals, drivers: driversOf(roll, world, people), immobilisation: { name: `${year} 年国庆节封存`, begins: `${year}-10-01`, ends: `${year}-10-07`, exempt } }
}

function userOf(roll: Dice, people: DistrictPeople, use: VehicleUse): SeedOrgan {
  const weighted = usersOfClass[use].flatMap(({ match, weight }) => people.organs.filter(({ shortName }) => match.test(shortName)).map((organ) => [organ, weight] as const))
  return roll.weighted(weighted)
}

function vehicleOf(roll: Dice, { world, nth, use, organ, parking }: { world: World; nth: number; use: VehicleUse; organ: SeedOrgan; parking: string | null }) {
  const old = nth < plants.keptLong
  const model = modelOf(roll, { use, nth, organ })
  // the share of new energy has grown with the years
  const boughtOn = daysAfter(world.day, -(old ? roll.int(365 * 8 + 40, 365 * 13) : Math.round(roll.bell(20, 365 * 7.9))))
  // what is old stands in the open ledger
  const grade = old ? 'ordinary' as const : gradeOf(organ.shortName, use, nth)
  const price = (Math.round(model.price * 10_000 * (0.97 + roll.next() * 0.03) / 100) * 100).toFixed(2)
  return {
    id: roll.id(), plate: `苏B${roll.pick(['G', 'H', 'J', 'K'])}${String(1013 + nth * 29)}`, organ: organ.id, use, grade, kind: model.kind, brand: model.brand,
    vin: `L${Array.from({ length: 16 }, () => roll.pick(alphabet)).join('')}`, engine: lacking(nth, plants.incomplete.engine, `QX${String(roll.int(100_000, 999_999))}`), seats: model.seats, energy: model.energy,
    displacement: model.displacement, price, boughtOn, registeredOn: lacking(nth, plants.incomplete.registeredOn, daysAfter(boughtOn, roll.int(3, 20))),
    colour: use === 'enforcement' || use === 'special' ? '白' : roll.pick(['黑', '白', '银灰', '深蓝']), domestic: true,
    marked: use === 'confidential' || grade !== 'ordinary' ? 'exempt' as const : roll.chance(0.94) ? 'marked' as const : 'open' as const,
    tank: tankOf(model), origin: nth === plants.borrowed ? 'borrowed' as const : nth === plants.donated ? 'donated' as const : 'purchased' as const, interior: nth === plants.luxury ? 'luxury' as const : 'standard' as const,
    parking, odometer: Math.round((Date.parse(world.day) - Date.parse(boughtOn)) / 86_400_000 * roll.bell(12, 52)),
    insuredUntil: daysAfter(world.day, nth === 40 ? -6 : roll.int(4, 362)), inspectedUntil: daysAfter(world.day, nth === 41 ? -3 : roll.int(6, 700)),
    exception: nth >= plants.beyondTheLimits && isBeyond({ ...model, price: Number(price) }, use) ? `清车〔${boughtOn.slice(0, 4)}〕${nth + 1} 号` : null,
    shared: organ.shortName === sharedBy && use !== 'confidential',
    standing: old && roll.chance(0.2) ? 'disposing' as const : roll.chance(0.03) ? 'mending' as const : 'inUse' as const,
  }
}

/** Of some cars nobody has entered it yet. */
const lacking = <T>(nth: number, every: number, value: T): T | null => (nth % every === every - 1 ? null : value)

/** Dearer or larger than its class usually is, and so bought by approval: 元 and litres of 中办发〔2017〕71号 第八条. */
function isBeyond({ kind, energy, displacement, price }: Model, use: VehicleUse): boolean {
  if (use === 'special' || kind === 'coach' || kind === 'works' || kind === 'truck' || (kind === 'car' && energy !== 'petrol' && energy !== 'diesel')) return false
  const small = use === 'confidential' || use === 'enforcement'
  return price > (small ? 120_000 : 180_000) || Number(displacement ?? 0) > (small ? 1.6 : 1.8)
}

function modelOf(roll: Dice, { use, nth, organ }: { use: VehicleUse; nth: number; organ: SeedOrgan }): Model {
  if (use === 'special') return specialModel(organ.shortName)
  if (nth < plants.beyondTheLimits) return roll.pick(beforeTheReform)
  const { fuel, newEnergy } = modelsOfClass[use]
  return nth >= plants.keptLong && roll.chance(newEnergyShare) ? roll.pick(newEnergy) : roll.pick(fuel)
}

/** What is driven for cipher, for an investigation or for discipline is a matter of the organ and of the car. */
function gradeOf(short: string, use: VehicleUse, nth: number): VehicleGrade {
  if (short === '纪委监委' && use === 'enforcement') return 'discipline'
  if ((short === '公安分局' || short === '区检察院') && nth % 6 === 0) return 'investigation'
  return use === 'confidential' && nth % 5 === 0 ? 'cipher' : 'ordinary'
}

function driversOf(roll: Dice, world: World, people: DistrictPeople) {
  const able = people.persons.flatMap(({ id, standing, employment, gender, born }) =>
    (standing === 'active' && employment !== 'civil' && gender === 'male' && born !== null && born > '1968' && born < '1996' ? [{ id, born }] : []))
  const at = people.organ(theDriver.organ).id
  const drivers = roll.shuffled(able).slice(0, driverCount).map(({ id: person, born }, nth) => ({
    id: roll.id(), person, licenceClass: roll.weighted([['c1', 60], ['b1', 14], ['b2', 10], ['a1', 8], ['c2', 8]] as const), licence: `3202${String(roll.int(10_000_000, 99_999_999))}`,
    licensedOn: daysAfter(born, 365 * roll.int(20, 26)), licenceUntil: daysAfter(world.day, nth === plants.licenceEnded.nth ? -plants.licenceEnded.days : roll.int(8, 365 * 6)),
    standing: roll.weighted([['onDuty', 94], ['onLeave', 6]] as const),
  }))
  const known = people.persons.find(({ organ, name, standing }) => organ === at && name === theDriver.name && standing === 'active')
  if (!known) throw new Error(`${theDriver.organ} has no ${theDriver.name}`)
  const his = { id: roll.id(), person: known.id, licenceClass: 'b1' as const, licence: '32020517', licensedOn: '2004-06-18', licenceUntil: daysAfter(world.day, 900), standing: 'onDuty' as const }
  return [his, ...drivers.filter(({ person }) => person !== known.id)]
}
