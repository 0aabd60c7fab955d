// The history of breaches 不符合的历史: told back from dated rows, run once a night, and only what differs is written.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { bright, openLamps, reader, sites } from './lamps.ts'

test('the first night tells ninety days back: since when, how it stood then and how it stands now', async () => {
  const { database: { db }, history } = await openLamps()
  const runs = await history.tick(db)
  assert.equal(runs.length, 91)
  assert.deepEqual([runs[0]?.day, runs.at(-1)?.day], ['2026-08-28', '2026-11-26'])
  assert.deepEqual(runs.filter(({ opened, ended, changed }) => opened + ended + changed > 0).map(({ day, opened, ended, changed }) => [day, opened, ended, changed]), [
    ['2026-09-03', 1, 0, 0], ['2026-10-05', 1, 0, 0], ['2026-10-20', 0, 1, 0], ['2026-11-01', 0, 0, 1],
  ], 'nights on which nothing differs write nothing but that they were run')
  const { asOf, rows } = await history.breaches(db, reader(null), bright.id)
  assert.equal(asOf, '2026-11-26')
  assert.deepEqual(rows.map(({ subject, site, since, orOlder, lastSeen, ended, days, atFirst, atLast }) =>
    [subject.name, site?.name, since, orOlder, lastSeen, ended, days, atFirst.measured, atLast.measured]), [
    ['甲', '机关大院', '2026-09-03', false, '2026-11-26', null, 85, '280.0', '250.0'],
    ['乙', '东附楼', '2026-10-05', false, '2026-10-19', '2026-10-20', 15, '100.0', '100.0'],
  ])
  assert.equal(rows[0]?.atLast.en?.says, '250.0 lx, below 300 lx')
})

test('a reader is told of his own sites, and the count of what stands keeps to them too', async () => {
  const { database: { db }, history } = await openLamps()
  assert.deepEqual([...(await history.counts(db, reader(null)))], [[bright.id, { breaches: 0, asOf: null, behind: true }]], 'nothing was run yet, which is not the same as nothing in breach')
  await history.tick(db)
  assert.deepEqual((await history.breaches(db, reader([sites.annex]), bright.id)).rows.map(({ subject }) => subject.name), ['乙'])
  assert.deepEqual((await history.breaches(db, reader([sites.annex]), bright.id, { open: true })).rows, [])
  assert.deepEqual([...(await history.counts(db, reader([sites.annex])))], [[bright.id, { breaches: 0, asOf: '2026-11-26', behind: false }]])
  assert.deepEqual([...(await history.counts(db, reader(null)))], [[bright.id, { breaches: 1, asOf: '2026-11-26', behind: false }]])
})

test('a day is run once, whoever comes: the same call again, and two processes at the same moment', async () => {
  const { database: { db }, history, clock } = await openLamps()
  const both = await Promise.all([history.tick(db), history.tick(db)])
  assert.equal(both.flat().length, 91, 'each day by one of the two')
  assert.equal((await history.tick(db)).length, 0)
  const { rows } = await sql<{ runs: number; breaches: number }>`
    select (select count(*)::int from standard_history.run) as runs, (select count(*)::int from standard_history.breach) as breaches`.execute(db)
  assert.deepEqual(rows, [{ runs: 91, breaches: 2 }])

  clock.set('2026-11-27T00:30:00+08:00')
  assert.equal((await history.tick(db)).length, 0, 'the night has only begun')
  clock.set('2026-11-30T01:00:00+08:00')
  assert.deepEqual((await history.counts(db, reader(null))).get(bright.id), { breaches: 1, asOf: '2026-11-26', behind: true })
  assert.deepEqual((await history.tick(db)).map(({ day }) => day), ['2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'], 'days that were missed are made up for')
})

test('what ended and begins again is a new breach; a first day that breaches may be older', async () => {
  const { database: { db }, history, clock } = await openLamps()
  await sql`insert into lamp.light values ('丁', ${sites.yard}, 10, '[2020-01-01,2026-11-27)'), ('丁', ${sites.yard}, 10, '[2026-11-29,)')`.execute(db)
  await history.tick(db)
  clock.set('2026-11-30T09:00:00+08:00')
  await history.tick(db)
  const { rows } = await history.breaches(db, reader(null), bright.id)
  assert.deepEqual(rows.filter(({ subject }) => subject.name === '丁').map(({ since, orOlder, ended, days }) => [since, orOlder, ended, days]), [
    ['2026-11-29', false, null, 2], ['2026-08-28', true, '2026-11-27', 91],
  ])
})

test('a call that has little time goes on where it stopped', async () => {
  const { database: { db }, history } = await openLamps()
  const first = await history.tick(db, { forMilliseconds: 0 })
  const rest = await history.tick(db)
  assert.equal(first.length + rest.length, 91)
  assert.ok(rest.length > 0)
})
