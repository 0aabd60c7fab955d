// A ledger of 100,000 rows: what a page of it takes is printed for whoever reads the run.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readListQuery } from '@houqin/listing'
import type { Actor } from '@houqin/access'
import { sql } from 'kysely'
import { chiefKeeper, keeper, must, room, settled, somebody, town } from './town.ts'

const written = 10_000
const copies = 10

test('100,000 rooms are written in bulk and read by page', async (t) => {
  const house = await town()
  const at = await settled(house)
  const rows = Array.from({ length: written }, (_, n) => ({
    number: `${n % 40}楼${n}室`, site: n % 50 === 0 ? at.hall : at.yard, organ: [at.bureau, at.office, at.court][n % 3] ?? at.bureau, area: `${n % 200}.25`, seats: n % 30, uses: ['office' as const],
  }))
  const started = performance.now()
  await house.write((tx) => house.registers.bulkInsert(tx, room, rows))
  t.diagnostic(`bulkInsert: ${Math.round(written / ((performance.now() - started) / 1000))} rows/s`)
  await sql`
    insert into town.room (id, number, site, organ, area, seats, uses, label, search, created_at, updated_at)
    select gen_random_uuid(), number, site, organ, area, seats, uses, label || '-' || copy, search, created_at, updated_at
    from town.room cross join generate_series(2, ${copies}::int) as copy`.execute(house.db)
  await sql`analyze town.room`.execute(house.db)

  const list = (actor: Actor, parameters: Record<string, string>) => house.registers.list(house.db, actor, room, readListQuery(parameters))
  const narrow = somebody('厅管', [[keeper, [at.bureau, at.office], [at.hall]]])
  const middle = must((await list(chiefKeeper, { 'where.name': `机关大院 ${5021 % 40}楼5021室` })).rows[0])
  const deep = Buffer.from(JSON.stringify(['name', middle.name, middle.id])).toString('base64url')
  const asked: [string, Actor, Record<string, string>][] = [
    ['first page by name', chiefKeeper, {}],
    ['a page in the middle', chiefKeeper, { sort: 'name', after: deep }],
    ['first page by area, descending', chiefKeeper, { sort: '-area' }],
    ['found by two characters', chiefKeeper, { q: '大厅' }],
    ['a door by its number', chiefKeeper, { q: '9998室' }],
    ['one site of two within one organ tree', narrow, {}],
    ['filtered and counted', chiefKeeper, { 'where.organ': at.court, 'where.seats.gte': '20', total: 'true' }],
  ]
  for (const [what, actor, parameters] of asked) {
    const times: number[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      const begun = performance.now()
      const { rows: page } = await list(actor, parameters)
      times.push(performance.now() - begun)
      assert.ok(page.length > 0, what)
    }
    t.diagnostic(`${what}: ${must(times.toSorted((a, b) => a - b)[2]).toFixed(1)} ms`)
  }
  const { rows: [nearest], total } = await list(chiefKeeper, { q: '机关', total: 'true', limit: '1' })
  assert.deepEqual([nearest?.name, total], ['机关大院 0楼40室', written * copies * 0.98], 'a word of very many, met by walking the list')
  const begun = performance.now()
  const { count, sums } = await house.registers.summary(house.db, chiefKeeper, room)
  t.diagnostic(`exact sums of all: ${(performance.now() - begun).toFixed(1)} ms`)
  assert.equal(count, written * copies)
  assert.equal(sums['area'], '9975000.00')
})
