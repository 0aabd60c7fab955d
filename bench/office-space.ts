// Office space of a district 办公用房: the whole audit by the number of rooms and people, and the district's totals from SQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { allotment } from '@houqin/office-space'
import { auditSpace, districtLedger } from '@houqin/office-space/server'
import { organ, person, post } from '@houqin/people'
import { building, certificate, floor, room, seat, site } from '@houqin/places'
import { startPostgres } from '@houqin/postgres'
import { withSystem } from '@houqin/server/with-system'
import { workplace } from '@houqin/staffing'
import { sql } from 'kysely'
import { median, rounded } from './measured.ts'
import type { Measured } from './measured.ts'

const sizes = [5_000, 20_000, 80_000]
/** The district that the goal speaks of. */
const district = 20_000
const peopleShare = 0.35
const runs = 3
const since = '2024-01-01'

export interface SpaceTimes {
  readonly rooms: number
  readonly checked: number
  readonly breaches: number
  readonly auditMs: number
  /** The same seats read and added up, no rule asked. */
  readonly bareMs: number
  readonly totalsMs: number
  /** The same rooms, allotments, seats and people counted, nothing asked of them. */
  readonly countedMs: number
}

/** `npm run bench -- office-space`. */
export async function benchOfficeSpace(): Promise<readonly Measured[]> {
  const times: SpaceTimes[] = []
  for (const rooms of sizes) times.push(await timesOf(rooms))
  const [small, , large] = times
  return [
    ...times.flatMap(({ rooms, checked, auditMs, bareMs, totalsMs, countedMs }): Measured[] => [
      {
        what: `audit of ${rooms} rooms (${checked} subjects)`, value: rounded(auditMs), unit: 'ms', yardstick: { what: 'bare reading of the seats, ms', value: rounded(bareMs) },
        ratio: rounded(auditMs / bareMs), ...(rooms === district && { goal: '≤ 1000' }),
      },
      {
        what: `totals of ${rooms} rooms`, value: rounded(totalsMs), unit: 'ms', yardstick: { what: 'the rows counted, ms', value: rounded(countedMs) }, ratio: rounded(totalsMs / countedMs), ...(rooms === district && { goal: '≤ 50' }),
      },
    ]),
    ...(small && large ? [{ what: `growth of the audit from ${small.rooms} to ${large.rooms} rooms, a room`, value: rounded(large.auditMs / large.rooms / (small.auditMs / small.rooms)), unit: '×', goal: '≤ 1.3' }] : []),
  ]
}

/** A district of so many rooms, on a database of its own. */
export async function timesOf(rooms: number): Promise<SpaceTimes> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-bench-space-'))
  const postgres = await startPostgres({ dataFolder: folder })
  try {
    return await withSystem({ databaseUrl: postgres.url, dataFolder: folder, log: () => undefined }, async (system) => {
      await transaction(system.db, (tx) => furnish(tx, system, rooms))
      await sql`analyze`.execute(system.db)
      return measure(system, rooms)
    })
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(system: System, rooms: number): Promise<SpaceTimes> {
  const audits: number[] = []
  const bare: number[] = []
  const totals: number[] = []
  const counted: number[] = []
  let [checked, breaches] = [0, 0]
  for (let run = 0; run < runs; run += 1) {
    bare.push(await taking(() => sql`
      select w.person, sum(r.area) from staffing.workplace w join places.room r on r.id = w.room join people.person p on p.id = w.person group by w.person`.execute(system.db)))
    audits.push(await taking(async () => ({ checked, breaches } = await auditSpace(system, systemActor, {}))))
    counted.push(await taking(() => sql`
      select (select count(*) from places.room), (select count(*) from office_space.allotment), (select count(*) from staffing.workplace), (select count(*) from people.person)`.execute(system.db)))
    totals.push(await taking(() => districtLedger(system, system.clock.today())))
  }
  return { rooms, checked, breaches, auditMs: median(audits), bareMs: median(bare), totalsMs: median(totals), countedMs: median(counted) }
}
async function taking(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Two thirds of the rooms are offices, three people to every two of them; one room in twenty is too large. */
async function furnish(tx: Tx, { registers }: System, rooms: number): Promise<void> {
  const count = (share: number): readonly number[] => Array.from({ length: Math.max(1, Math.round(share)) }, (_, at) => at)
  const of = <T>(list: readonly T[], at: number): T => {
    const one = list[at % list.length]
    if (one === undefined) throw new RangeError('nothing to pick from')
    return one
  }
  const organs = await registers.bulkInsert(tx, organ, count(rooms / 85).map((at) => ({ name: `第${at}局`, shortName: `${at}局`, category: 'government' as const, level: 'section' as const, establishment: 40 })))
  const sites = await registers.bulkInsert(tx, site, count(rooms / 220).map((at) => ({ name: `第${at}大院`, kind: 'office' as const, address: `县前街 ${at} 号`, managed: true, tenure: 'owned' as const })))
  const papers = await registers.bulkInsert(tx, certificate, sites.map((own, at) => ({ site: own, number: `产权 ${at}`, kind: 'title' as const, buildingArea: '5371.99', scans: [] })))
  const houses = await registers.bulkInsert(tx, building, sites.map((own, at) => ({ site: own, name: '1号楼', height: 'low' as const, floorsAbove: 6, floorsBelow: 0, buildingArea: '5371.99', certificate: of(papers, at) })))
  const floors = await registers.bulkInsert(tx, floor, houses.map((house, at) => ({ site: of(sites, at), building: house, number: 1, name: '1层' })))
  await registers.bulkInsert(tx, seat, organs.map((own, at) => ({ organ: own, site: of(sites, at), main: true, from: since, to: null })))
  const ids = await registers.bulkInsert(tx, room, count(rooms).map((at) => ({
    site: of(sites, at), building: of(houses, at), floor: of(floors, at), number: String(at), use: at % 3 === 2 ? 'service' as const : 'office' as const, purpose: at % 3 === 2 ? 'meeting' as const : 'office' as const,
    area: at % 20 === 0 ? '24.00' : '9.00', seats: 2,
  })))
  await registers.bulkInsert(tx, allotment, ids.map((own, at) => ({ organ: of(organs, at), room: own, kind: 'own' as const, agreement: [], from: since, to: null })))
  const persons = await registers.bulkInsert(tx, person, count(rooms * peopleShare).map((at) => ({ name: `职工${at}`, number: `b${at}`, gender: 'male' as const, organ: of(organs, at), employment: 'civil' as const, standing: 'active' as const })))
  await registers.bulkInsert(tx, post, persons.map((own, at) => ({ person: own, organ: of(organs, at), title: '科员', kind: 'main' as const, duty: 'staff' as const, rank: 'below' as const, from: since, to: null })))
  const offices = ids.filter((_, at) => at % 3 !== 2)
  await registers.bulkInsert(tx, workplace, persons.map((own, at) => ({ person: own, room: of(offices, at), from: since, to: null })))
}
