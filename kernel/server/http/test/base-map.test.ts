// The base map of a bureau 底图配置: a key, tiles of one's own, or nothing; the browser is allowed exactly their hosts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baseMapOf, hostsOf } from '../src/base-map.ts'

test('nothing set up is the map drawn by ourselves; a key is Tianditu; tiles of one’s own stand before it, shifted or not', () => {
  assert.deepEqual([baseMapOf({}), hostsOf(null)], [null, []])
  const tianditu = baseMapOf({ HOUQIN_TIANDITU_KEY: 'a&b' })
  assert.equal(tianditu?.tiles.length, 2)
  assert.ok(tianditu.tiles.every((one) => one.endsWith('tk=a%26b') && one.includes('{z}')))
  assert.deepEqual(hostsOf(tianditu), ['https://t0.tianditu.gov.cn'])
  const own = baseMapOf({ HOUQIN_TIANDITU_KEY: 'a', HOUQIN_MAP_TILES: 'https://map.qingxi.gov.cn:8443/t/{z}/{x}/{y}.png', HOUQIN_MAP_COORDINATES: 'gcj02', HOUQIN_MAP_BY: '区测绘院' })
  assert.deepEqual([own?.coordinates, own?.by, hostsOf(own)], ['gcj02', '区测绘院', ['https://map.qingxi.gov.cn:8443']])
})
test('what is no address of tiles is refused at the start, in words', () => {
  for (const bad of ['map.qingxi.gov.cn/{z}/{x}/{y}', 'javascript:{z}{x}{y}', 'https://map.qingxi.gov.cn/{z}/{x}.png'])
    assert.throws(() => baseMapOf({ HOUQIN_MAP_TILES: bad }), /HOUQIN_MAP_TILES/)
  assert.throws(() => baseMapOf({ HOUQIN_MAP_TILES: 'https://a.cn/{z}/{x}/{y}', HOUQIN_MAP_COORDINATES: 'bd09' }), /wgs84/)
})
