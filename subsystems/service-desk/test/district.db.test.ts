// The demonstration district once it stands in the database: its totals, its speed, and what its people find.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { systemActor } from '@houqin/access'
import { dbDiff } from '@houqin/fields'
import { certificate, site } from '@houqin/places'
import { organ, person } from '@houqin/people'
import { repair } from '@houqin/service-desk'
import { publicBoard } from '../src/server/public-board.ts'
import { standingDistrict } from './standing-district.ts'
import type { StandingDistrict } from './standing-district.ts'

let district: StandingDistrict
before(async () => {
  district = await standingDistrict()
})

test('总数对得上:92 处场所,235 个单位,494231.27 平方米', async () => {
  const { registers, db } = district.system
  assert.equal((await registers.summary(db, systemActor, site)).count, 92)
  assert.equal((await registers.summary(db, systemActor, organ)).count, 235)
  assert.equal((await registers.summary(db, systemActor, certificate)).sums.buildingArea, '494231.27')
  const { count } = await registers.summary(db, systemActor, person)
  assert.ok(count > 7100 && count < 7320, String(count))
})
test('底数二十秒内装完,历史十秒内补齐', () => {
  console.log(`base ${Math.round(district.baseMilliseconds)} ms, history ${Math.round(district.historyMilliseconds)} ms`)
  assert.ok(district.baseMilliseconds < 20_000, `${district.baseMilliseconds}`)
  assert.ok(district.historyMilliseconds < 10_000, `${district.historyMilliseconds}`)
})
test('声明要的表、列和约束,迁移都有', async () => {
  const { differences } = await dbDiff(district.system.db, district.system.catalogue)
  assert.deepEqual(differences, [])
})
test('过冷的大厅自己报了修,写明依据', async () => {
  const { matters, db } = district.system
  const { rows } = await matters.list(db, systemActor, repair, { 'where.alarm.null': 'false' })
  assert.equal(rows.length, 1)
  assert.match(String(rows[0]?.form.what), /正在制冷,室温 22\.4 ℃,低于 26\.0 ℃.*国办发〔2007〕42号/s)
  assert.equal(rows[0]?.state, 'asked')
})
test('公示栏有办结情况,也有公开的诉求', async () => {
  const board = await publicBoard(district.system.db, district.clock.today())
  assert.ok(board.repairs.length > 5)
  assert.ok(board.voices.length > 15)
  assert.ok(board.voices.some(({ kind, verdict }) => kind === 'suggestion' && verdict === 'adopted'))
})
