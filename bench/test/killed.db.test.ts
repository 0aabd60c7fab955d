// A few rounds of `npm run bench -- killed`: server, database and both struck down while people write.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killRounds } from '../killed.ts'

test('kill -9 of the server, of the database and of both: nothing answered is lost, nothing is done twice, the chain holds', async (t) => {
  const { rounds, answered, lost, doubled, links, readyMs } = await killRounds({ rounds: 4 })
  assert.deepEqual({ rounds, lost, doubled }, { rounds: 4, lost: 0, doubled: 0 })
  assert.ok(answered >= 80)
  assert.ok(links !== undefined && links >= answered)
  t.diagnostic(`${answered} writes answered, ${links} links hold, ready again after ${readyMs.map(Math.round).join(', ')} ms`)
})
