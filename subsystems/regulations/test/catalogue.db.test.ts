// The catalogue of matters 事项目录: entries from the declarations, figures from what was closed, clauses with how sure they are.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { people } from '@houqin/people/server'
import { catalogueItem, ruleMaking } from '@houqin/regulations'
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
