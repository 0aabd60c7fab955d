// Yesterday by the slips 按派车单的轨迹: the cars that are dispatched drove where they were sent and back; one without a slip, one not at all, one elsewhere.
import { daysAfter, dice } from '@houqin/people/seed'
import type { Dice } from '@houqin/people/seed'
import { qingxiRoads } from '@houqin/simulators/qingxi'
import { destinations } from './office/destinations.ts'
import { usesOn } from './office/district-uses.ts'
import type { SeedUse } from './office/district-uses.ts'
import type { UseDistrict } from './office/load-uses.ts'
import { crossingNear, drive, micro, middle, stand, yardOf } from './tracks.ts'
import type { SeedSighting, TrackedCar, TrackSpot } from './tracks.ts'

const minute = 60_000
/** Further than this, there and back, lies beyond the streets of the district. */
const withinKm = 27
const drawnRadius = 350
/** About three kilometres, in millionths of a degree. */
const farApart = 30_000

/** Where the destinations within the district are drawn: at the crossing nearest to each, which is where its slips drive to. */
export const destinationSpots: readonly { readonly name: string; readonly radius: number; readonly place: TrackSpot }[] = destinations.flatMap(({ name, address, kilometres }) => {
  if (address === undefined || kilometres >= withinKm) return []
  const crossing = qingxiRoads().crossings[crossingNear(yardOf({ address }))]
  return [{ name, radius: drawnRadius, place: crossing ? micro(crossing) : middle }]
})

/** Of the day before the world's own. */
export function slipTracks(district: UseDistrict): readonly SeedSighting[] {
  const { world, places, fleet: { vehicles, terminals } } = district
  const roll = dice({ ...world, name: 'fleet slip tracks' })
  const day = daysAfter(world.day, -1)
  const at = (time: string): number => Date.parse(`${day}T${time}:00+08:00`)
  const heard = new Set(terminals.filter(({ standing }) => standing === 'inUse').map(({ vehicle }) => vehicle))
  const cars = vehicles.filter(({ id, shared, standing, grade }) => shared && standing === 'inUse' && grade === 'ordinary' && heard.has(id))
  const uses = usesOn(district, { from: day, to: day }).filter(({ car, driver }) => car !== null && driver !== null && heard.has(car.id))
  const ofCar = (id: string): readonly SeedUse[] => uses.filter(({ car }) => car?.id === id).toSorted((a, b) => a.leavesAt.getTime() - b.leavesAt.getTime())
  const unmoved = uses.find(({ car, leavesAt, returnsAt }) => ofCar(car?.id ?? '').length === 1 && returnsAt.getTime() - leavesAt.getTime() >= 120 * minute)
  const homeOf = (parking: string | null): TrackSpot => yardOf(places.sites.find((site) => site.id === parking) ?? roll.pick(places.sites))
  // whoever leaves from beside his destination has been there, wherever he goes
  const missed = uses.find((one) => one !== unmoved && destinationSpots.some(({ name, place }) => name === one.destination.name && one.car !== null && one.car.parking !== null && apart(homeOf(one.car.parking), place) > farApart))
  const without = cars.find(({ id }) => ofCar(id).length === 0)
  return cars.flatMap(({ id, odometer, parking }) => {
    const home = homeOf(parking)
    const car: TrackedCar = { vehicle: id, home, place: home, mileage: odometer * 10, fuel: roll.int(300, 550), out: [] }
    let now = at('06:00')
    for (const use of ofCar(id)) {
      const { leaves, returns } = driven(use)
      now = stand(car, now, Math.max(now, leaves))
      if (use !== unmoved) now = thereAndBack(roll, car, { now, returns, to: use === missed ? turningFrom(use.destination.name, home) : spotFor(use, roll.int(0, 999)) })
    }
    // one way, and there it stays
    if (id === without?.id) now = drive(roll, car, stand(car, now, at('15:10')), furthestFrom(''))
    stand(car, now, at('23:00'))
    return car.out
  })
}

/** As its matter tells it. */
function driven({ kilometres, leavesAt, returnsAt }: SeedUse): { leaves: number; returns: number } {
  const late = (kilometres % 9) * minute
  return { leaves: leavesAt.getTime() + late, returns: returnsAt.getTime() - late * 2 }
}
function thereAndBack(roll: Dice, car: TrackedCar, { now: begins, returns, to }: { now: number; returns: number; to: number }): number {
  const there = drive(roll, car, begins, to)
  const waits = stand(car, there, Math.max(there, returns - (there - begins) - minute))
  const back = drive(roll, car, waits, crossingNear(car.home))
  car.place = car.home
  return back
}
function spotFor({ destination }: SeedUse, nth: number): number {
  const drawn = destinationSpots.find(({ name }) => name === destination.name)
  return drawn ? crossingNear(drawn.place) : nth % qingxiRoads().crossings.length
}
/** Of the crossings around his yard the one furthest from where he was sent. */
function turningFrom(name: string, home: TrackSpot): number {
  const { crossings } = qingxiRoads()
  const goal = destinationSpots.find((one) => one.name === name)?.place ?? middle
  const around = crossings.map((one, index) => ({ index, place: micro(one) })).filter(({ place }) => apart(place, home) < farApart)
  return around.toSorted((a, b) => apart(b.place, goal) - apart(a.place, goal))[0]?.index ?? 0
}
function apart(one: TrackSpot, other: TrackSpot): number {
  return Math.hypot(one.latitude - other.latitude, one.longitude - other.longitude)
}
function furthestFrom(name: string): number {
  const from = destinationSpots.find((one) => one.name === name)?.place ?? middle
  return qingxiRoads().crossings.reduce((best, one, index, all) => (apart(micro(one), from) > apart(micro(all[best] ?? one), from) ? index : best), 0)
}
