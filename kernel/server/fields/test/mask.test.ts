// What a reader without the right to the whole sees.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, text } from '@houqin/define'
import { columnOf, isGuarded, isId, linesTableOf, masked, newId, tableOf } from '@houqin/fields'

test('phones, identity numbers and names keep what helps to recognise them', () => {
  const phone = text('手机', { mask: 'phone' })
  const identity = text('身份证', { mask: 'identity' })
  const name = text('姓名', { mask: 'name' })
  assert.equal(masked(phone, '13812345678'), '138****5678')
  assert.equal(masked(identity, '320102199001011234'), '320***********1234')
  assert.equal(masked(name, '欧阳修'), '欧*')
  assert.equal(masked(name, '𠮷田'), '𠮷*')
})
test('what is too short to be masked in part is not shown at all', () => {
  assert.equal(masked(text('手机', { mask: 'phone' }), '8123456'), '*******')
  assert.equal(masked(text('手机', { mask: 'phone' }), '12345678'), '********')
})
test('sensitive values without a mask, days and work secrets show nothing', () => {
  assert.equal(masked(text('病史', { grade: 'sensitive' }), '无'), '****')
  assert.equal(masked(date('出生', { grade: 'sensitive' }), '1990-01-01'), null)
  assert.equal(masked(text('代号', { grade: 'work-secret', mask: 'name' }), '泰山'), null)
  assert.deepEqual([text('a'), text('a', { grade: 'internal' }), text('a', { mask: 'phone' }), text('a', { grade: 'work-secret' })].map(isGuarded), [false, false, true, true])
})
test('names of tables and columns', () => {
  assert.deepEqual(tableOf('service-desk.repair-category'), { schema: 'service_desk', table: 'repair_category' })
  assert.deepEqual(linesTableOf('service-desk.repair', 'spareParts'), { schema: 'service_desk', table: 'repair__spare_parts' })
  assert.equal(columnOf('estimatedArea'), 'estimated_area')
  assert.throws(() => tableOf('vehicle'))
  assert.throws(() => tableOf('a.b.c'))
})
test('ids are UUIDv7 of the clock’s time, never twice', () => {
  const clock = { now: () => new Date('2026-11-24T01:30:00.123Z'), today: () => '2026-11-24' }
  const ids = Array.from({ length: 1000 }, () => newId(clock))
  assert.equal(new Set(ids).size, 1000)
  for (const id of ids) {
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    assert.ok(isId(id))
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), Date.parse('2026-11-24T01:30:00.123Z'))
  }
})
