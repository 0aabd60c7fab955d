// The life of the service desk 服务台的日子: what is asked on each further day of the demonstration, and what becomes of it.
import { systemActor } from '@houqin/access'
import { workingCalendar } from '@houqin/calendar'
import { localDate, localTime } from '@houqin/clock'
import type { Bringing, Lives, Living } from '@houqin/compose'
import { numberInWorld, startInWorld, worldActor } from '@houqin/compose'
import type { PastMatter } from '@houqin/matters'
import { roomTemperature } from '@houqin/places'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import { districtPlaces } from '@houqin/places/seed'
import { districtDesk } from '../district-desk.ts'
import { plants } from '../plants.ts'
import { districtToCome, repairsToCome } from '../repairs-to-come.ts'
import type { District } from '../repairs-to-come.ts'
import { repair } from '../../src/contract/index.ts'
import { hallTooCold, pastRepair, thermometer } from '../../src/server/demonstration.ts'
import { moveRepairs } from './move-repairs.ts'
import { bringPurchases, movePurchases } from './purchases-to-come.ts'
import { bringVoices, moveVoices } from './voices-to-come.ts'

const hour = 3_600_000

export const lives: Lives = Object.freeze({
  async moveOn(living: Living) {
    const district = districtOf(living)
    await moveRepairs(living, district)
    await moveVoices(living, district)
    await movePurchases(living, district)
  },
  async bring(bringing: Bringing) {
    const district = districtOf(bringing)
    await (bringing.live ? report(bringing, district) : enter(bringing, district))
    await bringVoices(bringing, district)
    await bringPurchases(bringing, district)
    await measure(bringing, district)
  },
})

function districtOf({ openedAt, present, kept }: Living): District {
  return kept('service-desk', () => {
    const world = { seed: districtSeed, day: localDate(openedAt) }
    const people = kept('district.people', () => districtPeople(world))
    const places = kept('district.places', () => districtPlaces(world, people))
    return districtToCome({ world, people, places, desk: districtDesk(world, { people, places }), calendar: workingCalendar() }, localDate(present))
  })
}

/** Under the eyes of those who sign in: asked through the engine, so that it rings where a repair rings. */
async function report(bringing: Bringing, district: District): Promise<void> {
  const { from, to } = bringing
  for (const { openedAt: at, asker, form } of repairsToCome(district, { from, to, now: to })) await startInWorld(bringing, repair, { at, actor: worldActor(asker), input: form })
}
/** Of days on which nobody looked: entered as history is, with what has come of it by now. */
async function enter(bringing: Bringing, district: District): Promise<void> {
  const { tx, system, turn, from, to, present } = bringing
  const past: PastMatter[] = []
  for (const { asker: _, ...one } of repairsToCome(district, { from, to, now: present })) past.push(pastRepair({ ...one, number: await numberInWorld(bringing, repair, one.openedAt) }))
  turn(to)
  if (past.length > 0) await system.matters.recordPast(tx, repair, past)
}
/** The hall stays too cold: its thermometer goes on, once an hour while the hall is open. */
async function measure({ tx, system, turn, openedAt, from, to }: Bringing, { places, calendar }: District): Promise<void> {
  const hall = hallTooCold(places)
  const hours = Math.floor(to.getTime() / hour) - Math.floor(from.getTime() / hour)
  const instants = Array.from({ length: hours }, (_, place) => new Date((Math.floor(from.getTime() / hour) + place + 1) * hour))
  const open = instants.filter((at) => calendar.isWorkingDay(localDate(at)) && localTime(at) >= '08:00' && localTime(at) <= '18:00')
  turn(to)
  if (open.length === 0) return
  await system.signals.ingest(tx, systemActor, open.map((at) => ({
    signal: roomTemperature.id, subject: hall.id, device: thermometer, sequence: 1000 + Math.floor((at.getTime() - openedAt.getTime()) / hour),
    at: at.toISOString(), value: plants.tooCold.celsius, attributes: { mode: 'cooling' },
  })))
}
