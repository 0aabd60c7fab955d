// The audit of office space 办公用房检查: who or which organ has too much, with room, clause, excess and day, as far as the reader reaches.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { allotment, areaByRank, organArea, redress } from '@houqin/office-space'
import { organ } from '@houqin/people'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
before(async () => {
  desk = await spaceDesk()
})

test('alone in a room too large: person, room, clause, excess, since when, and the matter that mends it', async () => {
  const chief = await desk.somebody('王建国', 'sectionChief')
  const large = await desk.office('201', '21.50')
  await desk.sits(chief, large, '2026-04-01')
  const [found] = await desk.of(chief)
  assert.equal(found?.standard.id, areaByRank.id)
  assert.deepEqual(found?.rooms.map(({ id, since }) => [id, since]), [[large, '2026-04-01']])
  const [finding] = found?.findings ?? []
  assert.deepEqual([finding?.measured, finding?.limit], ['21.50', '18.00'])
  assert.match(finding?.says ?? '', /超出 3.50 ㎡，自 2026-04-01 起/)
  assert.match(finding?.cite.text ?? '', /2674号.*第十二条 表1.*二手来源/)
  assert.equal(finding?.mend?.matter, redress.id)
  assert.deepEqual([finding?.mend?.fill['person'], finding?.mend?.fill['room'], finding?.mend?.fill['organ']], [chief, large, desk.bureau])
})

test('a room is shared by the limits of all who sit there, and the day tells since when it is too large', async () => {
  const shared = await desk.office('202', '26.40')
  const [one, two, gone] = [await desk.somebody('李一', 'below'), await desk.somebody('李二', 'below'), await desk.somebody('李三', 'below')]
  for (const who of [one, two]) await desk.sits(who, shared)
  await desk.sits(gone, shared, '2026-03-01', '2026-06-30')
  assert.deepEqual(await desk.of(one, { asOf: '2026-06-15' }), [], 'three of them may have 27 ㎡')
  const [found] = await desk.of(one)
  assert.match(found?.findings[0]?.says ?? '', /2 人合用，分摊 13.20 ㎡.*超出 4.20 ㎡，自 2026-07-01 起/)
})

test('two rooms on one site are two offices', async () => {
  const [keeper, first, second] = [await desk.somebody('孙强', 'sectionChief'), await desk.office('206', '9.00'), await desk.office('207', '8.00')]
  await desk.sits(keeper, first)
  await desk.sits(keeper, second, '2026-09-01')
  const [found] = await desk.of(keeper)
  assert.deepEqual([found?.standard.id, found?.findings[0]?.level], ['office-space.one-office', 'breach'])
})

test('what an organ was given, against its establishment and posts; the sheet with every citation', async () => {
  const [whole, joint] = [await desk.office('301', '940.00'), await desk.office('302', '12.26', { use: 'service', purpose: 'meeting' })]
  const other = (await desk.make(organ, { name: '清溪区统计局', shortName: '统计局', establishment: 20 })).id
  for (const where of [whole, joint]) await desk.make(allotment, { organ: desk.bureau, room: where, kind: 'own', from: '2026-01-01', to: null })
  const [over] = await desk.of(desk.bureau)
  assert.deepEqual([over?.standard.id, over?.findings[0]?.measured, over?.findings[0]?.limit], [organArea.id, '952.26', '946.12'])
  await desk.make(allotment, { organ: other, room: joint, kind: 'joint', from: '2026-01-01', to: null })
  const [half] = await desk.of(desk.bureau)
  assert.deepEqual([half?.findings[0]?.level, half?.findings[0]?.measured], ['breach', '946.13'], 'half of the joint room is the other organ’s')
  const { body, status } = await desk.officer.get<{ lines: readonly { title: string; area: string; cite: string }[] }>(`/api/office-space/organs/${desk.bureau}/entitlement`, { canteen: 'true' })
  assert.equal(status, 200)
  assert.deepEqual(body.lines.map(({ area }) => area), ['468.00', '400.00', '78.12', '946.12', '1455.57', '185.00', '1640.57'])
  assert.ok(body.lines.every(({ cite }) => cite.includes('2674号')))
  assert.match(body.lines[1]?.cite ?? '', /条号待核/)
})

test('read by those who answer for it, each as far as he reaches; nobody else', async () => {
  const staff = await desk.as('everyone', { name: '刘敏' })
  assert.equal((await staff.get('/api/office-space/audit')).status, 403)
  const elsewhere = await desk.as('people.liaison', { name: '吴婷', organ: (await desk.make(organ, { name: '清溪区档案馆' })).id })
  assert.deepEqual(await desk.audit({}, elsewhere), [])
  assert.ok((await desk.audit()).length > 0)
  assert.equal((await desk.officer.get('/api/office-space/audit', { asOf: '2026-02-30' })).status, 400)
})

test('a part where secrets are kept is named in no finding', async () => {
  const [keeper, secret] = [await desk.somebody('周密', 'below'), await desk.office('401', '40.00', { grade: 'restricted' })]
  await desk.sits(keeper, secret)
  assert.deepEqual(await desk.of(keeper), [])
})
