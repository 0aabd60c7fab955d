// A question as the words that must be met, and the kind of figure it asks for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { figureAsked, isFiller, metIn, saidOf, termsOf } from '../src/server/ask/question.ts'

const wordingsOf = (question: string): readonly (readonly string[])[] => termsOf(question).map(({ wordings }) => wordings)

test('what people say stands for how the rules put it, and what only asks is left out', () => {
  assert.deepEqual(wordingsOf('没有公函可以接待吗'), [['接待'], ['公函']])
  assert.deepEqual(wordingsOf('电梯多少天保养'), [['电梯'], ['保养', '维护保养', '维保']])
})

test('a word the dictionary cuts short is met whole before it is met in part', () => {
  const term = { wordings: ['会议桌', '会议桌', '会议'] }
  assert.deepEqual(wordingsOf('会议桌'), [term.wordings])
  assert.ok(metIn(term, '配置标准 · 会议桌') > metIn(term, '配置标准 · 会议椅'))
})

test('a way of speaking is told from what a question is about', () => {
  assert.equal(isFiller({ wordings: ['能买'] }), true)
  assert.equal(isFiller({ wordings: ['沙发'] }), false)
  assert.equal(isFiller({ wordings: ['能耗报告', '能耗状况报告'] }), false)
})

test('the way of asking tells what kind of figure is wanted', () => {
  assert.match('≥1次/15日', figureAsked('电梯多久保养一次') ?? /$^/)
  assert.match('h', figureAsked('留样放多长时间') ?? /$^/)
  assert.match('元；年', figureAsked('最贵多少钱') ?? /$^/)
  assert.equal(figureAsked('谁管公车'), undefined)
})

test('a title is said part by part', () => {
  assert.deepEqual(saidOf('调离/退休收回', termsOf('退休')), [1, 1 / 3])
})
