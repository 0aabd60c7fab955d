// The base map of a bureau 底图配置: a key, tiles of one's own, or nothing; the browser is allowed exactly their hosts.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { baseMapOf, hostsOf } from '../src/base-map.ts'

const key = '0123456789abcdef0123456789abcdef'

test('nothing set up is the map drawn by ourselves; a key is Tianditu; tiles of one’s own stand before it, shifted or not', () => {
  assert.deepEqual([baseMapOf({}), hostsOf(null)], [null, []])
  const tianditu = baseMapOf({ HOUQIN_TIANDITU_KEY: ` ${key}\n` })
  assert.equal(tianditu?.tiles.length, 2)
  assert.ok(tianditu.tiles.every((one) => one.endsWith(`&tk=${key}`) && one.includes('{z}')))
  assert.deepEqual([tianditu.coordinates, tianditu.by, hostsOf(tianditu)], ['wgs84', '天地图', ['https://t0.tianditu.gov.cn']])
  const own = baseMapOf({ HOUQIN_TIANDITU_KEY: key, HOUQIN_MAP_TILES: 'https://map.qingxi.gov.cn:8443/t/{z}/{x}/{y}.png', HOUQIN_MAP_COORDINATES: 'gcj02', HOUQIN_MAP_ZOOM: '16', HOUQIN_MAP_BY: '区测绘院' })
  assert.deepEqual([own?.coordinates, own?.closest, own?.by, hostsOf(own)], ['gcj02', 16, '区测绘院', ['https://map.qingxi.gov.cn:8443']])
})
test('several layers and hosts in turn are each allowed', () => {
  const layers = baseMapOf({ HOUQIN_MAP_TILES: 'https://t{0-2}.map.gov.cn/{z}/{x}/{-y}.png  https://{a-b}.names.gov.cn/{z}/{x}/{y}' })
  assert.deepEqual(hostsOf(layers), ['https://t0.map.gov.cn', 'https://t1.map.gov.cn', 'https://t2.map.gov.cn', 'https://a.names.gov.cn', 'https://b.names.gov.cn'])
})
test('what cannot be meant is refused at the start, in words that name the variable', () => {
  for (const bad of ['map.qingxi.gov.cn/{z}/{x}/{y}', 'javascript:{z}{x}{y}', 'https://map.qingxi.gov.cn/{z}/{x}.png', 'https://t{7-0}.cn/{z}/{x}/{y}', 'https://a.cn/{z}/{x}/{y} names'])
    assert.throws(() => baseMapOf({ HOUQIN_MAP_TILES: bad }), /HOUQIN_MAP_TILES/)
  const tiles = 'https://a.cn/{z}/{x}/{y}'
  assert.throws(() => baseMapOf({ HOUQIN_MAP_TILES: tiles, HOUQIN_MAP_COORDINATES: 'bd09' }), /wgs84/)
  assert.throws(() => baseMapOf({ HOUQIN_MAP_TILES: tiles, HOUQIN_MAP_ZOOM: '0' }), /HOUQIN_MAP_ZOOM/)
  assert.throws(() => baseMapOf({ HOUQIN_TIANDITU_KEY: key, HOUQIN_MAP_COORDINATES: 'gcj02' }), /HOUQIN_MAP_TILES/)
  for (const bad of ['a&b', `${key} `.repeat(2), '你的密钥', 'abc']) assert.throws(() => baseMapOf({ HOUQIN_TIANDITU_KEY: bad }), /HOUQIN_TIANDITU_KEY/)
})
