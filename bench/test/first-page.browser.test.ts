// `npm run bench -- first-page`, once and at full speed: every view comes to rest, and none is heavier than a page may be. And the live map is looked at as `fleet map` does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demonstration, desk } from '@houqin/demonstration'
import { heaviest, openViews } from '../first-page.ts'
import { openLiveMap } from '../fleet/map.ts'

test('the first pages are weighed and timed', async () => {
  const { address } = await demonstration()
  for (const { what, opened } of await openViews({ address, runs: 1, slower: 1 })) {
    assert.equal(opened.length, 1)
    for (const { shown, interactive, packed } of opened) assert.ok(shown > 0 && interactive >= shown && packed > 1000 && packed <= heaviest, `${what}: ${packed} bytes, usable after ${interactive} ms`)
  }
})

test('what the live map takes of the processor is measured', async (t) => {
  const { address, openAs } = await demonstration()
  const eye = await openLiveMap(await openAs({ test: t, username: 'guo.chengyu', path: '/', size: desk }), address)
  const { seconds, mainMs, scriptMs, drawingMs, frames } = await eye(1)
  assert.ok(seconds >= 1 && mainMs > 0 && scriptMs > 0 && drawingMs > 0 && frames > 0, JSON.stringify({ seconds, mainMs, scriptMs, drawingMs, frames }))
})
