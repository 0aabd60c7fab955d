// Toilets, service rooms, ancillary rooms, letting and training 其余标准: each finds what is wrong, names its clause, and closes only when the ledger complies.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { allotment, ancillaryRooms, approvedLetting, innerRoom, innerToilet, leaseApproval, noTrainingCentre, redress, roomState, serviceRooms, siteNeed } from '@houqin/office-space'
import { site } from '@houqin/places'
import { sql } from 'kysely'
import { spaceDesk } from './space-desk.ts'
import type { Desk } from './space-desk.ts'

let desk: Desk
let yard: string
const always = { from: '2026-01-01', to: null }
before(async () => {
  desk = await spaceDesk()
  yard = (await sql<{ id: string }>`select id from places.site where name = '机关大院'`.execute(desk.system.db)).rows[0]?.id ?? ''
})
const found = async (id: string, standard: { readonly id: string }) => (await desk.of(id)).find((one) => one.standard.id === standard.id)?.findings ?? []
async function ordered(fill: unknown) {
  const asked = await desk.officer.ask(redress, fill as never)
  return desk.officer.take(asked, 'order', { input: { way: 'correct', until: '2026-12-10' } })
}

test('a deputy has no toilet in his office, a chief one of 6 ㎡; redress waits until the ledger says so', async () => {
  const [chief, deputy, one, two] = [await desk.somebody('钱正', 'countyChief'), await desk.somebody('孙副', 'countyDeputy'), await desk.office('801', '30.00'), await desk.office('802', '24.00')]
  await desk.sits(chief, one)
  await desk.sits(deputy, two)
  await desk.make(innerRoom, { room: one, kind: 'toilet', area: '6.00', ...always })
  await desk.make(innerRoom, { room: two, kind: 'toilet', area: '3.00', ...always })
  assert.deepEqual(await found(chief, innerToilet), [])
  const [finding] = await found(deputy, innerToilet)
  assert.match(finding?.says ?? '', /孙副（.*副职）的办公室.*802里有 3.00 ㎡卫生间/)
  assert.match(finding?.cite.text ?? '', /第十二条注.*二手来源/)
  const matter = await ordered(finding?.mend?.fill)
  await assert.rejects(desk.officer.take(matter, 'conclude'), { problem: 'standard-breached' })
  await sql`update office_space.inner_room set retired_at = ${desk.clock.now()} where room = ${two}`.execute(desk.system.db)
  assert.equal((await desk.officer.take(matter, 'conclude')).stateTitle, '已整改')
})

test('service rooms by the establishment, equipment rooms by a share: 50 may have 400 ㎡', async () => {
  const hall = await desk.office('803', '400.00', { use: 'service', purpose: 'meeting' })
  await desk.make(allotment, { organ: desk.bureau, room: hall, kind: 'own', ...always })
  assert.deepEqual(await found(desk.bureau, serviceRooms), [])
  await desk.make(allotment, { organ: desk.bureau, room: await desk.office('804', '0.01', { use: 'service', purpose: 'archive' }), kind: 'own', ...always })
  await desk.make(allotment, { organ: desk.bureau, room: await desk.office('805', '36.01', { use: 'equipment', purpose: 'serverRoom' }), kind: 'own', ...always })
  const findings = await found(desk.bureau, serviceRooms)
  assert.deepEqual(findings.map(({ level, measured, limit }) => [level, measured, limit]), [['breach', '400.01', '400.00'], ['warning', '36.01', '36.00']])
  assert.match(findings[0]?.cite.text ?? '', /条号待核/)
})

test('a canteen by who works there, guard rooms by guards', async () => {
  await desk.office('806', '120.26', { use: 'ancillary', purpose: 'canteen' })
  await desk.office('807', '65.01', { use: 'ancillary', purpose: 'guard' })
  await desk.make(siteNeed, { site: yard, cars: 0, bicycles: 0, electric: 0, guards: 4, ...always })
  assert.deepEqual((await found(yard, ancillaryRooms)).map(({ measured, limit }) => [measured, limit]), [['185.02', '185.00'], ['100.02', '100.00']])
})

test('what is lent or rented bears the number of an approval; a dormitory is none of an organ’s rooms', async () => {
  const [lent, lodging] = [await desk.office('808', '20.00', { use: 'service', purpose: 'storage' }), await desk.office('809', '22.00', { use: 'service', purpose: 'dormitory' })]
  const rented = (await desk.make(site, { name: '城南办公点', kind: 'office', tenure: 'leased', leaseUntil: '2028-12-31' })).id
  await desk.make(allotment, { organ: desk.bureau, room: lodging, kind: 'own', ...always })
  await desk.make(roomState, { site: yard, room: lent, state: 'lent', party: '集邮协会', approval: null, ...always })
  assert.match((await found(lent, approvedLetting))[0]?.says ?? '', /出借给集邮协会，没有登记批准文号，自 2026-01-01 起/)
  assert.match((await found(rented, approvedLetting))[0]?.cite.text ?? '', /机关事务管理条例.*第二十三条/)
  await desk.make(leaseApproval, { site: rented, approval: '清政办函〔2026〕3号', ...always })
  assert.deepEqual(await found(rented, approvedLetting), [])
  const [finding] = await found(lodging, noTrainingCentre)
  const matter = await ordered(finding?.mend?.fill)
  await assert.rejects(desk.officer.take(matter, 'conclude'), { problem: 'standard-breached' })
  await sql`update places.room set purpose = 'meeting' where id = ${lodging}`.execute(desk.system.db)
  await desk.officer.take(matter, 'conclude')
  assert.deepEqual(await found(lodging, noTrainingCentre), [])
})
