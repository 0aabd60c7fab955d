// 疑似重复: two reports of one lamp are found, two lamps in two rooms are not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { likelyDuplicates, likeness } from '../../src/web/dispatch/likely-duplicates.ts'

const site = { id: 'compound', name: '机关大院' }
const light = { id: 'light', name: '照明' }
const report = (number: string, what: string, more: { room?: string; site?: typeof site; category?: typeof light | null } = {}) => ({
  number, what, site: more.site ?? site, category: more.category === undefined ? light : more.category, area: null, openedAt: '2026-11-24T01:30:00.000Z',
  room: more.room === undefined ? null : { id: more.room, name: more.room },
})
const found = (of: ReturnType<typeof report>, others: readonly ReturnType<typeof report>[]) => likelyDuplicates(of, others).map(({ line, why }) => [line.number, why])

test('the same room and the same kind of fault is likely the same', () => {
  const of = report('BX-2', '灯一直闪', { room: '305' })
  assert.deepEqual(found(of, [report('BX-1', '顶灯不亮了', { room: '305' })]), [['BX-1', 'same-place']])
})
test('another room needs nearly the same words', () => {
  const of = report('BX-2', '三楼走廊的灯不亮', { room: '305' })
  assert.deepEqual(found(of, [report('BX-1', '三楼走廊灯不亮', { room: '306' }), report('BX-3', '门锁打不开', { room: '306', category: null })]), [['BX-1', 'same-words']])
})
test('another site, and the report itself, never are', () => {
  const of = report('BX-2', '灯不亮', { room: '305' })
  assert.deepEqual(found(of, [of, report('BX-1', '灯不亮', { room: '305', site: { id: 'hall', name: '行政审批中心' } })]), [])
})
test('the same place stands before like words', () => {
  const of = report('BX-9', '卫生间漏水', { room: '201' })
  assert.deepEqual(found(of, [report('BX-1', '卫生间漏水了', { room: '101' }), report('BX-2', '水龙头关不上', { room: '201' })]).map(([number]) => number), ['BX-2', 'BX-1'])
})
test('likeness counts pairs of letters and forgets the marks between them', () => {
  assert.equal(likeness('灯不亮', '灯不亮。'), 1)
  assert.equal(likeness('灯不亮', '门打不开'), 0)
  assert.equal(likeness('灯', '灯'), 0, 'one letter is too little to tell')
})
