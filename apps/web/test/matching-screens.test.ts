// 搜页面: a screen is found by its title, pinyin or initials in either language, the closest first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { titleReadings } from '../build/title-readings.ts'
import { matchingScreens } from '../src/search/matching-screens.ts'

const readings = titleReadings()
const screens = [
  { path: '/matters/service-desk.repair', title: '报修', name: 'Repairs' },
  { path: '/service-desk/mine', title: '我的报修', name: 'My repairs' },
  { path: '/registers/places.room', title: '房间', name: 'Rooms' },
]
const found = (q: string): readonly string[] => matchingScreens({ screens, q, readings }).map(({ title }) => title)

test('by title, pinyin, initials and English', () => {
  for (const q of ['报修', 'baoxiu', 'baox', 'bx', 'Repairs', 'REPAIR']) assert.equal(found(q)[0], '报修', q)
  assert.deepEqual(found('fj'), ['房间'])
  assert.deepEqual(found('my re'), ['我的报修'])
})

test('what begins with the word comes before what holds it; nothing for nothing', () => {
  assert.deepEqual(found('报修'), ['报修', '我的报修'])
  assert.deepEqual(found('  '), [])
  assert.deepEqual(found('车'), [])
})
