// The life of the shop 维修和事故的日子: cars are reported, quoted, agreed to, mended and paid for on each further day; what happened on the road is determined and settled.
import { addWorkingHours, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf, localDate } from '@houqin/clock'
import { agreeInWorld, leftToTheWorld, startInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Living, OpenMatter, WorldStep } from '@houqin/compose'
import { bureauLeader } from '@houqin/people'
import { dice } from '@houqin/people/seed'
import { sql } from 'kysely'
import { dutyDriver, fleetOfficer, incident, repair } from '../../src/contract/index.ts'
import { seedAccount } from '../account.ts'
import { inOrgan } from './load-uses.ts'
import type { UseDistrict } from './load-uses.ts'

const calendar = workingCalendar()
/** Whoever signs in has so many working hours to do it himself. */
const patience = 7.5
const chances = { repair: 0.4, incident: 0.08 }
const faults = ['刹车有异响', '轮胎鼓包，要换', '空调不制冷', '大灯一侧不亮', '到保养里程', '方向跑偏', '车窗升降不灵', '后视镜外壳破裂'] as const

interface Stand {
  readonly matter: string
  readonly quoted: string | null
  readonly promised: string | null
  readonly waits: boolean
  /** Nobody counts on it: it is no shared car, stands in use, is out for nothing and promised to nobody. */
  readonly spare: boolean
}
export async function moveShop(living: Living, { world, people }: Pick<UseDistrict, 'world' | 'people'>): Promise<void> {
  const { system, to, openedAt } = living
  const officer = worldActor(inOrgan(people, { organ: '机关事务局', name: seedAccount.name }), fleetOfficer)
  const { rows } = await sql<Stand>`
    select r.matter, r.quoted::text as quoted, r.promised::text as promised, exists (select from matter.awaited a where a.matter = r.matter) as waits,
           v.standing = 'inUse' and not coalesce(v.shared, false) and not exists (select from fleet.slip s where s.vehicle = v.id and s.came_at is null and upper(s.span) > ${living.from}) as spare
      from fleet.repair r join matter.matter m on m.id = r.matter join fleet.vehicle v on v.id = r.vehicle where m.closed_at is null`.execute(system.db)
  const stands = new Map(rows.map((row) => [row.matter, row]))
  const { rows: shops } = await sql<{ id: string }>`select id from fleet.shop where kind = 'repair' and retired_at is null and (until is null or until >= ${localDate(to)}::date) order by name`.execute(system.db)
  for (const one of await leftToTheWorld(system.db, repair)) {
    const its = stands.get(one.id)
    const [first] = shops
    if (its === undefined || first === undefined) continue
    const roll = dice({ ...world, name: `${one.number} ${one.version}` })
    const begins = one.since > openedAt ? one.since : openedAt
    const at = addWorkingHours(begins, patience + roll.int(0, 4), calendar)
    const step = async (when: Date, given: Omit<WorldStep, 'at' | 'actor'>): Promise<void> => {
      if (when <= to) await stepInWorld(living, { matter: repair, number: one.number, version: one.version }, { at: when, actor: officer, ...given })
    }
    if (one.state === 'asked')
      await step(at, { step: 'quote', input: { shop: roll.pick(shops).id }, lines: { items: [
        { kind: 'part', part: 'consumables', what: '配件', quantity: '1', price: `${roll.int(180, 760)}.00`, warranty: 6 }, { kind: 'labour', part: 'consumables', what: '工时', quantity: `${roll.int(1, 3)}.00`, price: '110.00' },
      ] } })
    else if (one.state === 'quoted' && !its.waits) await step(at, { step: 'submit' })
    else if (one.state === 'quoted' && at <= to) {
      const deciders = [people.persons.find(({ id }) => id === people.heads.get(one.organ ?? '')), people.named('leader')]
      for (const who of deciders) if (who && (await agreeInWorld(living, repair, { number: one.number, at, actor: worldActor(who, bureauLeader) }))) break
    } else if (one.state === 'approved' && its.spare) await step(at, { step: 'deliver', input: { promised: addDays(localDate(at > living.from ? at : living.from), roll.int(1, 4)) } })
    else if (one.state === 'inShop' && its.promised !== null) {
      const ready = instantOf({ date: its.promised, time: '16:10' })
      await step(ready > begins ? ready : begins, { step: 'receive', input: { paid: its.quoted ?? '0.00', invoice: String(24_000_000 + roll.int(0, 900_000)), invoicePhoto: [] } })
    }
  }
  for (const one of await leftToTheWorld(system.db, incident)) await moveIncident(living, one, { officer, world })
}

async function moveIncident(living: Living, one: OpenMatter, { officer, world }: { officer: WorldStep['actor']; world: UseDistrict['world'] }): Promise<void> {
  const { rows: [its] } = await sql<{ kind: 'accident' | 'violation'; handleBy: string | null }>`select kind, handle_by::text as "handleBy" from fleet.incident where matter = ${one.id}::uuid`.execute(living.system.db)
  if (!its) return
  const roll = dice({ ...world, name: `${one.number} ${one.version}` })
  const at = addWorkingHours(one.since > living.openedAt ? one.since : living.openedAt, patience + roll.int(2, 12), calendar)
  if (at > living.to) return
  const accident = its.kind === 'accident'
  const take = (step: string, input: object): Promise<unknown> => stepInWorld(living, { matter: incident, number: one.number, version: one.version }, { at, actor: officer, step, input: { ...input } })
  const [decision, receipt] = [`苏公交认字${String(roll.int(100_000, 999_999))}`, `PZ${String(roll.int(100_000, 999_999))}`]
  const decided = { decision, handleBy: addDays(localDate(at > living.from ? at : living.from), 15), papers: [] }
  if (one.state === 'reported') await (accident ? take('determine', { responsibility: roll.pick(['minor', 'none', 'equal'] as const), ...decided }) : take('decide', { points: roll.pick([0, 1, 3]), fine: roll.pick(['50.00', '100.00', '200.00']), ...decided }))
  else if (one.state === 'determined') await (accident ? take('settle', { damage: '860.00', insurerPaid: '860.00', payer: 'driver', receipt }) : take('payFine', { receipt }))
}

/** Cars that are reported on the days of a stretch, and now and then an accident. */
export async function bringShop(bringing: Bringing, { world, fleet, people }: Pick<UseDistrict, 'world' | 'fleet' | 'people'>): Promise<void> {
  const { tx, from, to, openedAt } = bringing
  const byId = new Map(people.persons.map((person) => [person.id, person]))
  const drivers = fleet.drivers.filter(({ standing }) => standing === 'onDuty').slice(0, 40)
  for (let day = localDate(from); day <= localDate(to); day = addDays(day, 1)) {
    const roll = dice({ ...world, day, name: `shop of ${day}` })
    const at = instantOf({ date: day, time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })
    const [breaks, bumps, driver, car, what] = [roll.chance(chances.repair), roll.chance(chances.incident), roll.pick(drivers), roll.int(0, 9_999), roll.pick(faults)]
    const person = byId.get(driver.person)
    if (at <= from || at > to || at <= openedAt || !calendar.isWorkingDay(day) || !person) continue
    const { rows } = await sql<{ id: string; odometer: number }>`
      select v.id, coalesce(v.odometer, 0) as odometer from fleet.vehicle v where v.standing = 'inUse' and not coalesce(v.shared, false) and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary'
         and not exists (select from fleet.repair r join matter.matter m on m.id = r.matter where r.vehicle = v.id and m.closed_at is null) order by v.plate`.execute(tx)
    const chosen = rows[car % Math.max(1, rows.length)]
    if (!chosen) continue
    const actor = worldActor(person, dutyDriver)
    if (breaks) await startInWorld(bringing, repair, { at, actor, input: { vehicle: chosen.id, reason: what === '到保养里程' ? 'service' : 'fault', what, odometer: chosen.odometer + 12, drivable: true, photos: [] } })
    if (bumps) await startInWorld(bringing, incident, { at, actor, input: { vehicle: chosen.id, kind: 'accident', at: new Date(at.getTime() - 3_600_000).toISOString(), place: '文昌路路口', what: '变道时与社会车辆轻微擦碰，无人受伤', photos: [] } })
  }
}
