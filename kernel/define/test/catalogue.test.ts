// The catalogue refuses what would be called two things, in a sentence that names it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueOf, defineMatter, defineSubsystem, everyone, lines, money, requester, text } from '@houqin/define'

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
