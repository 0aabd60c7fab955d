// 二维码编码的故事: a door's code is long, says nothing, and survives being typed by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matterNumber, opaqueCode, readOpaqueCode } from '@houqin/numbering'

test('codes do not repeat and use every place', () => {
  const codes = Array.from({ length: 2_000 }, opaqueCode)
  assert.equal(new Set(codes).size, codes.length)
  for (const code of codes) assert.equal(readOpaqueCode(code), code)
  for (let place = 1; place < 26; place += 1) assert.equal(new Set(codes.map((code) => code[place])).size, 32, `place ${place}`)
})

test('a code typed off a worn label is read', () => {
  assert.equal(readOpaqueCode(' 0123-4567 89ab cdef ghjk mnpq oi '), '0123456789ABCDEFGHJKMNPQ01')
})

test('what is no code is not read', () => {
  for (const text of ['', '42', '0123456789ABCDEFGHJKMNPQ0', '0123456789ABCDEFGHJKMNPQ012', '0123456789ABCDEFGHJKMNPQU1', 'Z123456789ABCDEFGHJKMNPQ01']) {
    assert.equal(readOpaqueCode(text), undefined, text)
  }
})

test('a matter’s number is read in any case', () => {
  assert.deepEqual(matterNumber(' bx-20261124-0007 '), { number: 'BX-20261124-0007', prefix: 'BX', day: '2026-11-24', count: 7 })
  assert.equal(matterNumber('BX-2026-7'), undefined)
})
