// Rule-making 制度制定 as the office lives it: drafted, commented on, reviewed, approved, in force, evaluated, revised, repealed.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { organ } from '@houqin/people'
import { people } from '@houqin/people/server'
import { ruleMaking } from '@houqin/regulations'
import type { CheckedDraft, DocumentPage, FoundArticles, MakingPage } from '@houqin/regulations'
import { regulations } from '@houqin/regulations/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Refused, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { decide, setRoutes } from './approve.ts'

const first = `第一章 总则
第一条 为了节约用水用电，制定本规定。
第二条 茶水间由驻点负责人每日检查。
第二章 附则
第三条 下班后关闭开水器电源。`
const second = `第一章 总则
第一条 为了节约用水用电，制定本规定。
第二条 茶水间由驻点负责人每日检查。
第三条 茶叶由使用单位自备。
第二章 附则
第四条 十八时后关闭开水器电源。`

let house: TestSystem
let drafter: Somebody
let staff: Somebody
let reviewer: Somebody
let deputy: Somebody
let chief: Somebody
type Rule = Awaited<ReturnType<Somebody['ask']>>

before(async () => {
  house = await testSubsystem([people, regulations])
  drafter = await house.as('regulations.officer', { name: '许静' })
  staff = await house.as('everyone', { name: '刘敏' })
  reviewer = await house.as('regulations.reviewer', { name: '何伟' })
  deputy = await house.as('bureau-leader', { name: '林副局长' })
  chief = await house.as('bureau-leader', { name: '顾明远' })
  await setRoutes(house, [deputy, chief])
})
const refused = (pattern: RegExp, problem?: string) => (error: Refused): boolean => {
  assert.match(String(error.document['detail']), pattern)
  if (problem !== undefined) assert.equal(error.problem, problem)
  return true
}
const page = async (who: Somebody, { number }: { number: string }): Promise<MakingPage> => (await who.get<MakingPage>(`/api/regulations/rule-making/${number}`)).body
const read = async (id: string): Promise<DocumentPage> => (await staff.get<DocumentPage>(`/api/regulations/documents/${id}`)).body
const find = async (q: string): Promise<readonly string[]> =>
  (await staff.get<FoundArticles>('/api/regulations/search', { q })).body.rows.map(({ document, number }) => `${document.name} ${number}`)

/** From the start to waiting for approval, with nothing said against it. */
async function reviewed(input: Readonly<Record<string, unknown>>, draft: string): Promise<Rule> {
  let rule = await drafter.ask(ruleMaking, input)
  rule = await drafter.take(rule, 'write', { input: { draft } })
  return throughReview(rule)
}
async function throughReview(rule: Rule): Promise<Rule> {
  const until = house.clock.today()
  let now = await drafter.take(rule, 'ask', { input: { opinionsUntil: until } })
  await house.advance({ days: 1 })
  now = await drafter.take(await drafter.see(now), 'submit')
  return reviewer.take(now, 'pass', { input: { finding: '与上位规定不抵触' } })
}
const later = (days: number): string => new Date(Date.parse(house.clock.today()) + days * 86_400_000).toISOString().slice(0, 10)
let made: { rule: Rule; document: string }

test('草案切不成条的，边写边说，送不出去', async () => {
  const check = async (text: string): Promise<readonly string[]> => (await drafter.post<CheckedDraft>('/api/regulations/draft', { text, title: '茶水间管理规定' })).body.faults
  assert.deepEqual(await check(first), [])
  assert.deepEqual(await check(`茶水间管理规定\n${first}`), [])
  assert.match((await check('每天检查。')).join(), /没有找到条文/)
  assert.match((await check('第一条 甲。\n第三条 丙。')).join(), /第一条之后是第三条，条号不连续/)
  assert.match((await check('第一条 甲。\n第二条 乙。\n第二条 丙。')).join(), /第二条出现了两次/)
  assert.match((await check('第二条 甲。')).join(), /开头之后是第二条/)
  assert.match((await check('第一条\n第二条 乙。')).join(), /第一条没有内容/)
  assert.match((await check('总的来说要节约。\n第一条 甲。')).join(), /“总的来说要节约。”在第一条之前/)
  assert.equal((await drafter.post('/api/regulations/draft', {})).status, 422)
  let rule = await drafter.ask(ruleMaking, { title: '走廊管理规定', aim: 'make', rank: 'procedure', reason: '整洁' })
  await assert.rejects(drafter.take(rule, 'ask', { input: { opinionsUntil: later(5) } }), refused(/还没有写草案/))
  rule = await drafter.take(rule, 'write', { input: { draft: '第一条 甲。\n第三条 丙。' } })
  await assert.rejects(drafter.take(rule, 'ask', { input: { opinionsUntil: later(5) } }), refused(/条号不连续/, 'step-not-possible'))
  assert.match((await page(staff, rule)).faults.join(), /条号不连续/)
  await drafter.take(rule, 'drop', { comment: '不办了' })
})

test('征求意见：点到的单位和人知道，谁都能提，到期截止，逐条处理写明理由', async () => {
  const finance = await house.make(organ, { name: '财政局' })
  const liaison = await house.as('people.liaison', { name: '吴婷', organ: finance })
  let rule = await drafter.ask(ruleMaking, { title: '茶水间管理规定', aim: 'make', rank: 'measure', reason: '节水节电' })
  rule = await drafter.take(rule, 'write', { input: { draft: first } })
  const until = later(3)
  rule = await drafter.take(rule, 'ask', { input: { opinionsUntil: until }, lines: { asked: [{ organ: finance.id }, { person: deputy.person }] } })
  for (const asked of [liaison, deputy]) {
    const watching = (await asked.get<{ rows: { number: string }[] }>('/api/inbox', { scope: 'watching' })).body
    assert.ok(watching.rows.some(({ number }) => number === rule.number), `${asked.name} is a party`)
  }
  rule = await staff.take(await staff.see(rule), 'opine', { lines: { opinions: [{ article: '第三条', text: '写明几点关' }] } })
  rule = await liaison.take(await liaison.see(rule), 'opine', { lines: { opinions: [{ text: '茶叶谁买' }] } })
  await assert.rejects(staff.take(rule, 'opine', { lines: { opinions: [{ text: '替他处理', handling: 'adopted' }] } }), (error: Refused) => error.status === 422)
  await assert.rejects(staff.take(rule, 'handle', { lines: {} }), (error: Refused) => error.problem === 'not-allowed')
  await assert.rejects(drafter.take(rule, 'submit'), refused(new RegExp(`征求意见到 ${until} 为止；提前送审的，请在说明里写明原因`)))
  await house.advance({ days: 4 })
  await assert.rejects(staff.take(rule, 'opine', { lines: { opinions: [{ text: '迟到的意见' }] } }), refused(/已于 .* 截止/))
  await assert.rejects(drafter.take(rule, 'submit'), refused(/还有 2 条意见没有处理/))
  const [one, two] = (rule.lines['opinions']?.rows ?? []) as readonly { readonly id: string; readonly by: { readonly name: string } }[]
  assert.deepEqual([one?.by.name, two?.by.name], ['刘敏', '吴婷'])
  await assert.rejects(drafter.take(rule, 'handle', { lines: { opinions: [{ id: one?.id, handling: 'adopted' }, { id: two?.id, handling: 'declined' }] } }), refused(/“茶叶谁买”没有全部采纳，请写明理由/, 'bad-input'))
  rule = await drafter.take(rule, 'handle', { lines: { opinions: [{ id: one?.id, handling: 'adopted' }, { id: two?.id, handling: 'declined', why: '不属于本规定' }] } })
  rule = await drafter.take(rule, 'submit')
  assert.equal(rule.state, 'review')
  await assert.rejects(drafter.take(rule, 'pass', { input: { finding: '我看行' } }), (error: Refused) => error.status === 403)
  rule = await reviewer.take(rule, 'pass', { input: { finding: '与上位规定不抵触' } })
  made = { rule, document: '' }
})

test('报批：日期过去的当场退回；谁不同意、为什么，留着；再报一次，两级都同意才印发', async () => {
  let { rule } = made
  await assert.rejects(
    drafter.take(rule, 'issue', { input: { number: '清机管〔2026〕9号', inForceOn: '2026-11-20', evaluateBy: later(300) } }),
    refused(/施行日期 2026-11-20 已经过去/, 'standard-breached'),
  )
  const issue = { number: '清机管〔2026〕9号', inForceOn: later(10), evaluateBy: later(300) }
  rule = await drafter.take(rule, 'issue', { input: issue })
  assert.equal(rule.state, 'decision')
  assert.deepEqual(rule.awaits.map(({ name }) => name), ['林副局长'])
  assert.deepEqual((await page(deputy, rule)).articles.map(({ number }) => number), ['第一条', '第二条', '第三条'])
  assert.equal((await page(deputy, rule)).changes, null)
  rule = await decide(deputy, rule, 'refuse', '第三条没有写明几点关')
  assert.equal(rule.state, 'draft')
  assert.deepEqual([rule.route?.outcome, rule.route?.ended?.by.name, rule.route?.ended?.words], ['refused', '林副局长', '第三条没有写明几点关'])
  rule = await drafter.take(await drafter.see(rule), 'write', { input: { draft: first } })
  rule = await throughReview(rule)
  rule = await drafter.take(rule, 'issue', { input: issue })
  await decide(deputy, rule, 'agree')
  assert.deepEqual(await find('茶水间'), [], 'nothing is issued before the last stage')
  rule = await decide(chief, rule, 'agree', '同意')
  assert.equal(rule.state, 'inForce')
  const { id } = rule.facts['issued'] as { id: string }
  const document = await read(id)
  assert.deepEqual([document.title, document.number, document.kind, document.standing, document.articles.length], ['茶水间管理规定', '清机管〔2026〕9号', 'house', 'pending', 3])
  assert.equal(document.articles[2]?.chapter, '第二章 附则')
  await house.advance({ days: 11 })
  assert.equal((await read(id)).standing, 'current')
  assert.deepEqual(await find('开水器'), ['茶水间管理规定 第三条'])
  made = { rule, document: id }
})

test('到评估那天回到制度管理员手里；修订时审的人看得见改了什么；同一天两个版本不行', async () => {
  assert.equal((await drafter.see(made.rule)).holder.role, undefined)
  await house.advance({ days: 300 })
  let rule = await drafter.see(made.rule)
  assert.equal(rule.holder.role?.role, 'regulations.officer')
  rule = await drafter.take(rule, 'evaluate', { input: { worth: 'revise' }, comment: '时间要写明' })
  rule = await drafter.take(rule, 'revise', { comment: '按评估修订' })
  assert.match((await page(drafter, rule)).standingText, /^第一章 总则\n第一条 为了/)
  rule = await drafter.take(rule, 'write', { input: { draft: second } })
  rule = await throughReview(rule)
  const inForceOn = (await read(made.document)).versions[0]?.inForceOn ?? ''
  const issue = { number: '清机管〔2027〕3号', inForceOn: later(1), evaluateBy: later(400) }
  await assert.rejects(drafter.take(rule, 'issue', { input: { ...issue, inForceOn } }), (error: Refused) => error.problem === 'standard-breached')
  rule = await drafter.take(rule, 'issue', { input: issue })
  const { changes } = await page(deputy, rule)
  assert.deepEqual(changes?.map(({ is, before: was, after }) => [is, was, after]), [
    ['same', '第一条', '第一条'], ['same', '第二条', '第二条'], ['added', null, '第三条'], ['changed', '第三条', '第四条'],
  ])
  await decide(deputy, rule, 'agree')
  rule = await decide(chief, rule, 'agree')
  await house.advance({ days: 2 })
  const document = await read(made.document)
  assert.deepEqual(document.versions.map(({ inForce, articles }) => [inForce, articles]), [[true, 4], [false, 3]])
  assert.deepEqual(await find('茶叶'), ['茶水间管理规定 第三条'])

  // a third version on the very day of the second
  const again = await reviewed({ title: '茶水间管理规定', aim: 'revise', rank: 'procedure', document: made.document, reason: '再改' }, second.replace('自备', '自理'))
  const latest = document.versions[0]?.inForceOn ?? ''
  await assert.rejects(drafter.take(again, 'issue', { input: { number: '清机管〔2027〕4号', inForceOn: latest, evaluateBy: later(9) } }), refused(/已经过去|同一天不能有两个版本/, 'standard-breached'))
  const ahead = { number: '清机管〔2027〕4号', inForceOn: later(30), evaluateBy: later(90) }
  await decide(deputy, await drafter.take(again, 'issue', { input: ahead }), 'agree')
  const fourth = await reviewed({ title: '茶水间管理规定', aim: 'revise', rank: 'procedure', document: made.document, reason: '又改' }, second.replace('自备', '自购'))
  await assert.rejects(drafter.take(fourth, 'issue', { input: { ...ahead, number: '清机管〔2027〕5号' } }), refused(/已有一个版本从 .* 起施行，同一天不能有两个版本/))
})

test('废止也要审批，从那一天起不再有效；不是本局的制度动不了', async () => {
  let rule = await reviewed({ title: '茶水间管理规定', aim: 'repeal', rank: 'measure', document: made.document, reason: '并入后勤规定' }, '第一条 无。')
  await assert.rejects(drafter.take(rule, 'issue', { input: { number: 'x', inForceOn: later(60), evaluateBy: later(90) } }), refused(/事由是废止/))
  rule = await drafter.take(rule, 'repeal', { input: { repealedOn: later(40) }, comment: '并入后勤规定' })
  rule = await decide(chief, rule, 'agree')
  assert.equal(rule.state, 'repealed')
  assert.equal((await read(made.document)).standing, 'current')
  await house.advance({ days: 41 })
  assert.equal((await read(made.document)).standing, 'repealed')
  assert.deepEqual(await find('茶叶'), [])
  const { rows } = (await staff.get<{ rows: { id: string; kind: string; title: string }[] }>('/api/registers/regulations.document', { 'where.kind': 'regulation', limit: '1' })).body
  await assert.rejects(
    drafter.ask(ruleMaking, { title: rows[0]?.title ?? '', aim: 'repeal', rank: 'basic', document: rows[0]?.id, reason: '不要了' }),
    refused(/不是本局制度/, 'bad-input'),
  )
  await assert.rejects(drafter.ask(ruleMaking, { title: '茶水间管理规定', aim: 'make', rank: 'basic', reason: '重来' }), refused(/已有《茶水间管理规定》/))
})
