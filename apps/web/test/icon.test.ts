// The icons: a PNG that says its size and whose data unfolds to exactly its pixels.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateSync } from 'node:zlib'
import { iconPng, iconSvg } from '../build/icon.ts'

test('the PNG is whole', () => {
  const png = iconPng(48)
  assert.equal(png.subarray(1, 4).toString('latin1'), 'PNG')
  assert.equal(png.readUInt32BE(16), 48)
  const data = png.indexOf('IDAT')
  const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)))
  assert.equal(rows.length, 48 * (48 * 3 + 1))
  assert.deepEqual([...rows.subarray(1, 4)], [31, 90, 166], 'the corner is office blue')
})
test('the SVG runs no script and fetches nothing', () => {
  assert.doesNotMatch(iconSvg(), /script|href|url\(/)
})
