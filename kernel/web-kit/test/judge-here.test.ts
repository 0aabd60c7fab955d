// Hints while typing 边填边查: the gate's own subject and the standard's own check, with the figures of the day, before anything is sent.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { date, decimal, defineGate, defineMatter, defineRegister, defineStandard, everyone, money, parameter, requester, text } from '@houqin/define'
import type { WireCite, WireStandard } from '@houqin/wire'
import { judgeHere, questionsOfGates, questionsOfRow } from '../src/standard/judge-here.ts'

const licence = defineRegister('shop.licence', {
  title: '许可证', fields: { name: text('名称'), until: date('到期日') }, name: (row) => row.name, access: { read: [everyone], write: [] },
})
const amount = money('金额')
const buy = defineMatter('shop.buy', {
  title: '购买', prefix: 'GM', subject: (f) => f.what, form: { what: text('什么'), price: money('估价') }, facts: { amount },
  states: { open: { title: '待批', tone: 'running' }, done: { title: '已批', tone: 'done', final: true } }, start: 'open',
  steps: { submit: { label: '报批', from: 'open', to: 'done', by: [requester], input: { amount } } }, access: { start: [everyone], read: [everyone] },
})
const limit = defineStandard<{ amount: string }>()('shop.limit', {
  title: '限额', explain: '有上限。', parameters: { most: parameter('上限', '元', { scale: 2 }) },
  values: [{ parameter: 'most', value: '100', from: '2020-01-01', cite: { document: '样例', clause: '第一条', mark: 'V', level: '区' } }],
  check: (s, { most }) => decimal.compare(s.amount, most) > 0
    ? [{ level: 'breach', says: `${s.amount} 元，超过 ${most} 元`, measured: s.amount, limit: most, unit: '元', advice: '另行办理', by: 'most', en: { says: `${s.amount}, above ${most}`, advice: 'Elsewhere' } }]
    : [],
  examples: [{ says: '少', given: { amount: '1' }, breach: false }, { says: '多', given: { amount: '101' }, breach: true }],
})
const inForce = defineStandard<{ left: number }>()('shop.in-force', {
  title: '有效期', explain: '要在有效期内。', parameters: { left: parameter('剩余', '天') },
  values: [{ parameter: 'left', value: '0', from: '2020-01-01', cite: { document: '样例', clause: '第二条', mark: 'V', level: '区' } }],
  row: { of: licence, subject: ({ until }, today) => (typeof until === 'string' ? { left: Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000) } : undefined) },
  check: (s, { left }) => (s.left < Number(left) ? [{ level: 'breach', says: `过期 ${-s.left} 天`, advice: '续办', by: 'left', en: { says: `${-s.left} days over`, advice: 'Renew' } }] : []),
  examples: [{ says: '有效', given: { left: 1 }, breach: false }, { says: '过期', given: { left: -1 }, breach: true }],
})
const submitGate = defineGate(buy, ['submit'], limit, ({ facts }) => (facts.amount === null ? undefined : { amount: facts.amount }))
const startGate = defineGate(buy, ['start'], limit, ({ form }) => ({ amount: form.price }))
const askedOfDatabase = defineGate(buy, ['submit'], limit, (_, sql) => sql<{ amount: string }>`select 1`)

const today = '2026-11-26'
const cite: WireCite = { text: '《样例》 第一条', document: '样例', number: null, clause: '第一条', mark: 'V', level: '区', unconfirmed: false }
const row = (standard: string, parameter: string, value: string, days: { from: string; to: string | null }): WireStandard => ({
  id: standard, title: '', explain: '', mend: null, ledger: false, parameters: [{ parameter, title: '', key: null, keyTitle: null, value, unit: '元', ...days, cite }],
})
const asked = (at: string, { form = {}, facts = {}, fields }: { form?: object; facts?: object; fields: readonly string[] }) =>
  questionsOfGates({ gates: [submitGate, startGate, askedOfDatabase], matter: buy, at, form: { ...form }, facts: { ...facts }, fields, today })

test('what a step asks for is judged under its field; what must be looked up is left to the server', () => {
  const questions = asked('submit', { form: { what: '灯' }, facts: { amount: '100.01' }, fields: ['amount', 'comment'] })
  assert.deepEqual(questions.map(({ standard, field }) => [standard.id, field]), [['shop.limit', 'amount']])
  const [question] = questions
  assert.ok(question)
  const known = row('shop.limit', 'most', '100', { from: '2020-01-01', to: null })
  assert.deepEqual(judgeHere(question, { known, today }).map(({ says, cite: source, standard }) => [says, source?.text, standard]), [['100.01 元，超过 100 元', '《样例》 第一条', 'shop.limit']])
})
test('the figure of today decides, not one that is announced or has ended', () => {
  const [question] = asked('submit', { facts: { amount: '500' }, fields: ['amount'] })
  assert.ok(question)
  assert.deepEqual(judgeHere(question, { known: row('shop.limit', 'most', '100', { from: '2026-12-01', to: null }), today }), [])
  assert.deepEqual(judgeHere(question, { known: row('shop.limit', 'most', '100', { from: '2020-01-01', to: '2026-11-25' }), today }), [])
  assert.equal(judgeHere(question, { known: row('shop.limit', 'most', '100', { from: '2020-01-01', to: today }), today }).length, 1)
})
test('the asking itself is judged by its form, and half a form says nothing', () => {
  assert.deepEqual(asked('start', { form: { price: '7' }, fields: ['what', 'price'] }).map(({ field }) => field), ['price'])
  assert.deepEqual(asked('submit', { facts: {}, fields: ['amount'] }), [])
  const [empty] = asked('start', { form: {}, fields: ['what', 'price'] })
  assert.ok(empty)
  assert.deepEqual(judgeHere(empty, { known: row('shop.limit', 'most', '100', { from: '2020-01-01', to: null }), today }), [])
})
test('a row of a register is held against the standards that name its register', () => {
  const standards = [limit, inForce]
  const [question, ...none] = questionsOfRow({ standards, register: licence, values: { name: '甲', until: '2026-11-20' }, today })
  assert.ok(question && none.length === 0)
  assert.equal(question.field, 'until')
  assert.deepEqual(judgeHere(question, { known: row('shop.in-force', 'left', '0', { from: '2020-01-01', to: null }), today }).map(({ says }) => says), ['过期 6 天'])
  assert.deepEqual(questionsOfRow({ standards, register: licence, values: { name: '甲', until: null }, today }), [])
})
