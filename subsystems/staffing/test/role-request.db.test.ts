// Roles by an approved request 角色申请: who asks does not approve, who approves does not execute, whom it is for does neither.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '@houqin/access'
import { listEntries } from '@houqin/audit'
import { securityAdmin, systemAdmin } from '@houqin/define'
import type { MatterWire } from '@houqin/matters'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { people } from '@houqin/people/server'
import { placesOfficer } from '@houqin/places'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { staffing } from '@houqin/staffing/server'
import { decide, writeRoute } from './approving.ts'

interface Story extends TestSystem {
  readonly officer: Somebody
  readonly leader: Somebody
  readonly security: Somebody
  readonly wang: Somebody
  readonly ask: (by: Somebody, more?: object) => Promise<MatterWire>
}
const stage = { title: '局领导审批', mode: 'any', who: [{ role: bureauLeader.role }] } as const

async function story(): Promise<Story> {
  const house = await testSubsystem([people, places, staffing])
  const routes = await house.as('approval-officer', { name: '许静' })
  await writeRoute(routes, 'staffing.role-weight', [stage])
  await writeRoute(routes, 'staffing.role-weight', [], { kind: 'withdraw' })
  const wang = await house.as('everyone', { name: '王芳' })
  return {
    ...house, wang,
    officer: await house.as('people.officer', { name: '李静' }),
    leader: await house.as('bureau-leader', { name: '顾明远' }),
    security: await house.as('security-admin', { name: '冯岚', person: null }),
    ask: async (by, more = {}) => {
      const answer = await by.post<MatterWire>('/api/staffing/role-requests', { person: wang.person, deed: 'give', reason: '接任房产科', roles: [{ role: placesOfficer.role }], ...more })
      if (answer.status !== 201) throw new Error(answer.text)
      return answer.body
    },
  }
}
const heldBy = async ({ system, security }: Story, { account }: Somebody) =>
  (await system.access.grants.list(system.db, await security.actor(), { account })).rows.map(({ role, state, matter, withdrawalMatter, reason }) => ({ role, state, matter, withdrawalMatter, reason }))

test('asked by the officer, agreed by a leader, done by the security administrator; the grant tells its matter', async () => {
  const house = await story()
  const { officer, leader, security, wang, ask, system } = house
  const asked = await ask(officer)
  assert.equal(asked.facts['weight'], 'district')
  assert.deepEqual(asked.lines['roles']?.rows.map((row) => row['title']), ['场所管理员'], 'the server says what the role is called')
  assert.deepEqual(asked.awaits.map(({ name }) => name), ['顾明远'])
  assert.deepEqual(await heldBy(house, wang), [])
  const approved = await decide(leader, asked, 'agree')
  assert.equal(approved.stateTitle, '待办理')
  await assert.rejects(leader.take(approved, 'execute'), { problem: 'not-allowed' })
  await assert.rejects(officer.take(await officer.see(asked), 'execute'), { problem: 'not-allowed' })
  const done = await security.take(await security.see(asked), 'execute')
  assert.equal(done.stateTitle, '已办理')
  assert.deepEqual(done.lines['roles']?.rows.map((row) => row['outcome']), ['done'])
  assert.deepEqual(await heldBy(house, wang), [{
    role: placesOfficer.role, state: 'in-force', matter: `staffing.role-request/${asked.number}`, withdrawalMatter: null, reason: `接任房产科（${asked.number}）`,
  }])
  const { rows: [entry] } = await listEntries(system.db, { action: 'access.grant', kind: 'access.account', id: wang.account })
  assert.ok(JSON.stringify(entry).includes(asked.number), 'the audit names the matter')

  // Taken back by the same way; the row that asks nobody sends it straight to the security administrator.
  const back = await ask(officer, { deed: 'withdraw', reason: '调离房产科' })
  assert.equal(back.stateTitle, '待办理')
  await security.take(await security.see(back), 'execute')
  assert.deepEqual((await heldBy(house, wang)).map(({ state, withdrawalMatter }) => [state, withdrawalMatter]), [['withdrawn', `staffing.role-request/${back.number}`]])
})

test('whom it is for decides nothing of it: not by his role, not as a deputy, not when somebody hands it to him', async () => {
  const { officer, leader, wang, ask, system } = await story()
  // 王芳 becomes a leader herself, and the leader's deputy.
  await system.db.transaction().execute((tx) => system.access.grants.give(tx, systemActor, { account: wang.account, role: bureauLeader.role, reason: '测试' }))
  const today = system.clock.today()
  assert.equal((await leader.post('/api/approval/deputies', { person: leader.person, deputy: wang.person, from: today, to: today, reason: '出差' })).status, 201)
  const asked = await ask(officer)
  assert.deepEqual(asked.awaits.map(({ name }) => name), ['顾明远'])
  const own = asked.route?.stages[0]?.tasks[0]
  const handed = await leader.post(`/api/matters/${asked.matter}/${asked.number}/tasks/${own?.id}`, { action: 'transfer', version: own?.version, to: wang.person })
  assert.equal(handed.status, 403, handed.text)
  assert.match(handed.text, /当事人不能审批/)
  const page = await wang.see(asked)
  assert.deepEqual([page.route?.may, page.steps.length], [[], 0], 'she reads along and can neither withdraw nor take a step')
  // Where she alone sits there, nobody does.
  const alone = await story()
  const { person } = alone.leader
  const stuck = await alone.ask(alone.officer, { person })
  assert.deepEqual(stuck.route?.stages[0]?.tasks.map(({ vacancy }) => vacancy), ['只有发起人或当事人自己，不能自己审批'])
})

test('roles that exclude each other are refused in words, and nothing of the request is done', async () => {
  const house = await story()
  const { officer, leader, security, wang, ask } = house
  const asked = await ask(officer, { roles: [{ role: placesOfficer.role }, { role: securityAdmin.role }, { role: systemAdmin.role }], reason: '信息科人手不够' })
  assert.equal(asked.facts['weight'], 'system')
  await decide(leader, asked, 'agree')
  const before = await security.see(asked)
  await assert.rejects(security.take(before, 'execute'), /不得由同一人担任/)
  assert.deepEqual(await heldBy(house, wang), [], 'all or nothing')
  // He gives the one and declines the other, line by line.
  const [, , system] = before.lines['roles']?.rows ?? []
  const done = await security.take(before, 'execute', { lines: { roles: [{ id: system?.id, outcome: 'declined' }] } })
  assert.deepEqual(done.lines['roles']?.rows.map((row) => row['outcome']), ['done', 'done', 'declined'])
  assert.deepEqual((await heldBy(house, wang)).map(({ role }) => role).sort(), [securityAdmin.role, placesOfficer.role].sort())
})

test('who asked and is a security administrator too does not execute what he asked', async () => {
  const { leader, security, ask, as } = await story()
  const both = await as(['people.officer', 'security-admin'], { name: '双岗' })
  const asked = await ask(both)
  await decide(leader, asked, 'agree')
  await assert.rejects(both.take(await both.see(asked), 'execute'), /申请人和被授予人不能自己办理/)
  assert.equal((await security.take(await security.see(asked), 'execute')).state, 'done')
})

test('a second press finds it done; lines that do not fit are named where they stand; a liaison asks for his own organ alone', async () => {
  const house = await story()
  const { officer, leader, security, ask, as, make, wang } = house
  const asked = await ask(officer)
  await decide(leader, asked, 'agree')
  const seen = await security.see(asked)
  const pressed = await Promise.allSettled([security.take(seen, 'execute'), security.take(seen, 'execute')])
  assert.deepEqual(pressed.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
  assert.equal((await heldBy(house, wang)).length, 1)

  const wrong = await officer.post('/api/staffing/role-requests', { person: wang.person, deed: 'give', reason: '试试', roles: [{ role: liaison.role }, { role: 'people.king' }] })
  assert.equal(wrong.status, 422)
  assert.deepEqual((wrong.body as { issues: { at: string }[] }).issues.map(({ at }) => at), ['lines.roles[0].organ', 'lines.roles[1].role'])

  const elsewhere = await make(organ, { name: '别的单位' })
  const stranger = await as(liaison, { organ: elsewhere, name: '别家联络员' })
  await assert.rejects(ask(stranger), /不管所选的单位/)
})
