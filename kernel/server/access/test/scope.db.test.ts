// 范围的故事: what a list shows is what a single row's check lets pass, whatever was granted, and indexes serve it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holds, mayReach, rolesBehind, scopeOf, systemActor, verbsOf } from '@houqin/access'
import type { Grant, Principal } from '@houqin/access'
import { auditor, everyone } from '@houqin/define'
import type { Role } from '@houqin/define'
import { testDatabase } from '@houqin/testing'
import { sql } from 'kysely'
import { catalogue, clerk, repair, tables, vehicle, warden } from './bureau.ts'

const id = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const principal = (grants: readonly Grant[], person: string | null = null): Principal => ({ account: id(900), person, name: '刘敏', session: id(901), grants })
const organs = [id(1), id(2), null]
const sites = [id(11), id(12), null]
const drivers = [id(21), null]
const columns = { organ: sql.ref('organ'), site: sql.ref('site'), person: sql.ref('driver') }

async function garage() {
  const { db } = await testDatabase({ sets: tables })
  for (const organ of [1, 2]) await sql`insert into people.organ (id, name, label) values (${id(organ)}, '单位', '单位')`.execute(db)
  for (const site of [11, 12]) await sql`insert into people.site (id, name, label) values (${id(site)}, '场所', '场所')`.execute(db)
  await sql`insert into people.person (id, name, label) values (${id(21)}, '驾驶员', '驾驶员')`.execute(db)
  const vehicles = organs.flatMap((organ) => sites.flatMap((site) => drivers.map((person) => ({ organ, site, person }))))
  for (const [n, { organ, site, person }] of vehicles.entries())
    await sql`insert into people.vehicle (id, plate, organ, site, driver) values (${id(100 + n)}, ${`苏B${n}`}, ${organ}, ${site}, ${person})`.execute(db)
  return { db, vehicles }
}

test('the SQL of a scope and the check of one row agree on every vehicle, for every combination of grants', async () => {
  const { db, vehicles } = await garage()
  const choices: readonly (readonly Grant[])[] = [
    [],
    [{ role: clerk.role, organs: [id(1)], sites: null }],
    [{ role: clerk.role, organs: [id(1), id(2)], sites: null }],
    [{ role: clerk.role, organs: [], sites: null }],
    [{ role: warden.role, organs: null, sites: [id(11)] }],
    [{ role: clerk.role, organs: [id(1)], sites: null }, { role: warden.role, organs: null, sites: [id(12)] }],
    [{ role: clerk.role, organs: [id(1)], sites: [id(11)] }],
    [{ role: clerk.role, organs: [id(1)], sites: [id(11)] }, { role: clerk.role, organs: [id(2)], sites: [id(12)] }],
    [{ role: auditor.role, organs: null, sites: null }],
    [{ role: 'people.stranger', organs: null, sites: null }],
  ]
  const roleLists: readonly (readonly Role[])[] = [[], [clerk], [warden], [clerk, warden], [everyone], rolesBehind(vehicle, 'read')]
  let compared = 0
  for (const grants of choices)
    for (const roles of roleLists)
      for (const person of [null, id(21)])
        for (const used of [columns, { organ: columns.organ, site: columns.site }, { organ: columns.organ }, { site: columns.site }, {}]) {
          const who = principal(grants, person)
          const { rows } = await sql<{ n: number }>`
            select substr(plate, 3)::int as n from people.vehicle where ${scopeOf({ principal: who, roles, columns: used })} order by n`.execute(db)
          const expected = vehicles.flatMap((row, n) => {
            const place = Object.fromEntries(Object.entries(row).filter(([dimension]) => dimension in used))
            return mayReach(who, roles, place) ? [n] : []
          })
          assert.deepEqual(rows.map(({ n }) => n), expected, JSON.stringify({ grants, roles, person, used: Object.keys(used) }))
          compared += 1
        }
  assert.equal(compared, 600)
})

test('nothing granted is nothing seen; the system itself is not limited', async () => {
  const { db, vehicles } = await garage()
  const count = async (who: Principal): Promise<number> =>
    (await sql`select from people.vehicle where ${scopeOf({ principal: who, roles: [clerk], columns })}`.execute(db)).rows.length
  assert.equal(await count(principal([])), 0)
  assert.equal(await count(systemActor.principal), vehicles.length)
  assert.equal(await count({ ...systemActor.principal }), 0, 'nobody passes for the system by looking like it')
  assert.equal(holds(principal([]), [everyone]), true)
  assert.equal(holds(principal([]), [clerk]), false)
})

test('two hundred organs travel as one parameter and an index serves them', async () => {
  const { db } = await garage()
  await sql`
    insert into people.organ (id, name, label) select ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '单位', '单位' from generate_series(1000, 1999) n`.execute(db)
  await sql`
    insert into people.vehicle (id, plate, organ) select gen_random_uuid(), '苏B' || n, ('01900000-0000-7000-8000-' || lpad((1000 + n % 1000)::text, 12, '0'))::uuid
    from generate_series(1, 50000) n`.execute(db)
  await sql`analyze people.vehicle`.execute(db)
  const reach = Array.from({ length: 20 }, (_, n) => id(1000 + n))
  const scope = scopeOf({ principal: principal([{ role: clerk.role, organs: reach, sites: null }]), roles: [clerk], columns })
  const query = sql`select id from people.vehicle where ${scope}`.compile(db)
  assert.equal(query.sql, 'select id from people.vehicle where ("organ" = any($1::uuid[]))')
  assert.deepEqual(query.parameters, [reach])
  const { rows } = await sql<Record<string, string>>`explain select id from people.vehicle where ${scope}`.execute(db)
  assert.match(rows.map((row) => Object.values(row)[0]).join('\n'), /vehicle_organ/)
})

test('what is offered to somebody is what his roles stand behind', () => {
  assert.deepEqual(verbsOf(principal([]), catalogue), {
    'people.organ': ['read'], 'people.site': ['read'], 'people.repair': ['start', 'read'],
  })
  assert.deepEqual(verbsOf(principal([], id(21)), catalogue)['people.person'], ['read'], 'himself')
  assert.deepEqual(verbsOf(principal([{ role: clerk.role, organs: [id(1)], sites: null }]), catalogue), {
    'people.organ': ['read'], 'people.person': ['read', 'write', 'export'], 'people.site': ['read'], 'people.vehicle': ['read'], 'people.repair': ['start', 'read'],
  })
  const audit = verbsOf(principal([{ role: auditor.role, organs: null, sites: null }]), catalogue)
  assert.deepEqual(Object.keys(audit).toSorted(), [...catalogue.registers.keys(), ...catalogue.matters.keys()].toSorted())
  assert.deepEqual(audit['people.person'], ['read'], 'reads everything, changes nothing')
  assert.deepEqual(rolesBehind(repair, 'export'), [warden])
})
