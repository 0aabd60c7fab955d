// `npm run bench -- lists` and `-- search` on one small house that is kept: product and yardstick answer the same, whoever asks.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { askLists } from '../lists.ts'
import { askSearches } from '../search.ts'

const folder = mkdtempSync(join(tmpdir(), 'houqin-bench-lists-'))
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))

test('each list is answered as the yardstick answers it, whoever asks', async () => {
  const answered = await askLists({ sizes: [300], folder, runs: 1, seconds: 0.01 })
  assert.equal(answered.length, 32)
  assert.ok(answered.every(({ own, bare, ratio }) => own.perSecond > 0 && bare.perSecond > 0 && ratio > 0))
})

test('the house grows, and one search is asked by a member and by the officer', async () => {
  const { all, law } = await askSearches({ rows: 5600, folder, rounds: 2 })
  assert.equal(all.length, 30)
  const found = (what: string): readonly number[] => all.flatMap((one) => (one.what === what ? [one.found] : []))
  // begins every number, and more numbers than are put together
  assert.ok(found('BX').every((rows) => rows >= 5), String(found('BX')))
  assert.deepEqual(found('食堂包子铺'), [0, 0])
  assert.ok(all.every(({ times }) => times.length === 2))
  assert.deepEqual(law, [])
})
