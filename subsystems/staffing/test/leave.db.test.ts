// A leave 请假: counted by the calendar, approved, with a deputy for those days and a successor for what is in hand; back again, nobody stands in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MatterWire } from '@houqin/matters'
import { bureauLeader } from '@houqin/people'
import { people } from '@houqin/people/server'
import { placesOfficer } from '@houqin/places'
import { places } from '@houqin/places/server'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { staffing } from '@houqin/staffing/server'
import { decide, writeRoute } from './approving.ts'

interface Story extends TestSystem {
  readonly chief: Somebody
  readonly second: Somebody
  readonly head: Somebody
  readonly officer: Somebody
  readonly wang: Somebody
  readonly leave: (by: Somebody, more?: object, handover?: readonly object[]) => Promise<MatterWire>
  readonly askRoles: () => Promise<MatterWire>
}
/** The chief approves roles; the head of the people's section approves leaves. */
async function story(): Promise<Story> {
  const house = await testSubsystem([people, places, staffing])
  const head = await house.as('people.officer', { name: '何主任' })
  const routes = await house.as('approval-officer', { name: '许静' })
  await writeRoute(routes, 'staffing.role-weight', [{ title: '局领导审批', mode: 'any', who: [{ role: bureauLeader.role }] }])
  await writeRoute(routes, 'staffing.leave-days', [{ title: '审批', mode: 'any', who: [{ person: head.person ?? '' }] }], { amountBelow: '6' })
  const officer = await house.as('people.officer', { name: '李静' })
  const wang = await house.as('everyone', { name: '王芳' })
  const posted = async (by: Somebody, path: string, body: object): Promise<MatterWire> => {
    const answer = await by.post<MatterWire>(path, body)
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.body
  }
  return {
    ...house, head, officer, wang,
    chief: await house.as('bureau-leader', { name: '顾明远' }),
    second: await house.as('everyone', { name: '张晓东' }),
    leave: (by, more = {}, handover = []) => posted(by, '/api/staffing/leaves', { input: { kind: 'annual', from: '2026-11-25', to: '2026-11-30', reason: '回乡探亲', ...more }, handover }),
    askRoles: () => posted(officer, '/api/staffing/role-requests', { person: wang.person, deed: 'give', reason: '接任', roles: [{ role: placesOfficer.role }] }),
  }
}
const inbox = async (who: Somebody): Promise<readonly string[]> => (await who.get<{ rows: { number: string }[] }>('/api/inbox')).body.rows.map(({ number }) => number)

test('an absent chief: what waits for him is taken over, what comes while he is away goes to his deputy and says so, and ends when he is back', async () => {
  const { chief, second, head, leave, askRoles, advance } = await story()
  const before = await askRoles()
  assert.deepEqual((await chief.get<{ rows: { number: string }[] }>('/api/staffing/held')).body.rows.map(({ number }) => number), [before.number])
  const asked = await leave(chief, { deputy: second.person }, [{ what: 'matter', number: before.number, to: second.person }, { what: 'key', title: '办公室钥匙', to: second.person }])
  assert.equal(asked.facts['days'], '4', 'Wednesday to Monday are four working days')
  assert.deepEqual(await inbox(second), [], 'nothing moves before it is approved')
  const away = await decide(head, asked, 'agree')
  assert.equal(away.stateTitle, '已批准')
  assert.deepEqual(away.lines['handover']?.rows.map((row) => row['outcome']), ['handed', 'handed'])
  assert.equal(away.dueAt, '2026-11-30T10:00:00.000Z')
  assert.deepEqual([await inbox(chief), await inbox(second)], [[asked.number], [before.number]])
  const passed = await decide(second, before, 'agree')
  assert.equal(passed.stateTitle, '待办理')
  assert.ok(passed.timeline.some(({ comment }) => comment === `因请假 ${asked.number}，由顾明远交张晓东`))

  await advance({ days: 1 })
  const later = await askRoles()
  assert.deepEqual(later.awaits.map(({ name }) => name), ['张晓东'])
  assert.deepEqual(later.route?.stages[0]?.tasks.map((task) => [task.person?.name, task.for?.name]), [['张晓东', '顾明远']])
  await decide(second, later, 'agree')

  await chief.take(await chief.see(asked), 'returns')
  assert.deepEqual((await askRoles()).awaits.map(({ name }) => name), ['顾明远'])
})

test('a loop of deputies refuses the last approver in words, and the leave is as it was', async () => {
  const { chief, second, head, leave } = await story()
  const days = { from: '2026-11-25', to: '2026-11-25', reason: '出差' }
  assert.equal((await second.post('/api/approval/deputies', { person: second.person, deputy: chief.person, ...days })).status, 201)
  const asked = await leave(chief, { deputy: second.person })
  await assert.rejects(decide(head, asked, 'agree'), /代理绕成了圈/)
  const seen = await chief.see(asked)
  assert.deepEqual([seen.state, seen.route?.outcome], ['drafted', 'open'])
})

test('what was closed meanwhile needs nobody; who asked it cannot take over its approval; days do not overlap', async () => {
  const { chief, second, officer, head, leave, askRoles } = await story()
  const [closed, own] = [await askRoles(), await askRoles()]
  const asked = await leave(chief, {}, [{ what: 'matter', number: closed.number, to: second.person }, { what: 'matter', number: own.number, to: officer.person }])
  await decide(chief, closed, 'agree')
  await assert.rejects(decide(head, asked, 'agree'), /不能交给他审批/)
  await assert.rejects(leave(chief, { from: '2026-11-28', to: '2026-12-01' }), /重叠/)
  await assert.rejects(leave(second, { from: '2026-11-26', to: '2026-11-25' }), /不能早于/)
})

test('a leave longer than any row of the route is told in words, and nothing of it is kept', async () => {
  const { second, leave } = await story()
  await assert.rejects(leave(second, { to: '2026-12-31' }), /审批/)
  assert.deepEqual(await inbox(second), [])
})
