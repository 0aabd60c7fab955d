// What each step of a use does 用车联动: the slip held and let go, kilometres and cost counted, those who ride along carried with it.
import { systemActor } from '@houqin/access'
import { localDate } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { cost, costKinds, fleetDispatcher, fleetOfficer, use, vehicle, vehicleStandings } from '../../contract/index.ts'
import type { Vehicle } from '../../contract/index.ts'
import { comeBack, hold, leave, letGo, requireFit } from './slips.ts'

type Use = Happened<typeof use>
const longestDays = 15
/** Whoever asks later than this has driven already. */
const lateMinutes = 30
/** More than a day's driving between two readings is a reading that was read wrong. */
const farthest = 3000
const refuse = (zh: string, en: string): Problem => new Problem('step-not-possible', say(zh, en))

const isCostKind = (kind: string): kind is keyof typeof costKinds => Object.hasOwn(costKinds, kind)

/** Those who ride along with this one. */
async function riders(tx: Tx, number: string): Promise<readonly { number: string; version: number; passengers: number }[]> {
  const { rows } = await sql<{ number: string; version: number; passengers: number }>`
    select m.number, m.version, u.passengers from fleet.use u join matter.matter m on m.id = u.matter where u.pooled_with = ${number} and m.state = 'pooled' order by m.number`.execute(tx)
  return rows
}
/** The car, the driver and the time of a slip, once all that is against them has been asked. */
async function send({ tx, at, matter, engine }: Use): Promise<void> {
  const { form, facts } = matter
  const { vehicle: car, driver } = facts
  if (car === null || driver === null) throw new Error(`${matter.number} is sent without a car or a driver`)
  const [outAt, backAt] = [new Date(facts.outAt ?? form.leavesAt), new Date(facts.backAt ?? form.returnsAt)]
  if (backAt <= outAt) throw refuse('收车时间要在出车时间之后。', 'It comes back after it leaves.')
  const along = (await riders(tx, matter.number)).reduce((sum, { passengers }) => sum + passengers, 0)
  const held = { vehicle: car, driver, from: outAt, to: backAt }
  const person = await requireFit(tx, { ...held, passengers: form.passengers + along })
  await hold(tx, { ...held, matter: matter.id }, at)
  await engine.setFacts({ person, outAt: outAt.toISOString(), backAt: backAt.toISOString(), acceptedAt: null })
  await engine.setDue(outAt)
}
/** Nobody holds it any more than the dispatcher does: the facts would say otherwise. */
async function free({ tx, matter, engine }: Use): Promise<void> {
  await letGo(tx, matter.id)
  await engine.setFacts({ vehicle: null, driver: null, person: null, outAt: null, backAt: null, acceptedAt: null, pooledWith: null, hiredFrom: null, hiredFor: null })
}
/** Whoever has to see to it has until the car leaves, where that is sooner than his hours. */
async function byDeparture({ matter, engine }: Use): Promise<void> {
  const leaves = new Date(matter.form.leavesAt)
  if (matter.dueAt === null || leaves < matter.dueAt) await engine.setDue(leaves)
}
async function count({ tx, matter, engine }: Use): Promise<void> {
  const { rows: [sums] } = await sql<{ cost: string }>`select (coalesce(sum(amount), 0) + ${matter.facts.hiredFor ?? '0'}::numeric)::numeric(18,2)::text as cost from fleet.use__expenses where matter = ${matter.id}::uuid`.execute(tx)
  await engine.setFacts({ cost: sums?.cost ?? '0.00' })
}

export function useEffects(system: System): Effects {
  const { matters, registers } = system

  /** With the one that carries them; another car is found for them when it is gone. */
  async function forRiders({ tx, matter }: Use, step: 'arrive' | 'recall', comment?: string): Promise<void> {
    for (const { number, version } of await riders(tx, matter.number)) await matters.step(tx, systemActor, use, number, step, { version, ...(comment !== undefined && { comment }) })
  }

  /** What was paid on the way stands in the car's own account from now on. */
  async function account({ tx, at, matter }: Use): Promise<void> {
    const { rows } = await sql<{ kind: string; amount: string; receipt: string | null }>`select kind, amount::text as amount, receipt from fleet.use__expenses where matter = ${matter.id}::uuid order by position`.execute(tx)
    const { vehicle: car, odometerBack } = matter.facts
    if (car === null) return
    for (const { kind, amount, receipt } of rows)
      await registers.insert(tx, systemActor, cost, {
        vehicle: car, kind: isCostKind(kind) ? kind : 'other', day: localDate(matter.facts.cameAt === null ? at : new Date(matter.facts.cameAt)), amount, odometer: odometerBack, source: receipt ?? matter.number,
      })
  }

  return effects(use, {
    async start(asked) {
      const { at, matter: { form } } = asked
      const [leaves, returns] = [new Date(form.leavesAt), new Date(form.returnsAt)]
      const wrong = (field: string, zh: string, en: string): Problem => new Problem('bad-input', say(zh, en), { issues: [{ at: `input.${field}`, says: say(zh, en) }] })
      if (returns <= leaves) throw wrong('returnsAt', '返回时间要在出发时间之后。', 'It comes back after it leaves.')
      if (returns.getTime() - leaves.getTime() > longestDays * 86_400_000) throw wrong('returnsAt', `一次用车最长 ${longestDays} 天，更久的请分开申请。`, `One use lasts ${longestDays} days at most.`)
      if (at.getTime() - leaves.getTime() > lateMinutes * 60_000) throw wrong('leavesAt', '出发时间已经过了，请改成以后的时间。', 'That time has passed; choose a later one.')
      await byDeparture(asked)
    },
    submit: byDeparture,
    dispatch: send,
    reassign: send,
    async pool({ tx, matter, input, engine }) {
      const { rows: [other] } = await sql<{ seats: number; taken: number }>`
        select v.seats - 1 as seats, (u.passengers + coalesce((select sum(r.passengers) from fleet.use r join matter.matter n on n.id = r.matter where r.pooled_with = m.number and n.state = 'pooled' and n.id <> ${matter.id}::uuid), 0))::int as taken
          from matter.matter m join fleet.use u on u.matter = m.id join fleet.vehicle v on v.id = u.vehicle where m.kind = ${use.id} and m.number = ${input.pooledWith} and m.state = 'dispatched' for update of m`.execute(tx)
      if (!other) throw refuse(`${input.pooledWith} 没有派车或已经出车，不能拼车。`, `${input.pooledWith} has no car or has left; nobody can ride along.`)
      if (other.taken + matter.form.passengers > other.seats) throw refuse(`${input.pooledWith} 的车坐 ${other.seats} 人，已有 ${other.taken} 人，再坐 ${matter.form.passengers} 人坐不下。`, `The car of ${input.pooledWith} seats ${other.seats}, ${other.taken} are taken.`)
      await engine.link('follows', input.pooledWith)
    },
    async recall(taken) {
      await forRiders(taken, 'recall', `${taken.matter.number} 收回了车`)
      if (taken.from === 'pooled') await taken.engine.unlink('follows')
      await free(taken)
      await byDeparture(taken)
    },
    async accept({ at, matter, engine }) {
      if (matter.facts.acceptedAt !== null) throw refuse('已经接过单了，出发时点“出车”。', 'It is accepted already; on leaving press “Leave”.')
      await engine.setFacts({ acceptedAt: at.toISOString() })
    },
    async decline(taken) {
      await forRiders(taken, 'recall', `${taken.matter.number} 的驾驶员退单`)
      await free(taken)
      await byDeparture(taken)
    },
    async depart({ tx, at, matter, input, engine }) {
      const { rows: [car] } = await sql<{ odometer: number | null; plate: string; standing: Vehicle['standing'] }>`select odometer, plate, standing from fleet.vehicle where id = ${matter.facts.vehicle}::uuid`.execute(tx)
      // it was dispatched before it went to the shop
      if (car && car.standing !== 'inUse') throw refuse(`${car.plate} ${vehicleStandings[car.standing]}，不能出车。请车辆调度改派。`, `${car.plate} is not in use; have the dispatcher send another.`)
      if (car?.odometer != null && input.odometerOut < car.odometer) throw refuse(`里程 ${input.odometerOut} km 比上次登记的 ${car.odometer} km 少，请看清里程表再填。`, `${input.odometerOut} km is less than the ${car.odometer} km registered last; read the odometer again.`)
      await leave(tx, matter.id, at)
      await engine.setFacts({ leftAt: at.toISOString(), acceptedAt: matter.facts.acceptedAt ?? at.toISOString() })
      await engine.setDue(matter.facts.backAt === null ? null : new Date(matter.facts.backAt))
    },
    spend: count,
    async finish(taken) {
      const { tx, at, matter, input, engine } = taken
      const out = matter.facts.odometerOut ?? 0
      if (input.odometerBack < out) throw refuse(`收车里程 ${input.odometerBack} km 比出车时的 ${out} km 少，请看清里程表再填。`, `${input.odometerBack} km is less than the ${out} km it left with; read the odometer again.`)
      if (input.odometerBack - out > farthest) throw refuse(`一次行驶 ${input.odometerBack - out} km 不合情理，请看清里程表再填。`, `${input.odometerBack - out} km in one journey cannot be; read the odometer again.`)
      await comeBack(tx, matter.id, at)
      await engine.setFacts({ cameAt: at.toISOString(), kilometres: input.odometerBack - out })
      await count(taken)
      const { rows: [car] } = await sql<{ id: string; version: number; odometer: number | null }>`select id, version, odometer from fleet.vehicle where id = ${matter.facts.vehicle}::uuid for update`.execute(tx)
      if (car && input.odometerBack > (car.odometer ?? 0)) await registers.update(tx, systemActor, vehicle, car.id, { odometer: input.odometerBack }, car.version)
      await forRiders(taken, 'arrive')
    },
    arrive: count,
    confirm: account,
    closeUnanswered: account,
    async withdraw(taken) {
      await forRiders(taken, 'recall', `${taken.matter.number} 已撤回`)
      await free(taken)
    },
    async urge({ matter, engine }) {
      if (matter.facts.person === null) await engine.involve(fleetDispatcher)
      else await engine.notify([matter.facts.person])
    },
    async overdue({ matter, engine }) {
      if (matter.state === 'approved') await engine.involve(fleetOfficer)
    },
  })
}
