// The catalogue refuses what would be called two things, in a sentence that names it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueOf, defineMatter, defineRegister, defineSubsystem, everyone, lines, money, ref, requester, text } from '@houqin/define'

const declared = {
  title: '借用', prefix: 'JY', subject: () => '', form: { what: text('借什么') },
  lines: { costs: lines('费用', { fields: { amount: money('金额') } }) },
  states: { open: { title: '办理中', tone: 'running' } }, start: 'open',
  access: { start: [everyone], read: [] },
} as const

test('no step is called what effects and gates call the asking or the passing of a deadline', () => {
  for (const name of ['start', 'overdue']) {
    const borrow = defineMatter('desk.borrow', { ...declared, steps: { [name]: { label: '到场', from: 'open', by: [requester] } } })
    assert.throws(() => catalogueOf([defineSubsystem('desk', '服务台', { matters: { borrow } })]), new RegExp(`desk.borrow calls a step ${name}`))
  }
})

test('a step settles only columns that its lines have', () => {
  const borrow = defineMatter('desk.borrow', { ...declared, steps: { judge: { label: '核定', from: 'open', by: [requester], settles: { costs: ['outcome'] } } } })
  assert.throws(() => catalogueOf([defineSubsystem('desk', '服务台', { matters: { borrow } })]), /desk.borrow.judge settles costs.outcome/)
})

test('what a line or the input of a step points to is declared, like what the form points to', () => {
  const key = defineRegister('desk.key', { title: '钥匙', fields: { label: text('编号') }, name: ({ label }) => label, access: { read: [everyone], write: [] } })
  const asked = { label: '领取', from: 'open', by: [requester], input: { key: ref('钥匙', key) } } as const
  const stepped = defineMatter('desk.borrow', { ...declared, steps: { take: asked } })
  assert.throws(() => catalogueOf([defineSubsystem('desk', '服务台', { matters: { stepped } })]), /desk.borrow.key points to desk.key, which no subsystem declares/)
  const lined = defineMatter('desk.borrow', { ...declared, lines: { keys: lines('钥匙', { fields: { key: ref('钥匙', key) } }) }, steps: {} })
  assert.throws(() => catalogueOf([defineSubsystem('desk', '服务台', { matters: { lined } })]), /desk.borrow.key points to desk.key/)
  assert.ok(catalogueOf([defineSubsystem('desk', '服务台', { registers: { key }, matters: { stepped } })]))
})
