// Deadlines 时限 over holidays: National Day of 2025 with its make-up days, and a spring Saturday that is worked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { repair } from './house.ts'
import { openHouse } from './house-desk.ts'

test('four working hours asked for on the eve of National Day end on the first day after it', async () => {
  const { ask, matters, actors, database: { db } } = await openHouse({ at: '2025-09-30T16:30:00+08:00' })
  const { number } = await ask()
  const { dueAt } = await matters.read(db, actors.clerk, repair, number)
  assert.equal(dueAt, '2025-10-09T03:30:00.000Z', 'one hour on the 30th, three from 08:30 on the 9th: the 1st to the 8th are off')
})

test('two working days that cross the holiday end on the make-up Saturday', async () => {
  const { ask, dispatch, matters, actors, database: { db } } = await openHouse({ at: '2025-10-09T10:00:00+08:00' })
  const { number, version } = await ask()
  await dispatch(number, version)
  const { dueAt } = await matters.read(db, actors.clerk, repair, number)
  assert.equal(dueAt, '2025-10-11T09:30:00.000Z', 'Friday the 10th and Saturday the 11th, which is worked, until 17:30')
})

test('hours that are not working hours run day and night', async () => {
  const { ask, dispatch, write, matters, actors } = await openHouse({ at: '2025-09-30T16:30:00+08:00' })
  const { number, version } = await ask()
  const sent = await dispatch(number, version)
  const mended = await write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { version: sent.version }))
  assert.equal(mended.dueAt, '2025-10-03T08:30:00.000Z')
})
