// `npm run bench -- house`: a start on an empty folder and a second one, what they hold in memory, and one subsystem type-checked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atRest, checked } from '../house.ts'

test('a house opens twice and says what it holds', async () => {
  const { emptyMs, againMs, server, database } = await atRest({ demo: false, starts: 1, restSeconds: 0 })
  assert.ok(emptyMs > 0)
  assert.equal(againMs.length, 1)
  assert.ok(server > 20_000_000 && database > 5_000_000)
})

test('the types of a subsystem are counted', async () => {
  const [goals] = await checked(['subsystems/goals'])
  assert.ok(goals && goals.files > 10 && goals.instantiations > 1000 && goals.seconds > 0)
})
