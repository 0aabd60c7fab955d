// After an upgrade 升级之后: rows that an older version named otherwise, or found by other words, are named and found as if written today.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tableSqlOf } from '@houqin/fields'
import { makeAnew } from '@houqin/find'
import { person } from '@houqin/people'
import { room } from '@houqin/places'
import { repair } from '@houqin/service-desk'
import { testSubsystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'

test('names and words of an older version are made anew, whatever points to what, and nothing else is written', async () => {
  const house = await testSubsystem(parts)
  const { system } = house
  const { db, catalogue } = system
  for (const register of catalogue.registers.values()) await house.usual(register)
  await house.make(person, { name: '欧阳重庆' })
  const staff = await house.as('everyone')
  const asked = await staff.post<{ number: string }>(`/api/matters/${repair.id}`, { input: { room: (await house.usual(room)).id, what: '空调不制冷', urgency: 'normal' } })
  assert.equal(asked.status, 201, JSON.stringify(asked.body))

  const kept = async (): Promise<unknown> => {
    const rows = await Promise.all([...catalogue.registers.values()].map(async ({ id }) =>
      (await sql`select ${id}::text as what, id, label, array(select unnest(search) order by 1) as search, version from ${tableSqlOf(id)} order by id`.execute(db)).rows))
    const { rows: words } = await sql`select matter, array(select unnest(words) order by 1) as words from matter.search order by matter`.execute(db)
    const { rows: audited } = await sql`select count(*) as count from audit.entry`.execute(db)
    return [rows.flat(), words, audited]
  }
  const before = await kept()
  assert.equal(await makeAnew(db, catalogue), false, 'what was written by this version is as it should be')
  const { rows: [noted] } = await sql<{ done: number }>`select count(*)::int as done from find.made where after is null`.execute(db)
  assert.equal(noted?.done, catalogue.registers.size + 1)

  for (const { id } of catalogue.registers.values()) await sql`update ${tableSqlOf(id)} set label = '旧名', search = '{旧}'`.execute(db)
  await sql`update matter.search set words = '{旧}'`.execute(db)
  await sql`update find.made set way = 'of an older version'`.execute(db)
  assert.notDeepEqual(await kept(), before)
  for (let runs = 0; await makeAnew(db, catalogue);) assert.ok((runs += 1) < 20)
  assert.deepEqual(await kept(), before)
})
