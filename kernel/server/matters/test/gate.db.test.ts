// A gate 关口: a standard before a step refuses with its clause, or lets pass and remembers what it said.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '@houqin/problem'
import { repair } from './house.ts'
import { openHouse } from './house-desk.ts'

test('too dear a repair is refused with the finding and its clause; the matter stands where it stood', async () => {
  const { ask, dispatch, matters, actors, database: { db } } = await openHouse()
  const { number, version } = await ask()
  const refusal: unknown = await dispatch(number, version, { cost: '5000.01' }).catch((error: unknown) => error)
  assert.ok(refusal instanceof Problem)
  assert.equal(refusal.type, 'standard-breached')
  assert.equal(refusal.detail.zh, '预计 5000.01 元，超过上限 5000 元（依据 《区级行政事业单位维修管理办法》（区机管〔2023〕8号） 第十二条）。请改走工程立项')
  assert.match(refusal.detail.en, /5000\.01 yuan, above 5000 yuan.*Make it a work of its own$/)
  assert.deepEqual(refusal.more['findings'], [{
    level: 'breach', says: '预计 5000.01 元，超过上限 5000 元', measured: '5000.01', limit: '5000', unit: '元', advice: '请改走工程立项',
    en: { says: '5000.01 yuan, above 5000 yuan', advice: 'Make it a work of its own' },
    standard: 'house.repair-limit', mend: null,
    cite: {
      text: '《区级行政事业单位维修管理办法》（区机管〔2023〕8号） 第十二条', document: '区级行政事业单位维修管理办法', number: '区机管〔2023〕8号',
      clause: '第十二条', mark: 'V', level: '区', unconfirmed: false,
    },
  }])
  const now = await matters.read(db, actors.liu, repair, number)
  assert.deepEqual([now.state, now.version, now.findings], ['asked', 1, []])
})

test('a warning lets it pass and is kept with the matter, its source shown as unconfirmed and without a clause', async () => {
  const { ask, dispatch, matters, actors, database: { db } } = await openHouse()
  const { number, version } = await ask()
  await dispatch(number, version, { cost: '3000.01' })
  const { findings } = await matters.read(db, actors.clerk, repair, number)
  assert.deepEqual(findings.map(({ level, cite }) => [level, cite.text, cite.clause, cite.unconfirmed]), [['warning', '《维修工作惯例》 条号待核', null, true]])
})

test('a rule that does not touch the matter says nothing, and one without a figure for the day says so', async () => {
  const { ask, dispatch, matters, actors, clock, database: { db } } = await openHouse()
  const cheap = await ask()
  await dispatch(cheap.number, cheap.version)
  assert.deepEqual((await matters.read(db, actors.clerk, repair, cheap.number)).findings, [])
  clock.set('2023-06-01T09:30:00+08:00')
  const early = await ask()
  await dispatch(early.number, early.version, { cost: '9999' })
  const { findings } = await matters.read(db, actors.clerk, repair, early.number)
  assert.deepEqual(findings.map(({ level, says }) => [level, says]), [['note', '2023-06-01 没有“单次上限”的有效数值，《小修限额》无法判断。']])
})
