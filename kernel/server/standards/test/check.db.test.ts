// A check 检查: the figures of the day asked about, the source beside the sentence, what nobody knows said and not guessed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditor } from '@houqin/define'
import { Problem } from '@houqin/problem'
import { area, steward } from './rules.ts'
import { openRules, reader, sites } from './rules-desk.ts'

test('each day is judged by its own figure; a second-hand source and an unconfirmed one are told apart', async () => {
  const { db, standards } = await openRules()
  const subject = { rank: 'clerk', area: '10.60' }
  const [before] = await standards.check(db, area, subject, '2026-06-30')
  assert.deepEqual(before, {
    level: 'breach', says: '使用 10.60 ㎡，上限 9 ㎡', measured: '10.60', limit: '9', unit: '㎡', advice: '请调整用房', standard: 'rule.area',
    en: { says: 'uses 10.60 ㎡, at most 9 ㎡', advice: 'Change the room' },
    cite: {
      text: '《党政机关办公用房建设标准》（发改投资〔2014〕2674号） 第十二条 表1 (二手来源)', document: '党政机关办公用房建设标准', number: '发改投资〔2014〕2674号',
      clause: '第十二条 表1', mark: 'V2', level: '国家', unconfirmed: false,
    },
    mend: { matter: 'rule.adjust', title: '调整用房', fill: {} },
  })
  const [after] = await standards.check(db, area, subject)
  assert.deepEqual([after?.limit, after?.cite.text, after?.cite.clause, after?.cite.level], ['10.5', '《区级办公用房管理办法》 条号待核', null, '区'])
  assert.deepEqual(await standards.check(db, area, { rank: 'clerk', area: '10.50' }), [])
})

test('a day without a figure is a sentence in both languages, not an error', async () => {
  const { db, standards } = await openRules()
  const subject = { rank: 'chief', area: '99.00' }
  const [note] = await standards.checkGiven(db, area.id, { subject, asOf: '2010-01-01' })
  assert.deepEqual([note?.level, note?.says, note?.cite.unconfirmed], ['note', '2010-01-01 没有“使用面积上限（正科级）”的有效数值，《办公用房面积》无法判断。', true])
  assert.match(note?.en.says ?? '', /^There is no value for “使用面积上限（正科级）” on 2010-01-01/)
})

test('a subject the standard cannot read, an unknown standard and an impossible day are refused', async () => {
  const { db, standards } = await openRules()
  const refusal = async (id: string, given: { subject: unknown; asOf?: string }): Promise<string> => {
    const error: unknown = await standards.checkGiven(db, id, given).catch((caught: unknown) => caught)
    assert.ok(error instanceof Problem)
    return error.type
  }
  assert.equal(await refusal(area.id, { subject: { rank: 'clerk', area: 'wide' } }), 'bad-input')
  assert.equal(await refusal(area.id, { subject: [] }), 'bad-input')
  assert.equal(await refusal('rule.volume', { subject: {} }), 'not-found')
  assert.equal(await refusal(area.id, { subject: { rank: 'clerk', area: '9' }, asOf: '2026-02-30' }), 'bad-request')
})

test('the ledger of any day is held against the standard, as far as the reader reaches', async () => {
  const { db, standards } = await openRules()
  const found = async (sitesOf: readonly string[] | null | undefined, asOf: string): Promise<unknown> => {
    const actor = reader(sitesOf === undefined ? [] : [{ role: steward.role, organs: null, sites: sitesOf }])
    const { checked, rows } = await standards.audit(db, actor, area.id, { asOf })
    return [checked, rows.map(({ subject, site, findings }) => [subject.name, site?.name, findings[0]?.limit])]
  }
  assert.deepEqual(await found(null, '2026-06-30'), [3, [['乙', '东附楼', '9'], ['甲', '机关大院', '9']]])
  assert.deepEqual(await found(null, '2026-07-01'), [3, [['乙', '东附楼', '10.5']]])
  assert.deepEqual(await found(null, '2026-10-01'), [2, []], 'by then 乙 has moved out')
  assert.deepEqual(await found([sites.yard], '2026-06-30'), [1, [['甲', '机关大院', '9']]])
  assert.deepEqual(await found(undefined, '2026-06-30'), [0, []], 'nobody without the role')
  const { checked } = await standards.audit(db, reader([{ role: auditor.role, organs: null, sites: null }]), area.id, { asOf: '2026-06-30' })
  assert.equal(checked, 3)
  const { breaches, rows } = await standards.audit(db, reader([{ role: auditor.role, organs: null, sites: null }]), area.id, { asOf: '2026-06-30', most: 1 })
  assert.deepEqual([breaches, rows.length], [2, 1], 'counted whole, told of in part')
})
