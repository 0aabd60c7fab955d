// What a row or a matter is called, told in another language by the mould it came from.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bool, choice, date, defineMatter, defineRegister, everyone, instant, int, ref, requester, text } from '@houqin/define'
import { called, mouldsOf } from '@houqin/words/moulds'
import type { Calling } from '@houqin/words/moulds'
import { unitInEnglish } from '@houqin/words/units'

const kinds = { compulsory: '交强险', commercial: '商业险' } as const
const access = { read: [everyone], write: [everyone] }
const card = defineRegister('fleet.card', { title: '加油卡', fields: { number: text('卡号') }, name: (c) => `卡 ${c.number}`, access })
const policy = defineRegister('fleet.policy', {
  title: '保险', fields: { card: ref('哪张卡', card), kind: choice('险种', kinds), until: date('到期') }, name: (p, label) => `${label('card')} ${kinds[p.kind]} ${p.until}`, access,
})
const move = defineMatter('fleet.move', {
  title: '调拨', prefix: 'DB',
  form: { what: choice('办什么', { organ: '调拨', use: '改作他用' }), organ: text('调到', { optional: true }), kind: choice('变更为', kinds, { optional: true }), at: instant('何时'), count: int('几辆', { unit: '辆' }), whole: bool('全部') },
  subject: (f) => `${f.at.slice(5, 16).replace('T', ' ')} ${f.what === 'organ' ? `调到${f.organ ?? ''}` : `变更为${f.kind === null ? '' : kinds[f.kind]}`} ${f.count} 辆${f.whole ? '（全部）' : ''}`,
  states: { asked: { title: '待办', tone: 'waiting', held: requester } }, start: 'asked', steps: {}, access: { start: [everyone], read: [everyone] },
})
const said: Readonly<Record<string, string>> = {
  加油卡: 'Fuel cards', '卡 {number}': 'Card {number}', compulsory: 'Compulsory', commercial: 'Commercial',
  '{#} 调到{organ} {count} 辆': '{#} {count} to {organ}', '{#} 变更为{kind} {count} 辆（全部）': '{#} all {count} become {kind}',
}
const english = (declared: Calling, written: string): string => called(declared, written, {
  title: ({ title }) => said[title] ?? title, option: (_, key) => said[key] ?? key, phrase: (zh) => said[zh] ?? zh,
})

test('every way in which a name is put together is found by asking, the fuller before what it leaves empty', () => {
  assert.deepEqual(mouldsOf(policy).map(({ pattern }) => pattern), ['{card} {kind} {until}'])
  assert.deepEqual(new Set(mouldsOf(move).map(({ pattern }) => pattern)), new Set([
    '{#} 调到{organ} {count} 辆（全部）', '{#} 调到{organ} {count} 辆', '{#} 变更为{kind} {count} 辆（全部）', '{#} 变更为{kind} {count} 辆',
  ]))
})
test('a choice, a row it points to and the words between are told; what fills the gaps stays as somebody wrote it', () => {
  assert.equal(english(policy, '卡 0031 交强险 2026-12-01'), 'Card 0031 Compulsory 2026-12-01')
  assert.equal(english(move, '11-28 09:30 调到区教育局 3 辆'), '11-28 09:30 3 to 区教育局')
  assert.equal(english(move, '11-28 09:30 变更为商业险 12 辆（全部）'), '11-28 09:30 all 12 become Commercial')
})
test('a gap that is empty leaves no blank behind', () => {
  const code = defineRegister('fleet.code', { title: '代码', fields: { kind: choice('险种', kinds), value: text('取值') }, name: (c) => `${kinds[c.kind]} ${c.value} → X`, access })
  assert.deepEqual(['交强险 → X', '交强险 low → X'].map((name) => english(code, name)), ['Compulsory → X', 'Compulsory low → X'])
})
test('a row without a name of its own is called by its title; what came from no mould stands as it is', () => {
  assert.equal(english(card, '加油卡'), 'Fuel cards')
  for (const own of ['卡车 3 号', '区教育局', '']) assert.equal(english(card, own), own)
})
test('a unit nobody put into English is told apart from one that is only counted', () => {
  assert.deepEqual(['小时', '辆', '㎡', '公顷'].map(unitInEnglish), ['h', '', '㎡', undefined])
})
