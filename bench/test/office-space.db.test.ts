// `npm run bench -- office-space` on a small district: everybody is checked, and what is too large is found.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { timesOf } from '../office-space.ts'

test('a district of 300 rooms is audited whole, and its totals are added up', async () => {
  const { rooms, checked, breaches, auditMs, bareMs, totalsMs, countedMs } = await timesOf(300)
  assert.deepEqual([rooms, checked > 200, breaches > 0], [300, true, true])
  assert.ok([auditMs, bareMs, totalsMs, countedMs].every((time) => time > 0))
})
