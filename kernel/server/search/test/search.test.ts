// 检索的故事: what a clerk types, and what must be found by it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { queryTokens, searchTokens } from '@houqin/search'

const finds = (question: string, text: string): boolean => {
  const held = new Set(searchTokens(text))
  const asked = queryTokens(question)
  return asked.length > 0 && asked.every((token) => held.has(token))
}

const found: readonly [question: string, text: string][] = [
  ['张伟', '张伟'], ['伟', '张伟'], ['zw', '张伟'], ['ZW', '张伟'], ['张w', '张伟'],
  ['A302', '3号楼A302室'], ['302', '3号楼A302室'], ['a302', 'A-302'], ['３０２', 'A302'], ['A302室', '3号楼A302室'],
  ['沪A12345', '沪A·12345'], ['345', '沪A12345'], ['沪a1', '沪A·12345'], ['AD0', '沪AD01234'],
  ['BX-20261124-0007', 'BX-20261124-0007'], ['0007', 'BX-20261124-0007'], ['bx20261124', 'BX-20261124-0007'],
  ['1124-0007', 'BX-20261124-0007'], ['jgswglj', '区机关事务管理局'], ['机关 管理', '区机关事务管理局'],
  ['zhangwei', '张伟'], ['zhangw', '张伟'], ['zhang', '张伟'], ['li', '李娜'], ['huiyishi', '三楼会议室'], ['lvhua', '绿化'], ['ctlt', '会议室窗台漏条'], ['买买提', '阿卜杜拉·买买提'], ['阿卜杜拉买买提', '阿卜杜拉·买买提'], ['wifi', '无线网Wi-Fi故障'],
]

for (const [question, text] of found) test(`${question} finds ${text}`, () => assert.ok(finds(question, text)))

test('a surname with two readings is found by both', () => {
  for (const [name, ...readings] of [
    ['单雄信', 'sxx', 'dxx'], ['曾国藩', 'zgf', 'cgf'], ['仇和', 'qh', 'ch'], ['区志强', 'ozq', 'qzq'], ['解晓东', 'xxd', 'jxd', 'xiexiao', 'jiexiao'],
  ] as const) {
    for (const reading of readings) assert.ok(finds(reading, name), `${reading} ${name}`)
  }
})

test('a long text is not found by single syllables', () => {
  const held = new Set(searchTokens('机关办公用房', { spelt: false }))
  assert.deepEqual([held.has('jgb'), held.has('ban')], [true, false])
})

test('a word is read as a word: 重庆 is cq', () => assert.ok(finds('cq', '重庆路办公点')))

test('what is not there is not found', () => {
  for (const [question, text] of [
    ['张卫', '张伟'], ['伟张', '张伟'], ['wz', '张伟'], ['303', 'A302'], ['23', 'A302'], ['302 401', 'A302'], ['张伟强', '张伟'], ['zhangwu', '张伟'], ['zhangweiq', '张伟'], ['wei', '王小明'],
  ] as const) assert.equal(finds(question, text), false, `${question} ${text}`)
})

test('a question of nothing but marks asks for nothing', () => {
  for (const question of ['', '  ', '，。！', '--', '🙂']) assert.deepEqual(queryTokens(question), [])
})

test('a character without a reading stands alone in the initials', () => {
  assert.ok(finds('𠀀', '王𠀀明'))
  assert.equal(finds('wm', '王𠀀明'), false)
})

const piece = fc.constantFrom(...Array.from('张伟欧阳娜重庆单位机关楼室沪津A3B02７0cd-· 、。，x'))
const text = fc.array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(''))

test('any stretch of a text finds it', () => {
  fc.assert(fc.property(text, fc.nat(), fc.nat(), (whole, a, b) => {
    const from = a % whole.length
    const stretch = whole.slice(from, from + 1 + (b % 40))
    const held = new Set(searchTokens(whole))
    for (const token of queryTokens(stretch)) assert.ok(held.has(token), `${token} of “${stretch}” in “${whole}”`)
  }))
})

test('tokens are bounded whatever the text', () => {
  const hostile = ['ﷺ'.repeat(100_000), '单'.repeat(100_000), '𠀀'.repeat(50_000), Array.from({ length: 5_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('')]
  for (const whole of hostile) {
    assert.ok(searchTokens(whole).length <= 200 * 18)
    assert.ok(queryTokens(whole).length <= 64)
  }
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (whole) => {
    assert.ok(searchTokens(whole).every((token) => Array.from(token).length <= 3))
    assert.ok(queryTokens(whole).length <= 64)
  }))
})
