// Sums that cannot be 对不上的往期数据: more finished than reported, in time than finished, stars than ratings give; told under the field, and nothing kept.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { pastPatrol, placesOfficer, site } from '@houqin/places'
import { places } from '@houqin/places/server'
import { people } from '@houqin/people/server'
import { category, pastFigure, serviceOfficer } from '@houqin/service-desk'
import { serviceDesk } from '@houqin/service-desk/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

let house: TestSystem
let officer: Somebody
const month = { source: '原物业报修系统月报表', from: '2026-03-01', to: '2026-03-31' }
const fits = { asked: 40, finished: 38, inTime: 30, rated: 12, stars: 55 }
before(async () => {
  house = await testSubsystem([people, places, serviceDesk])
  officer = await house.as(serviceOfficer)
})

interface Refusal { readonly detail: string; readonly issues?: readonly { readonly at: string; readonly says: { readonly zh: string } | string }[] }
for (const { wrong, at, says } of [
  { wrong: { finished: 41 }, at: 'finished', says: /完工 41 件多于报修 40 件/ },
  { wrong: { inTime: 39 }, at: 'inTime', says: /按时完工 39 件多于完工 38 件/ },
  { wrong: { rated: 39, stars: 100 }, at: 'rated', says: /有评价 39 件多于完工 38 件/ },
  { wrong: { stars: 61 }, at: 'stars', says: /12 个评价的星数合计应在 12 与 60 之间/ },
  { wrong: { stars: 11 }, at: 'stars', says: /不会是 11/ },
])
  test(`refused at ${at}: ${JSON.stringify(wrong)}`, async () => {
    const of = await house.usual(category)
    const answer = await officer.post<Refusal>(`/api/registers/${pastFigure.id}`, { ...month, ...fits, ...wrong, category: of.id })
    assert.equal(answer.status, 422, answer.text)
    assert.match(answer.text, says)
    assert.equal(answer.body.issues?.[0]?.at, at)
    const { body } = await officer.get<{ rows: readonly unknown[] }>(`/api/registers/${pastFigure.id}`)
    assert.equal(body.rows.length, 0, 'nothing is kept')
  })

test('what fits is kept, and may not be changed into what does not', async () => {
  const of = await house.usual(category)
  const { status, body, text } = await officer.post<{ id: string; version: number }>(`/api/registers/${pastFigure.id}`, { ...month, ...fits, category: of.id })
  assert.equal(status, 201, text)
  const changed = await officer.patch(`/api/registers/${pastFigure.id}/${body.id}`, { asked: 20 }, body.version)
  assert.equal(changed.status, 422, changed.text)
  assert.match(changed.text, /完工 38 件多于报修 20 件/)
})

test('rounds walked and left half way are no more than were planned', async () => {
  const steward = await house.as(placesOfficer)
  const at = await house.usual(site)
  const row = { site: at.id, source: '驻点巡查登记本月末汇总', from: '2026-03-01', to: '2026-03-31', planned: 22, walked: 20, gaps: 3 }
  const answer = await steward.post<Refusal>(`/api/registers/${pastPatrol.id}`, row)
  assert.equal(answer.status, 422, answer.text)
  assert.match(answer.text, /合计多于应巡查 22 次/)
  const kept = await steward.post(`/api/registers/${pastPatrol.id}`, { ...row, gaps: 2 })
  assert.equal(kept.status, 201, kept.text)
})
