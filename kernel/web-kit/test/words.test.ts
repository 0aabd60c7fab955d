// English words found by what they name, and issues sorted to their inputs.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choice, defineMatter, defineRegister, defineSubsystem, everyone, longText, requester, text } from '@houqin/define'
import { issueOfRow, issuesElsewhere, sortIssues } from '../src/api/problem.ts'
import { issuesAfter } from '../src/fields/line-issues.ts'
import { declaredWords } from '../src/words/declared-words.ts'

const site = defineRegister('places.site', {
  title: '场所',
  fields: { name: text('名称'), kind: choice('类型', { office: '办公楼' }) },
  name: (row) => row.name,
  access: { read: [everyone], write: [] },
})
const ask = defineMatter('places.ask', {
  title: '申请',
  prefix: 'SQ',
  subject: (f) => f.what,
  form: { what: longText('什么') },
  states: { asked: { title: '待办', tone: 'running' }, done: { title: '已办', tone: 'done', final: true } },
  start: 'asked',
  steps: { finish: { label: '办结', from: 'asked', to: 'done', by: [requester], input: { note: text('说明') } } },
  access: { start: [everyone], read: [everyone] },
})
const places = defineSubsystem('places', '场所', { registers: { site }, matters: { ask } })
const words = {
  title: 'Places', roles: {}, standards: {}, signals: {}, reports: {},
  registers: { site: { title: 'Sites', fields: { name: 'Name', kind: { label: 'Kind', options: { office: 'Office building' } } } } },
  matters: { ask: { title: 'Request', form: { what: 'What' }, facts: {}, lines: {}, states: { asked: 'Waiting', done: 'Done' }, steps: { finish: { label: 'Finish', input: { note: 'Note' } } } } },
  phrases: { 驻点一日: 'The steward’s day' },
}

test('every declared thing has its English word', () => {
  const { names, options, phrases } = declaredWords([{ subsystem: places, words }])
  assert.equal(names.get(site), 'Sites')
  assert.equal(names.get(site.fields.kind), 'Kind')
  assert.equal(options.get(site.fields.kind)?.['office'], 'Office building')
  assert.equal(names.get(ask.states.asked), 'Waiting')
  assert.equal(names.get(ask.steps.finish), 'Finish')
  assert.equal(names.get(ask.steps.finish.input.note), 'Note')
  assert.equal(phrases.get('驻点一日'), 'The steward’s day')
  assert.equal(phrases.get('申请'), 'Request')
})

test('sentences go beside the input they speak of, the rest to the foot of the form', () => {
  const issues = [
    { at: 'input.photos[2]', says: '文件过大' },
    { at: 'input.photos[3]', says: '不是图片' },
    { at: 'comment', says: '请填写说明' },
    { at: 'version', says: '版本已过' },
  ]
  assert.deepEqual(sortIssues({ issues, under: 'input.', fields: ['photos', 'comment'] }), {
    beside: { photos: '文件过大 不是图片', comment: '请填写说明' },
    others: ['版本已过'],
  })
})

test('what is said of a line goes beside its cell, else beside the line, else beside its set', () => {
  const issues = [
    { at: 'lines.materials[1].amount', says: '须大于零' },
    { at: 'lines.materials[1].price', says: '表单里没有的格' },
    { at: 'lines.materials[2].outcome', says: '请选择' },
    { at: 'lines.materials[3].amount', says: '没有这一行' },
    { at: 'lines.materials', says: '至少一行' },
    { at: 'lines.people[0].name', says: '表单里没有的明细' },
  ]
  const amount = ['amount']
  assert.deepEqual(sortIssues({ issues, under: 'input.', fields: ['photos'], lines: { materials: [amount, amount, ['outcome']] } }), {
    beside: { 'materials[1].amount': '须大于零', 'materials[1]': '表单里没有的格', 'materials[2].outcome': '请选择', materials: '至少一行' },
    others: ['没有这一行', '表单里没有的明细'],
  })
  assert.equal(issueOfRow(issues, 'lines.materials', 1), '须大于零 表单里没有的格')
  assert.equal(issueOfRow(issues, 'lines.materials', 0), undefined)
  assert.deepEqual(issuesElsewhere(issues, { 'lines.materials': 3 }), ['没有这一行', '至少一行', '表单里没有的明细'])
})

test('what is said of a line stays with it while others go, and goes with what is changed', () => {
  const [lamp, lock, pipe] = [{ what: '灯', amount: '0' }, { what: '锁', amount: '0' }, { what: '管', amount: '0' }]
  const issues = { title: '太短', 'materials[0].amount': '甲', 'materials[1].amount': '乙', 'materials[2].what': '丙', 'materials[2]': '丁', materials: '戊' }
  assert.deepEqual(issuesAfter(issues, { set: 'materials', before: [lamp, lock, pipe], after: [lock, pipe] }), { title: '太短', 'materials[0].amount': '乙', 'materials[1].what': '丙', 'materials[1]': '丁' })
  assert.deepEqual(issuesAfter(issues, { set: 'materials', before: [lamp, lock, pipe], after: [{ ...lamp, amount: '1' }, lock, { ...pipe, amount: '2' }] }), { title: '太短', 'materials[1].amount': '乙', 'materials[2].what': '丙' })
})
