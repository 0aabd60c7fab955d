// The office of cars in the demonstration 演示用车: two months with their Mondays, open requests in every state, and a life that goes on.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { transaction } from '@houqin/db'
import { fleet } from '@houqin/fleet/server'
import { people } from '@houqin/people/server'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'

const parts = [people, places, fleet]
let house: TestSystem
const opened = '2026-11-24T10:30:00+08:00'
before(async () => {
  house = await testSubsystem(parts, { at: opened })
  const { system } = house
  const worldDate = house.clock.today()
  await transaction(system.db, async (tx) => {
    for (const { demo } of parts) await demo?.base({ tx, system, worldDate })
    await fleet.demo?.history?.({ tx, system, worldDate, progress: async () => undefined })
  })
})
const states = async (): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ state: string; count: number }>`select state, count(*)::int as count from matter.matter where kind = 'fleet.use' group by state`.execute(house.system.db)
  return new Map(rows.map(({ state, count }) => [state, count]))
}
const sum = (counts: ReadonlyMap<string, number>, names: readonly string[]): number => names.reduce((total, name) => total + (counts.get(name) ?? 0), 0)

test('two months of use: most on Mondays, nearly all closed, a dozen and more open in different states', async () => {
  const { rows } = await sql<{ weekday: number; uses: number; days: number }>`
    select extract(isodow from leaves_at at time zone 'Asia/Shanghai')::int as weekday, count(*)::int as uses, count(distinct (leaves_at at time zone 'Asia/Shanghai')::date)::int as days from fleet.use group by 1`.execute(house.system.db)
  const aDay = new Map(rows.map(({ weekday, uses, days }) => [weekday, uses / days]))
  for (const weekday of [2, 3, 4]) assert.ok((aDay.get(1) ?? 0) > (aDay.get(weekday) ?? 0) * 1.2, `a Monday has more than day ${weekday}`)
  const counts = await states()
  assert.ok((counts.get('closed') ?? 0) > 500, JSON.stringify([...counts]))
  assert.ok(sum(counts, ['drafted', 'approved', 'dispatched', 'underway', 'returned']) >= 12, JSON.stringify([...counts]))
  for (const state of ['drafted', 'approved', 'underway']) assert.ok((counts.get(state) ?? 0) > 0, state)
})
test('every journey that was sent out has its slip, and what it cost is what its expenses sum to', async () => {
  const { rows: [wrong] } = await sql<{ slips: number; costs: number }>`
    select (count(*) filter (where u.vehicle is not null and s.matter is null))::int as slips,
           (count(*) filter (where u.cost is not null and u.cost <> coalesce((select sum(e.amount) from fleet.use__expenses e where e.matter = u.matter), 0)))::int as costs
      from fleet.use u left join fleet.slip s on s.matter = u.matter`.execute(house.system.db)
  assert.deepEqual(wrong, { slips: 0, costs: 0 })
})
test('six hours later the world has sent out, driven and confirmed what stood open', async () => {
  const { system, clock } = house
  const from = clock.now()
  const to = new Date(from.getTime() + 6 * 3_600_000)
  const kept = new Map<string, unknown>()
  const living = {
    system, turn: (at: Date) => clock.set(at.toISOString()), openedAt: from, from, to, present: to, live: false,
    kept: <T>(key: string, make: () => T): T => {
      if (!kept.has(key)) kept.set(key, make())
      return kept.get(key) as T
    },
  }
  const before = await states()
  await fleet.demo?.lives?.moveOn?.(living)
  const after = await states()
  assert.ok((after.get('closed') ?? 0) > (before.get('closed') ?? 0) + 5, JSON.stringify([[...before], [...after]]))
  await transaction(system.db, async (tx) => fleet.demo?.lives?.bring?.({ ...living, tx }))
  assert.ok(sum(await states(), ['approved', 'dispatched', 'underway', 'returned', 'closed', 'refused']) > sum(after, ['approved', 'dispatched', 'underway', 'returned', 'closed', 'refused']))
})
