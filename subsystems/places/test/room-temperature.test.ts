// The temperature rule: what it says about a room, and from where.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citationText, isUnconfirmed } from '@houqin/define'
import { roomTemperature, roomTemperatureLimits } from '@houqin/places'

const figures = { coolingAtLeast: '26.0', heatingAtMost: '20.0' }

test('条文里的例子，规则判得一样', () => {
  for (const { says, given, breach } of roomTemperatureLimits.examples)
    assert.equal(roomTemperatureLimits.check(given, figures).some((finding) => finding.level === 'breach'), breach, says)
})
test('制冷 24.5 ℃：说清多少度、限多少、怎么办', () => {
  const [finding] = roomTemperatureLimits.check({ mode: 'cooling', celsius: '24.5' }, figures)
  assert.equal(finding?.says, '正在制冷，室温 24.5 ℃，低于 26.0 ℃')
  assert.equal(finding?.limit, '26.0')
  assert.match(finding?.advice ?? '', /^把设定温度调到 26\.0 ℃ 以上/)
})
test('出处印文号，不印没有核过的条号', () => {
  for (const { cite } of roomTemperatureLimits.values) {
    assert.equal(cite.clause, undefined)
    assert.equal(isUnconfirmed(cite.mark), false)
    assert.equal(citationText(cite), '《国务院办公厅关于严格执行公共建筑空调温度控制标准的通知》（国办发〔2007〕42号） (二手来源)')
  }
})
test('读数按空调状态判断，空调关着就是合格', () => {
  const at = new Date('2026-07-20T02:00:00Z')
  const judge = (value: number, mode: 'cooling' | 'off') =>
    roomTemperature.alarms.outOfLimits.rule.judge({ value, at, receivedAt: at, attributes: { mode } }, figures as never)
  assert.equal(judge(23.4, 'cooling')?.length, 1)
  assert.deepEqual(judge(23.4, 'off'), [])
  assert.equal(roomTemperature.alarms.outOfLimits.rule.raiseAfter, 600_000)
})
