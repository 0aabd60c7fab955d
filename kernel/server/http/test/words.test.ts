// English labels reach every form: what is wrong with a line or with what a step asks is named in the reader's language.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { catalogueOf, defineMatter, defineSubsystem, everyone, lines, quantity, requester, text } from '@houqin/define'
import { nameIn, parseInput, parseLines } from '@houqin/fields'
import type { Problem } from '@houqin/problem'
import { wordsOf } from '@houqin/http'

const purchase = defineMatter('shop.purchase', {
  title: '采购',
  prefix: 'CG',
  subject: (f) => f.what,
  form: { what: text('买什么') },
  lines: { items: lines('清单', { fields: { quantity: quantity('数量', '个') } }) },
  states: { asked: { title: '待办', tone: 'running' }, done: { title: '已办', tone: 'done', final: true } },
  start: 'asked',
  steps: { buy: { label: '登记', from: 'asked', to: 'done', by: [requester], input: { invoice: text('发票号码') } } },
  access: { start: [everyone], read: [everyone] },
})
const english = {
  title: 'Shop',
  matters: { purchase: { title: 'Purchase', form: { what: 'What to buy' }, lines: { items: { title: 'Items', fields: { quantity: 'Quantity' } } }, steps: { buy: { label: 'Record', input: { invoice: 'Invoice number' } } } } },
}

test('what is wrong with a form, a line or a step is said with its English label', () => {
  wordsOf(catalogueOf([defineSubsystem('shop', '采购', { matters: { purchase } })]), [{ subsystem: 'shop', en: english }])
  const said = (read: () => unknown): string => {
    try {
      read()
    } catch (error) {
      return (error as Problem).detail.en
    }
    return ''
  }
  assert.match(said(() => parseInput(purchase.form, { what: '' })), /^“What to buy” /)
  assert.match(said(() => parseLines(purchase.lines, { items: [{ quantity: 'x' }] })), /^“Quantity” /)
  assert.deepEqual(nameIn(purchase.steps.buy), { zh: '登记', en: 'Record' })
  assert.match(said(() => parseInput(purchase.steps.buy.input, { invoice: '' })), /^“Invoice number” /)
})
