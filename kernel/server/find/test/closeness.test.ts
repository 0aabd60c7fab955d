// 远近: what one means comes before what merely holds the same letters.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closeness } from '../src/closeness.ts'

const row = (name: string) => ({ kind: 'register' as const, id: 'x', name })
const ordered = (q: string, ...names: string[]): string[] => names.toSorted((a, b) => closeness(q, row(a)) - closeness(q, row(b)))

test('the name itself, then begun with, then holding what was typed', () => {
  assert.deepEqual(ordered('张伟', '小张伟', '李娜', '张伟明', '张伟'), ['张伟', '张伟明', '小张伟', '李娜'])
})
test('pinyin and initials count as the name', () => {
  assert.deepEqual(ordered('zhangwei', '蔡张伟', '张伟明', '张伟'), ['张伟', '张伟明', '蔡张伟'])
  assert.deepEqual(ordered('zw', '蔡志伟', '张伟明', '张伟'), ['张伟', '张伟明', '蔡志伟'])
})
test('a number finds its matter before rows whose names hold it', () => {
  const matter = { kind: 'matter' as const, id: 'BX-20261124-0007', name: '灯不亮' }
  assert.ok(closeness('bx-20261124-0007', matter) < closeness('bx-20261124-0007', row('备查 BX-20261124-0007')))
  assert.ok(closeness('灯', row('灯管')) < closeness('灯', matter), 'a sentence that begins so stands behind a thing called so')
})
