// Provisions, citations and questions on a real database, before and after a law of our own is imported.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { people } from '@houqin/people/server'
import type { Answer, CheckedProvisions, DocumentPage, FoundCitation } from '@houqin/regulations'
import { ruleMaking } from '@houqin/regulations'
import { importFolder } from '@houqin/regulations/import'
import { regulations } from '@houqin/regulations/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { lawFolder } from './law-folder.ts'

/** Two articles as the public collection would give them, in words of our own; the second says another day than the reading row. */
const savingRules = `# 公共机构节能条例

2017年3月1日 国务院令第676号公布

第十四条 公共机构应当分户、分类、分项计量用能，实时监测，及时纠正浪费。

第十五条 公共机构应当指定专人建立台账，每年4月30日前报送年度能耗状况报告。

第十六条 本条例自2017年3月1日起施行。
`
let house: TestSystem
let reader: Somebody
before(async () => {
  house = await testSubsystem([people, regulations])
  await house.settle()
  reader = await house.as('everyone')
})
const provisions = async (standing?: string): Promise<CheckedProvisions> =>
  (await reader.get<CheckedProvisions>('/api/regulations/provisions', standing === undefined ? {} : { standing })).body
const ask = async (q: string): Promise<Answer> => (await reader.get<Answer>('/api/regulations/ask', { q })).body
const cited = async (document: string, clause?: string): Promise<FoundCitation> =>
  (await reader.get<FoundCitation>('/api/regulations/citation', { document, ...(clause !== undefined && { clause }) })).body

test('第一次运行就装好条目；再来一次不重装，改过的不覆盖', async () => {
  const first = await provisions()
  assert.equal(first.rows.length, 401)
  assert.equal(first.counts.agrees, 0)
  assert.ok(first.counts.notHeld > 150)
  assert.deepEqual(first.readings, { confirmed: 193, secondHand: 130, unconfirmed: 78 })
  const officer = await house.as('regulations.officer')
  const row = first.rows.find(({ code }) => code === 'ENE-R08')
  await officer.patch(`/api/registers/regulations.provision/${row?.id ?? ''}`, { value: '机房、食堂' }, 1)
  await house.advance({ hours: 2 })
  const again = await provisions()
  assert.equal(again.rows.length, 401)
  assert.equal(again.rows.find(({ code }) => code === 'ENE-R08')?.value, '机房、食堂')
})
test('文件登记在册但没有原文：出处指到文件，条文为空', async () => {
  const { document, article } = await cited('公共机构节能条例', '第十四条')
  assert.equal(document?.name, '公共机构节能条例')
  assert.equal(article, null)
  assert.deepEqual(await cited('从来没有的条例', '第一条'), { document: null, article: null, provision: null })
  const page = await reader.get<DocumentPage>(`/api/regulations/documents/${document?.id ?? ''}`)
  assert.deepEqual([page.body.standing, page.body.shown, page.body.articles], ['notHeld', null, []])
})
test('导入原文后对上的对上，说法不同的报出来，没有的条也报出来', async () => {
  await importFolder(house.system, lawFolder({ '公共机构节能条例（2017-03-01）.md': savingRules }))
  const agrees = await provisions('agrees')
  assert.ok(agrees.rows.some(({ code }) => code === 'ENE-R03'))
  const differs = await provisions('differs')
  const late = differs.rows.find(({ code }) => code === 'ENE-R01')
  assert.ok(late?.grounds.some(({ clause, missing }) => clause === '第十五条' && missing.includes('31日')), JSON.stringify(late))
  const none = await provisions('noArticle')
  assert.ok(none.rows.some(({ code }) => code === 'ENE-R09'))
  const { article } = await cited('公共机构节能条例', '第十四条')
  assert.equal(article?.number, '第十四条')
  assert.equal((await reader.get('/api/regulations/provisions', { standing: 'perhaps' })).status, 400)
})
test('问一问：一条原文、一个负责人、一个入口', async () => {
  const answer = await ask('用能要不要分户计量')
  assert.ok(answer.found)
  assert.equal(answer.clause.text, '公共机构应当分户、分类、分项计量用能，实时监测，及时纠正浪费。')
  assert.match(answer.clause.citation, /公共机构节能条例》 第十四条/)
  assert.equal(answer.clause.provision?.title, '三分计量+实时监测')
  const second = await ask('公车新能源占比')
  assert.ok(second.found && !second.clause.held)
  assert.equal(second.clause.reading, 'secondHand')
  const officer = await house.as('regulations.officer')
  const making = (await officer.get<Answer>('/api/regulations/ask', { q: '怎么修订制度' })).body
  assert.ok(making.found)
  assert.deepEqual(making.matter, { matter: ruleMaking.id, title: '制度制定' })
  assert.equal(making.owner, '制度管理员')
  const everybody = await ask('怎么修订制度')
  assert.ok(everybody.found && everybody.matter === null)
})
test('问一问答的是今天施行的版本：已公布、还没施行的不作数', async () => {
  const text = (made: string, says: string, from: string): string => `# 机关事务管理条例\n\n${made} 国务院令第621号公布\n\n第一条 样本。\n\n第二条 样本。\n\n第三条 ${says}\n\n第四条 自${from}起施行。`
  await importFolder(house.system, lawFolder({
    '机关事务管理条例（2012-06-28）.md': text('2012年6月28日', '现行的第三条。', '2012年10月1日'),
    '机关事务管理条例（2026-10-01）.md': text('2026年10月1日', '明年的第三条。', '2027年6月1日'),
  }))
  const answer = await ask('怎么修订制度')
  assert.equal(answer.found ? answer.clause.text : answer.says, '现行的第三条。')
})
test('答案之外列出相近的几条，各能打开；没有答案时也列，不当答案', async () => {
  const answer = await ask('公车新能源占比')
  assert.ok(answer.found && answer.near.length > 0 && answer.near.length <= 3)
  assert.ok(answer.near.every(({ provision, article, title }) => (provision !== null || article !== null) && title !== answer.clause.provision?.title), JSON.stringify(answer.near))
  const none = await ask('剩菜放在外面几小时不能吃')
  assert.ok(!none.found && none.near.length > 0 && none.near.every(({ provision, article }) => provision !== null || article !== null), JSON.stringify(none))
  const named = await ask('组织生活会一年开几次')
  assert.ok(named.found && named.clause.provision?.title.endsWith('组织生活会'), JSON.stringify(named))
})
test('没有规定就说没有，什么都不编', async () => {
  for (const q of ['', '今天天气怎么样', '火星移民补贴', '员工生日有蛋糕吗', '???', 'x'.repeat(3000), "' or 1=1"]) {
    const answer = await ask(q)
    assert.equal(answer.found, false, q)
    assert.match(answer.found ? '' : answer.says, /^没有找到规定/)
  }
})
