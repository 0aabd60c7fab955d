// Areas and money for people, exact to the last digit.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { int, money, quantity } from '@houqin/define'
import { fieldQuantity, figure, quantityText, unitText } from '../src/format/quantity.ts'

const chinese = (zh: string): string => zh
const english = (_: string, en: string): string => en

test('the district’s building area stands as in the report', () => {
  assert.equal(quantityText('494231.27', { unit: '㎡', scale: 2 }, chinese), '494,231.27 ㎡')
})
test('money carries its sign before, areas their unit behind, both padded to their scale', () => {
  assert.equal(fieldQuantity('1234.5', money('合同价'), chinese), '¥1,234.50')
  assert.equal(fieldQuantity('0', quantity('面积', '㎡'), chinese), '0.00 ㎡')
})
test('a unit is said in the language of the reader, and what is only counted has none in English', () => {
  assert.deepEqual(['㎡', 'km/h', '元', '天', '人', '件', '℃'].map((unit) => unitText(unit, english)), ['㎡', 'km/h', 'CNY', 'days', '', '', '℃'])
  assert.equal(unitText('人', chinese), '人')
  assert.deepEqual([int('车辆', { unit: '辆' }), int('提前', { unit: '天' }), money('价格')].map((field) => [fieldQuantity('6', field, chinese), fieldQuantity('6', field, english)]), [['6 辆', '6'], ['6 天', '6 days'], ['¥6.00', '¥6.00']])
  assert.deepEqual([quantityText(1, { unit: '天' }, english), quantityText('1.50', { unit: '小时' }, english)], ['1 day', '1.50 h'])
})
test('a sum beyond what floating point can hold keeps every digit', () => {
  assert.equal(figure('90071992547409931.05', 2), '90,071,992,547,409,931.05')
})
test('whole numbers get no point; what is no number is left as it is', () => {
  assert.equal(figure(7212), '7,212')
  assert.equal(figure('-1234', 0), '-1,234')
  assert.equal(figure('138****5678'), '138****5678')
})
