// A subsystem is there once something of it is opened: fetched once, told to whoever watches, asked for anew when it could not be fetched.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defineSubsystem } from '@houqin/define'
import { openHouse } from '../src/parts/open-house.ts'
import type { PartIndex } from '../src/parts/open-house.ts'
import { defineWebPart } from '../src/parts/web-part.ts'

const nothing = { screens: [], fills: [], homes: [], coded: [], prefixes: {}, dimensions: {}, judges: [] }
const index: readonly PartIndex[] = [
  { ...nothing, id: 'desk', title: '服务', screens: [{ path: '/desk', title: '台', group: '办事', who: ['desk.officer'] }, { path: '/desk/$id', group: '办事' }], fills: ['console.staff-home'], prefixes: { BX: 'desk.repair' } },
  { ...nothing, id: 'rooms', title: '场所', dimensions: { site: 'rooms.site' }, judges: ['desk.repair'] },
]
const Page = 'the page'
const desk = defineWebPart({
  subsystem: defineSubsystem('desk', '服务', {}),
  screens: [{ path: '/desk', title: '台', group: '办事', load: async () => ({ Screen: Page }) }],
  fills: [{ slot: 'console.staff-home', load: async () => ({ Fill: Page }) }],
  words: async () => ({ title: '', roles: {}, registers: {}, matters: {}, standards: {}, signals: {}, reports: {} }),
})
const rooms = defineWebPart({ ...desk, subsystem: defineSubsystem('rooms', '场所', {}), screens: [], fills: [] })

test('numbers, dimensions and pages are known before anything is fetched', async () => {
  let asked = 0
  const house = openHouse(index, { desk: async () => { asked += 1; return desk }, rooms: async () => rooms })
  assert.deepEqual(house.matterOf('BX-20261124-0007'), { id: 'desk.repair' })
  assert.equal(house.matterOf('XX-20261124-0007'), undefined)
  assert.deepEqual(house.keeperOf('site'), { id: 'rooms.site' })
  assert.equal(house.keeperOf('person'), undefined)
  assert.deepEqual(house.parts[0]?.screens.map(({ path, hidden, who }) => ({ path, hidden, who })), [{ path: '/desk', hidden: false, who: [{ role: 'desk.officer' }] }, { path: '/desk/$id', hidden: true, who: undefined }])
  assert.equal(asked, 0)
  assert.deepEqual(house.loaded(), [])
  // its own declarations, and those of whoever judges it; what is nobody's is passed over
  assert.deepEqual(house.subsystemsOf(['desk.repair', 'kernel.nothing']), ['desk', 'rooms'])
  assert.equal((await house.parts[0]?.screens[0]?.load())?.Screen, Page)
  assert.equal((await house.parts[0]?.fills[0]?.load())?.Fill, Page)
  assert.equal(asked, 1)
  assert.deepEqual(house.loaded(), [desk])
  await assert.rejects(async () => house.parts[0]?.screens[1]?.load(), /\/desk\/\$id/)
})

test('whoever watches is told, in the order of the index; what failed is asked for anew', async () => {
  let away = true
  const house = openHouse(index, {
    desk: async () => {
      if (away) throw new Error('no network')
      return desk
    },
    rooms: async () => rooms,
  })
  let told = 0
  const stop = house.watch(() => { told += 1 })
  await house.load('rooms')
  await assert.rejects(house.load('desk'), /no network/)
  assert.deepEqual([told, house.loaded()], [1, [rooms]])
  away = false
  assert.deepEqual(await house.whole(), [desk, rooms])
  assert.deepEqual([told, house.loaded()], [2, [desk, rooms]])
  stop()
  await assert.rejects(house.load('nowhere'), /nowhere/)
})
