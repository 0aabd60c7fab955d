// The demonstration district once it stands in the database: its totals, its speed, and what its people find.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { systemActor } from '@houqin/access'
import { dbDiff } from '@houqin/fields'
import { certificate, site } from '@houqin/places'
import { contractInForce, oneMainPost, organ, person, withinEstablishment } from '@houqin/people'
import { plants } from '@houqin/people/seed'
import { repair, repairWithinPromise } from '@houqin/service-desk'
import { handoverDraft, stewardDay } from '@houqin/places/server'
import { sql } from 'kysely'
import { plants as deskPlants } from '../seed/plants.ts'
import { seedAccounts } from '../seed/accounts.ts'
import { publicBoard } from '../src/server/public-board.ts'
import { standingDistrict } from './standing-district.ts'
import type { StandingDistrict } from './standing-district.ts'

let district: StandingDistrict
before(async () => {
  district = await standingDistrict()
})

test('总数对得上：92 处场所，235 个单位，494231.27 平方米', async () => {
  const { registers, db } = district.system
  assert.equal((await registers.summary(db, systemActor, site)).count, 92)
  assert.equal((await registers.summary(db, systemActor, organ)).count, 235)
  assert.equal((await registers.summary(db, systemActor, certificate)).sums.buildingArea, '494231.27')
  const { count } = await registers.summary(db, systemActor, person)
  assert.ok(count > 7100 && count < 7320, String(count))
})
test('第一次开机一分钟内看得到首页，忙的机器上也是', (t) => {
  t.diagnostic(`底数 ${Math.round(district.baseMilliseconds)} 毫秒，历史 ${Math.round(district.historyMilliseconds)} 毫秒`)
  assert.ok(district.baseMilliseconds < 45_000, `${district.baseMilliseconds}`)
  assert.ok(district.historyMilliseconds < 30_000, `${district.historyMilliseconds}`)
})
test('声明要的表、列和约束，迁移都有', async () => {
  const { differences } = await dbDiff(district.system.db, district.system.catalogue)
  assert.deepEqual(differences, [])
})
test('过冷的大厅自己报了修，写明依据', async () => {
  const { matters, db } = district.system
  const { rows } = await matters.list(db, systemActor, repair, { 'where.alarm.null': 'false' })
  assert.equal(rows.length, 1)
  assert.match(String(rows[0]?.form.what), /正在制冷，室温 22\.4 ℃，低于 26\.0 ℃.*国办发〔2007〕42号/s)
  assert.equal(rows[0]?.state, 'asked')
})
test('台账检查正好找出埋下的问题：一个超编，一人两主职，一份过期合同', async () => {
  const { standards, db } = district.system
  const breaches = async ({ id }: { readonly id: string }, asOf?: string) => {
    const { rows, checked } = await standards.audit(db, systemActor, id, { asOf })
    return { checked, rows: rows.filter(({ findings }) => findings.some(({ level }) => level === 'breach')) }
  }
  const over = await breaches(withinEstablishment)
  assert.equal(over.checked, 235)
  assert.deepEqual(over.rows.map(({ findings: [finding] }) => finding?.says.split('编制')[0]), [plants.overEstablishment.organ])
  const [surplus] = over.rows[0]?.findings ?? []
  assert.match(surplus?.says ?? '', new RegExp(`超编 ${plants.overEstablishment.by} 人$`))
  assert.equal(Number(surplus?.measured) - Number(surplus?.limit), plants.overEstablishment.by)
  assert.match(surplus?.en.says ?? '', new RegExp(`, ${plants.overEstablishment.by} too many$`))
  assert.equal(surplus?.cite.text, '《本局台账登记规则（自定）》 “编制数”栏：批准的人员编制总数')
  assert.equal(surplus?.cite.level, '区')
  assert.deepEqual(surplus?.mend?.fill, { organ: over.rows[0]?.subject.id, what: `${surplus?.says}。${surplus?.advice}。` })

  const twice = await breaches(oneMainPost)
  assert.ok(twice.checked > 6700, String(twice.checked))
  assert.equal(twice.rows.length, 1)
  assert.match(twice.rows[0]?.findings[0]?.says ?? '', new RegExp(`^.+同时登记了 2 个主职：${plants.twoMainPosts.from}.+、${plants.twoMainPosts.alsoAt}${plants.twoMainPosts.title}`))
  assert.deepEqual((await breaches(oneMainPost, '2026-03-01')).rows, [], 'the second one was entered 210 days ago')

  const ended = await breaches(contractInForce)
  assert.deepEqual(ended.rows.map(({ subject }) => subject.name), [plants.contractEnded.contractor])
  assert.equal(ended.rows[0]?.findings[0]?.measured, String(-plants.contractEnded.days))
  assert.equal(ended.rows[0]?.findings[0]?.mend?.title, '外包合同续签')
})
test('超过承诺的报修，台账检查逐件说出超了多少', async () => {
  const { standards, db, catalogue } = district.system
  const { rows, checked } = await standards.audit(db, systemActor, repairWithinPromise.id)
  const planted = Object.values(deskPlants.overdue).reduce((sum, count) => sum + count, 0)
  assert.equal(rows.length, planted, 'those paused until a day that is still to come are not late')
  assert.ok(checked > rows.length, String(checked))
  for (const { findings: [finding] } of rows) {
    assert.ok(Number(finding?.measured) > Number(finding?.limit), finding?.says)
    assert.equal(finding?.mend?.fill['about'], 'repair')
    assert.ok(catalogue.matters.has(finding?.mend?.matter ?? ''))
  }
})
test('公示栏有办结情况，也有公开的诉求', async () => {
  const board = await publicBoard(district.system.db, district.clock.today())
  assert.ok(board.repairs.length > 5)
  assert.ok(board.voices.length > 15)
  assert.ok(board.voices.some(({ kind, verdict }) => kind === 'suggestion' && verdict === 'adopted'))
})
test('五张统计都算得出，合计与清单一致', async () => {
  const { system, clock } = district
  const period = { from: new Date(clock.now().getTime() - 61 * 86_400_000), to: clock.now() }
  const everywhere = { organ: () => sql<boolean>`true`, site: () => sql<boolean>`true` }
  const figures = async (id: string) => {
    const report = system.catalogue.reports.get(id)
    assert.ok(report, id)
    const { rows } = await report.query(period, everywhere, sql).execute(system.db)
    assert.ok(rows.length > 1, id)
    for (const row of rows) for (const column of Object.keys(report.columns)) {
      assert.ok(row[column] !== undefined, `${id}.${column}`)
      assert.match(report.opens(row, column, period), /^\/matters\/service-desk\.repair\?/)
    }
    return rows
  }
  const total = (rows: readonly Record<string, unknown>[], column: string): number => rows.reduce((sum, row) => sum + Number(row[column]), 0)
  const [weeks, categories, sites] = [await figures('service-desk.on-time'), await figures('service-desk.by-category'), await figures('service-desk.by-site')]
  assert.equal(total(weeks, 'asked'), total(categories, 'asked'))
  assert.equal(total(weeks, 'asked'), total(sites, 'asked'))
  assert.ok(total(weeks, 'late') > 10 && total(weeks, 'lateOpen') >= 5)
  assert.ok(total(await figures('service-desk.rating'), 'rated') > 500)
  assert.ok(total(await figures('service-desk.reopened'), 'reopened') > 20)
})
test('统计数字打开的清单，件数就是那个数字', async () => {
  const { system, clock } = district
  const { matters, db, catalogue } = system
  const period = { from: new Date(clock.now().getTime() - 61 * 86_400_000), to: clock.now() }
  const report = catalogue.reports.get('service-desk.by-category')
  const everywhere = { organ: () => sql<boolean>`true`, site: () => sql<boolean>`true` }
  const rows = (await report?.query(period, everywhere, sql).execute(db))?.rows ?? []
  const row = rows[0]
  assert.ok(report && row)
  const query = new URLSearchParams(report.opens(row, 'asked', period).split('?')[1])
  const listed = await matters.list(db, systemActor, repair, { ...Object.fromEntries(query), total: 'true' })
  assert.equal(listed.total, row.asked)
})
test('驻点一日：机关大院今天谁值班、哪些超时、谁交的班', async () => {
  const { system } = district
  const { rows } = await sql<{ id: string; name: string }>`select id, label as name from places.site where label = '机关大院'`.execute(system.db)
  const [yard] = rows
  assert.ok(yard)
  const day = await stewardDay({ system, actor: systemActor, site: yard, day: district.clock.today() })
  assert.deepEqual(day.stewards[0]?.name, '周建国')
  assert.equal(day.onDuty.length, 3)
  assert.ok(day.matters.length > 0 && day.handovers.length === 3)
  const due = day.matters.map(({ dueAt }) => dueAt ?? '9')
  assert.deepEqual(due, due.toSorted())
  assert.match(handoverDraft(day), /^2026-11-24 周二\n值班：.+。\n/)
})
test('每个演示账号都登得进去，角色对得上', async () => {
  const { access, db, catalogue } = district.system
  const accounts = await access.accounts.list(db, systemActor, { limit: 100 })
  assert.equal(accounts.rows.length, seedAccounts.length)
  const grants = await access.grants.list(db, systemActor, { role: 'service-desk.dispatcher', limit: 200 })
  assert.equal(grants.rows.length, 92)
  for (const { grants: given } of seedAccounts) for (const { role } of given) assert.ok(catalogue.roles.has(role.role))
})
