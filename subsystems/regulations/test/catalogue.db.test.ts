// The catalogue of matters 事项目录: entries from the declarations, figures from what was closed, clauses with how sure they are.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { bureauLeader, correction } from '@houqin/people'
import { people } from '@houqin/people/server'
import { catalogueItem, regulations as subsystem, ruleMaking } from '@houqin/regulations'
import type { CataloguePage, FoundArticles } from '@houqin/regulations'
import { importFolder } from '@houqin/regulations/import'
import { regulations } from '@houqin/regulations/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { lawFolder } from './law-folder.ts'

let house: TestSystem
let officer: Somebody
let staff: Somebody
before(async () => {
  house = await testSubsystem([people, regulations])
  await house.settle()
  officer = await house.as('regulations.officer')
  staff = await house.as('everyone')
})
const entry = async (who: Somebody, matter: string | null): Promise<CataloguePage['rows'][number] | undefined> =>
  (await who.get<CataloguePage>('/api/regulations/catalogue')).body.rows.find((row) => row.matter === matter)

test('没有导入原文时说清楚，导入后只说没有找到', async () => {
  const find = async (): Promise<FoundArticles> => (await staff.get<FoundArticles>('/api/regulations/search', { q: '月球' })).body
  assert.deepEqual(await find(), { rows: [], total: 0, lawsHeld: false })
  assert.equal((await staff.get<FoundArticles>('/api/regulations/search', { q: '' })).body.lawsHeld, false)
  assert.equal((await entry(staff, ruleMaking.id))?.bases[0]?.held, false)
  await importFolder(house.system, lawFolder({ '机关事务管理条例.md': '# 机关事务管理条例\n\n2012年6月28日 国务院令第621号公布\n\n第一条 样本。\n\n第二条 样本。\n\n第三条 样本。\n\n第四条 自2012年10月1日起施行。' }))
  assert.deepEqual(await find(), { rows: [], total: 0, lawsHeld: true })
})
test('声明里说的都在目录里，能发起的才有入口；依据指到条文，没有收录的写明', async () => {
  const seen = await entry(officer, ruleMaking.id)
  assert.deepEqual([seen?.title, seen?.owner, seen?.begin], ['制度制定', '制度管理员', true])
  assert.equal((await entry(staff, ruleMaking.id))?.begin, false)
  const [base] = seen?.bases ?? []
  assert.deepEqual([base?.document, base?.clause, base?.reading, base?.held], ['机关事务管理条例', '第三条', 'confirmed', true])
  assert.ok(base?.article)
})
test('办结三件起才有平均用时；制度管理员改过的不被覆盖', async () => {
  const close = async (): Promise<void> => {
    const rule = await officer.ask(ruleMaking, { title: `规定${house.clock.now().getTime()}`, aim: 'make', rank: 'basic', reason: '试' })
    await house.advance({ days: 2 })
    await officer.take(rule, 'drop', { comment: '不办了' })
  }
  await close()
  await close()
  assert.deepEqual([(await entry(staff, ruleMaking.id))?.closed, (await entry(staff, ruleMaking.id))?.days], [null, null])
  await close()
  assert.deepEqual([(await entry(staff, ruleMaking.id))?.closed, (await entry(staff, ruleMaking.id))?.days], [3, '2.0'])
  const row = await entry(officer, ruleMaking.id)
  await officer.patch(`/api/registers/${catalogueItem.id}/${row?.id ?? ''}`, { title: '订制度', limit: '三十个工作日' }, 1)
  await house.advance({ hours: 2 })
  const { rows } = (await staff.get<CataloguePage>('/api/regulations/catalogue')).body
  assert.deepEqual(rows.filter(({ matter }) => matter === ruleMaking.id).map(({ title, limit }) => [title, limit]), [['订制度', '三十个工作日']])
})
test('工作报告说的有依据是按事项目录数的；只看得到自己那几件的，数字不开清单', async () => {
  type Answer = { readonly rows: readonly Readonly<Record<string, string | number | null>>[]; readonly opens: readonly Readonly<Record<string, string>>[] }
  const leader = await house.as(bureauLeader)
  const period = { from: house.clock.now().toISOString(), to: new Date(house.clock.now().getTime() + 86_400_000).toISOString() }
  const read = async (who: Somebody, report: { readonly id: string }): Promise<Answer> => (await who.get<Answer>(`/api/reports/${report.id}`, period)).body
  const { mattersGrounded, mattersByBasis } = subsystem.reports
  const { rows: [before] } = await read(leader, mattersGrounded)
  assert.deepEqual([before?.['all'], before?.['share']], [0, null])
  await officer.ask(ruleMaking, { title: '茶水间规定', aim: 'make', rank: 'basic', reason: '试' })
  for (const what of ['电话不对', '单位不对']) await staff.ask(correction, { what })
  const { rows: [row] } = await read(leader, mattersGrounded)
  const bare = (await entry(staff, correction.id))?.bases.length === 0
  assert.deepEqual([row?.['all'], row?.['grounded'], row?.['share']], bare ? [3, 1, '33.3'] : [3, 3, '100.0'])
  const lineOf = async (who: Somebody, matter: string) => {
    const { rows, opens } = await read(who, mattersByBasis)
    const at = rows.findIndex((one) => one['matter'] === matter)
    return { opened: rows[at]?.['opened'], to: opens[at]?.['opened'] }
  }
  const told = await lineOf(leader, correction.id)
  assert.equal(told.opened, 2)
  const [, query = ''] = (told.to ?? '').split('?')
  assert.equal((await leader.get<{ total: number }>(`/api/matters/${correction.id}?${query}&limit=1&total=true`)).body.total, 2)
  const known = await lineOf(officer, correction.id)
  assert.deepEqual([known.opened, known.to], [2, undefined])
  assert.match((await lineOf(officer, ruleMaking.id)).to ?? '', /^\/matters\/regulations\.rule-making\?/)
})
