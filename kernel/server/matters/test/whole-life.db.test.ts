// The whole life of a repair 一次报修: asked, dispatched, mended with material booked, confirmed, rated, reopened.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { history } from '@houqin/audit'
import { ownersOf } from '@houqin/files'
import { Problem } from '@houqin/problem'
import { sql } from 'kysely'
import { repair } from './house.ts'
import { openHouse, refused } from './house-desk.ts'

test('a lamp is reported, mended, confirmed and rated; everybody sees where it stands and whose it is', async () => {
  const { matters, actors, clock, write, rooms, people, database: { db } } = await openHouse()
  const asked = await write((tx) => matters.start(tx, actors.clerk, repair, {
    input: { room: rooms.lamp, what: '灯不亮', kind: 'electric', phone: '13812345678' }, comment: '急用',
  }))
  assert.equal(asked.number, 'BX-20261124-0001')
  assert.equal(asked.subject, '301 灯不亮')
  assert.equal(asked.stateTitle, '待派单')
  assert.deepEqual(asked.site?.name, '机关大院', 'the site is that of the room')
  assert.deepEqual(asked.form['room'], { id: rooms.lamp, name: '301' })
  assert.deepEqual(asked.holder, { role: { role: 'house.dispatcher', title: '报修派单员' } })
  assert.equal(asked.dueAt, '2026-11-24T07:00:00.000Z', 'four working hours from 09:30: until 12:00 and from 13:30')
  assert.deepEqual(asked.steps, [], 'the clerk waits')

  clock.advance({ minutes: 20 })
  const seen = await matters.read(db, actors.liu, repair, asked.number)
  assert.deepEqual(seen.steps.map(({ step }) => step), ['dispatch', 'merge'])
  assert.deepEqual(seen.steps[0]?.input.map((field) => [field['name'], field['kind'], field['to']]), [['worker', 'ref', 'house.person'], ['cost', 'decimal', undefined]])
  const dispatched = await write((tx) => matters.step(tx, actors.liu, repair, asked.number, 'dispatch', { input: { worker: people.chen }, comment: '带梯子', version: asked.version }))
  assert.equal(dispatched.version, 2)
  assert.deepEqual(dispatched.holder, { person: { id: people.chen, name: '陈师傅' } })
  assert.equal(dispatched.dueAt, '2026-11-26T09:30:00.000Z', 'two working days end with the office hours of the second')

  clock.advance({ hours: 3 })
  const booked = await write((tx) => matters.step(tx, actors.chen, repair, asked.number, 'book', {
    lines: { materials: [{ what: '灯管', quantity: '2', amount: '30.10' }, { what: '镇流器', quantity: '0.125', amount: '0.2' }], hours: [{ hours: '1.5' }] }, version: 2,
  }))
  assert.equal(booked.state, 'dispatched', 'booking does not move it')
  const again = await write((tx) => matters.step(tx, actors.chen, repair, asked.number, 'book', { lines: { materials: [{ what: '胶布', quantity: '1', amount: '0.10' }] }, version: 3 }))
  assert.deepEqual(again.lines['materials']?.totals, { amount: '30.40', quantity: '3.125' }, 'exact: 30.10 + 0.20 + 0.10')
  assert.deepEqual(again.lines['materials']?.rows.map((row) => [row['what'], row['amount']]), [['灯管', '30.10'], ['镇流器', '0.20'], ['胶布', '0.10']])
  const tube = again.lines['materials']?.rows[0]?.['id']
  const settled = await write((tx) => matters.step(tx, actors.liu, repair, asked.number, 'settle', { lines: { materials: [{ id: tube, outcome: 'stock' }] }, version: 4 }))
  assert.deepEqual(settled.lines['materials']?.rows.map((row) => row['outcome']), ['stock', null, null])
  await write((tx) => matters.step(tx, actors.chen, repair, asked.number, 'finish', { version: 5 }))

  const closed = await write((tx) => matters.step(tx, actors.clerk, repair, asked.number, 'confirm', { rating: 5, comment: '又快又好', version: 6 }))
  assert.equal(closed.tone, 'done')
  assert.ok(closed.closedAt)
  assert.deepEqual(closed.rating, { stars: 5, words: '又快又好' })
  assert.deepEqual(closed.holder, {})
  assert.deepEqual(closed.timeline.map(({ label, by, comment }) => [label, by.name, comment]), [
    ['发起', '王芳', '急用'], ['派单', '刘敏', '带梯子'], ['登记用料', '陈师傅', null], ['登记用料', '陈师傅', null],
    ['登记来源', '刘敏', null], ['修好了', '陈师傅', null], ['确认', '王芳', '又快又好'],
  ])
  assert.deepEqual(closed.timeline[1]?.input, { worker: { id: people.chen, name: '陈师傅' }, cost: null })

  const { rows: [stored] } = await sql<{ id: string }>`select id from matter.matter`.execute(db)
  const audited = await history(db, { kind: repair.id, id: stored?.id ?? '' })
  assert.deepEqual(audited.map(({ action }) => action).toReversed(), ['start', 'dispatch', 'book', 'book', 'settle', 'finish', 'confirm'].map((step) => `house.repair.${step}`))
  assert.equal(audited[0]?.actorName, '王芳')

  clock.advance({ days: 1 })
  await assert.rejects(write((tx) => matters.step(tx, actors.clerk, repair, asked.number, 'reopen', { version: 7 })), refused('bad-input', /请填写“说明”/))
  const reopened = await write((tx) => matters.step(tx, actors.clerk, repair, asked.number, 'reopen', { comment: '又暗了', version: 7 }))
  assert.equal(reopened.closedAt, null)
  assert.equal(reopened.state, 'asked')
})

test('what is wrong with a form or a step is said in a sentence, and nothing happens', async () => {
  const { matters, actors, write, rooms, people, ask, dispatch, database: { db } } = await openHouse()
  await assert.rejects(write((tx) => matters.start(tx, actors.clerk, repair, { input: { room: rooms.lamp, what: '', kind: 'gas' } })), refused('bad-input'))
  await assert.rejects(write((tx) => matters.start(tx, actors.clerk, repair, { input: { room: people.chen, what: '灯', kind: 'electric' } })), refused('bad-input', /不存在或已停用/))
  await assert.rejects(write((tx) => matters.start(tx, actors.liu, repair, { input: { room: rooms.lamp, what: '灯', kind: 'electric' } })), refused('not-allowed', /没有关联人员/))
  const { number, version } = await ask()
  const step = (who: keyof typeof actors, name: string, given: object): Promise<unknown> => write((tx) => matters.step(tx, actors[who], repair, number, name, { version, ...given }))
  await assert.rejects(step('liu', 'dispatch', { input: {} }), refused('bad-input', /维修工/))
  await assert.rejects(step('liu', 'dispatch', { input: { worker: people.chen }, rating: 5 }), refused('bad-input', /不评价/))
  await assert.rejects(step('liu', 'finish', {}), refused('step-not-possible', /现在是“待派单”/))
  await assert.rejects(step('clerk', 'dispatch', { input: { worker: people.chen } }), refused('not-allowed', /报修派单员/))
  await assert.rejects(step('liu', 'fly', {}), refused('not-found', /没有“fly”/))
  await dispatch(number, version)
  await assert.rejects(write((tx) => matters.step(tx, actors.chen, repair, number, 'book', { lines: { materials: [{ what: '灯管', quantity: '1', amount: '1.234' }] }, version: 2 })), refused('bad-input'))
  await assert.rejects(write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { input: { after: ['0190a000-0000-7000-8000-000000000000'] }, version: 2 })), refused('bad-input', /重新上传/))
  const { rows: [count] } = await sql<{ events: string; version: number }>`select count(e.id) as events, m.version from matter.matter m join matter.event e on e.matter = m.id group by m.version`.execute(db)
  assert.deepEqual(count, { events: '2', version: 2 })
})

test('photographs belong to the matter from the step on that brought them, and are read by whoever reads it', async () => {
  const { matters, actors, write, ask, dispatch, database: { db } } = await openHouse()
  const upload = async (name: string): Promise<string> => {
    const { rows: [file] } = await sql<{ id: string }>`
      insert into files.file (sha256, size, type, name, created_at) values (sha256(${name}::text::bytea), 1, 'image/jpeg', ${name}, '2026-11-24Z') returning id`.execute(db)
    return file?.id ?? ''
  }
  const [before, after, note] = [await upload('前.jpg'), await upload('后.jpg'), await upload('单据.jpg')]
  const { number, version } = await ask({ photos: [before] })
  const { version: sent } = await dispatch(number, version)
  await write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { input: { after: [after] }, version: sent }))
  const seen = await write((tx) => matters.comment(tx, actors.chen, repair, number, { text: '单据', files: [note] }))
  assert.deepEqual(seen.form['photos'], [before])
  assert.deepEqual(seen.timeline.flatMap(({ files }) => files), [after, note])
  const owners = await Promise.all([before, after, note].map((file) => ownersOf(db, file)))
  const [owner] = owners.flat()
  assert.ok(owner)
  assert.deepEqual(owners, [[owner], [owner], [owner]])
  assert.equal(owner.kind, 'house.repair')
  assert.equal(await matters.mayRead(db, actors.clerk, repair, owner.id), true)
  assert.equal(await matters.mayRead(db, actors.stranger, repair, owner.id), false)
})

test('nobody takes another’s photograph into his own report, step or comment by naming its id', async () => {
  const { matters, actors, write, rooms, ask, dispatch, database: { db } } = await openHouse()
  const { rows: [file] } = await sql<{ id: string }>`
    insert into files.file (sha256, size, type, name, created_at, created_by)
    values (sha256('x'), 1, 'image/jpeg', '前.jpg', '2026-11-24Z', ${actors.clerk.principal.account}) returning id`.execute(db)
  const photo = file?.id ?? ''
  const input = { room: rooms.lamp, what: '灯不亮', kind: 'electric', photos: [photo] } as const
  const named = (at: string) => (error: unknown): boolean => {
    assert.ok(error instanceof Problem)
    assert.deepEqual([error.type, error.issues.map((issue) => issue.at)], ['bad-input', [at]])
    return true
  }
  await assert.rejects(write((tx) => matters.start(tx, actors.stranger, repair, { input })), named('input.photos[0]'))
  const { number, version } = await ask()
  const { version: sent } = await dispatch(number, version)
  await assert.rejects(write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { input: { after: [photo] }, version: sent })), named('input.after[0]'))
  await assert.rejects(write((tx) => matters.comment(tx, actors.chen, repair, number, { text: '看', files: [photo] })), named('files[0]'))
  assert.deepEqual(await ownersOf(db, photo), [])
  await write((tx) => matters.comment(tx, actors.clerk, repair, number, { text: '照片', files: [photo] }))
  const { version: mended } = await write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { input: { after: [photo] }, version: sent }))
  assert.equal(mended, sent + 1, 'what the matter holds already may be named again by whoever works on it')
})

test('only whoever asked rates it, even where others may take the same step', async () => {
  const { matters, actors, write, ask, dispatch } = await openHouse()
  const { number, version } = await ask()
  const { version: sent } = await dispatch(number, version)
  const { version: mended } = await write((tx) => matters.step(tx, actors.chen, repair, number, 'finish', { version: sent }))
  await assert.rejects(write((tx) => matters.step(tx, actors.liu, repair, number, 'confirm', { rating: 5, version: mended })), refused('not-allowed', /只有发起人可以评价/))
  await assert.rejects(write((tx) => matters.step(tx, actors.clerk, repair, number, 'confirm', { rating: 6, version: mended })), refused('bad-input', /1 至 5/))
  const confirmed = await write((tx) => matters.step(tx, actors.liu, repair, number, 'confirm', { version: mended }))
  assert.equal(confirmed.rating, null)
})
