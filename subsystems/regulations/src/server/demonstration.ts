// Regulations in the demonstration district 演示制度: a rule of the house, who keeps and reviews rules, and a revision that asks for opinions.
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { HistorySeeding, Seeding } from '@houqin/compose'
import type { Tx } from '@houqin/db'
import type { Role } from '@houqin/define'
import { districtPeople, districtSeed } from '@houqin/people/seed'
import type { DistrictPeople, NamedKey } from '@houqin/people/seed'
import { sql } from 'kysely'
import { meetingRoomDraft, meetingRoomRules } from '../../seed/meeting-room-rules.ts'
import { parkingDraft, parkingRules } from '../../seed/parking-rules.ts'
import { plants } from '../../seed/plants.ts'
import { ruleRoutes } from '../../seed/rule-routes.ts'
import { legalReviewer, regulationsOfficer, ruleMaking } from '../contract/index.ts'
import { parseLaw } from './law/parse-law.ts'
import { settleRegulations } from './law/settle-regulations.ts'
import { storeLaw } from './law/store-law.ts'

export async function loadRegulations({ tx, system, worldDate }: Seeding): Promise<void> {
  for (const text of [meetingRoomRules, ...parkingRules(worldDate)]) {
    const parsed = parseLaw(text, { title: '管理办法' })
    if ('refused' in parsed) throw new Error(parsed.refused)
    await storeLaw(tx, system, { ...parsed.law, head: { ...parsed.law.head, kind: 'house', level: 'district' } })
  }
  await settleRegulations(tx, system)
  for (const route of ruleRoutes(worldDate)) await system.approvals.routes.add(tx, systemActor, route)
}

/** After the accounts are open: who drafts, who reviews, and what staff are asked about just now. */
export async function loadRuleMaking({ tx, system, worldDate }: HistorySeeding): Promise<void> {
  const people = districtPeople({ seed: districtSeed, day: worldDate })
  await giveRole({ tx, system, worldDate }, people, { key: 'people', role: regulationsOfficer })
  await giveRole({ tx, system, worldDate }, people, { key: 'places', role: legalReviewer })
  const drafter = actorOf(people, { key: 'people', role: regulationsOfficer })
  const rule = await houseRule(tx, '会议室管理办法')
  const { number } = await system.matters.start(tx, drafter, ruleMaking, {
    input: { title: rule.title, aim: 'revise', rank: 'measure', document: rule.id, reason: '约了不用的多，夏天开得太冷；按室内温度控制标准补一条，并写明取消时限。' },
  })
  const version = async (): Promise<number> => (await system.matters.read(tx, drafter, ruleMaking, number)).version
  await system.matters.step(tx, drafter, ruleMaking, number, 'write', { input: { draft: meetingRoomDraft }, version: await version() })
  await system.matters.step(tx, drafter, ruleMaking, number, 'ask', {
    input: { opinionsUntil: addDays(worldDate, 14) }, lines: { asked: [{ organ: people.organ('财政局').id }, { organ: people.organ('发改委').id }] }, version: await version(),
  })
  await system.matters.step(tx, actorOf(people, { key: 'staff' }), ruleMaking, number, 'opine', {
    lines: { opinions: [{ article: '第三条', text: '提前两个工作日太长，临时接待来不及，建议仍是一个工作日。' }] }, version: await version(),
  })
  await system.matters.step(tx, actorOf(people, { key: 'liaison' }), ruleMaking, number, 'opine', {
    lines: { opinions: [{ text: '暂停预约要事先告知单位联络员。' }] }, version: await version(),
  })
  await standBeforeIssue({ tx, system, worldDate }, people)
}

/** Drafted and reviewed: it waits for the day from which it is to hold, and the natural one is taken. */
async function standBeforeIssue({ tx, system, worldDate }: Pick<Seeding, 'tx' | 'system' | 'worldDate'>, people: DistrictPeople): Promise<void> {
  const drafter = actorOf(people, { key: 'people', role: regulationsOfficer })
  const reviewer = actorOf(people, { key: 'places', role: legalReviewer })
  const { id, title } = await houseRule(tx, plants.takenDay.rule)
  const { number } = await system.matters.start(tx, drafter, ruleMaking, {
    input: { title, aim: 'revise', rank: 'measure', document: id, reason: '新年起改为预约以后，残疾人访客不便；一人登记多辆的占了车位。' },
  })
  const take = async (actor: Actor, step: 'write' | 'ask' | 'submit' | 'pass', given: { input?: Record<string, unknown>; comment?: string }): Promise<void> => {
    const { version } = await system.matters.read(tx, actor, ruleMaking, number)
    await system.matters.step(tx, actor, ruleMaking, number, step, { ...given, version })
  }
  await take(drafter, 'write', { input: { draft: parkingDraft } })
  await take(drafter, 'ask', { input: { opinionsUntil: worldDate } })
  await take(drafter, 'submit', { comment: '只改两条，已当面听取各单位联络员意见' })
  await take(reviewer, 'pass', { input: { finding: '与上位规定不抵触；施行日期请与已印发的版本错开。' } })
}
/** @throws Error when the house has no rule of that title. */
async function houseRule(tx: Tx, title: string): Promise<{ id: string; title: string }> {
  const { rows: [rule] } = await sql<{ id: string; title: string }>`
    select id, title from regulations.document where kind = 'house' and title like ${`%${title}`}`.execute(tx)
  if (!rule) throw new Error(`the demonstration has no rule called ${title}`)
  return rule
}

async function giveRole({ tx, system, worldDate }: Pick<Seeding, 'tx' | 'system' | 'worldDate'>, people: DistrictPeople, { key, role }: { key: NamedKey; role: Role }): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from access.account where person = ${people.named(key).id}::uuid`.execute(tx)
  // a district may be loaded without the accounts of the service desk
  for (const { id } of rows) await system.access.grants.give(tx, systemActor, { account: id, role: role.role, site: null, organ: null, from: worldDate, reason: '演示' })
}
function actorOf(people: DistrictPeople, { key, role }: { key: NamedKey; role?: Role }): Actor {
  const { id, name } = people.named(key)
  return { ...systemActor, principal: { account: id, person: id, name, session: 'demonstration', grants: role ? [{ role: role.role, organs: null, sites: null }] : [] } }
}
