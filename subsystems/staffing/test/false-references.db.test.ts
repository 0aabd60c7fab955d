// Whom a form and its lines name must stand, and be a person where a person is asked for 引用要存在且对类.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { organ } from '@houqin/people'
import { people } from '@houqin/people/server'
import { placesOfficer } from '@houqin/places'
import { places } from '@houqin/places/server'
import { staffing } from '@houqin/staffing/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

let house: TestSystem
let officer: Somebody
let anOrgan: string
before(async () => {
  house = await testSubsystem([people, places, staffing])
  officer = await house.as('people.officer', { name: '李静' })
  anOrgan = (await house.usual(organ)).id
})

test('交接给一个不存在的人：说清是第几行，什么也没有写下', async () => {
  const { status, text } = await officer.post('/api/staffing/leaves', {
    input: { kind: 'annual', from: '2026-11-25', to: '2026-11-26', reason: '回乡探亲' },
    handover: [{ what: 'key', title: '办公室钥匙', to: officer.person }, { what: 'key', title: '库房钥匙', to: '018f0000-0000-7000-8000-000000000000' }],
  })
  assert.equal(status, 422, text)
  assert.match(text, /lines\.handover\[1\]\.to/)
  assert.match(text, /所选的记录不存在或已停用/)
  assert.deepEqual((await officer.get<{ rows: readonly object[] }>('/api/inbox')).body.rows, [])
})

test('把单位当成人：就算这个单位真的存在也不行', async () => {
  const { status, text } = await officer.post('/api/staffing/role-requests', {
    person: anOrgan, deed: 'give', reason: '接任', roles: [{ role: placesOfficer.role, organ: anOrgan }],
  })
  assert.equal(status, 422, text)
  assert.match(text, /input\.person/)
})
