// Approvals in a story 审批: rows for the routes of rule-making, and what somebody decides in one.
import assert from 'node:assert/strict'
import type { MatterWire } from '@houqin/matters'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'

/** Procedures are agreed by a leader; the rest by two leaders, one after the other. */
export async function setRoutes(house: TestSystem, leaders: readonly [Somebody, Somebody]): Promise<void> {
  const officer = await house.as('approval-officer')
  const stage = (title: string, who: object): object => ({ title, mode: 'any', who: [who] })
  const [first, second] = leaders.map((leader) => ({ person: leader.person }))
  const row = (route: string, kind: string | null, stages: readonly object[]): object => ({
    route, organ: null, kind, amountFrom: null, amountBelow: null, from: '2026-11-01', to: null, stages, source: '测试',
  })
  for (const one of [
    row('regulations.issue', null, [stage('分管领导', first ?? {}), stage('主要领导', second ?? {})]),
    row('regulations.issue', 'procedure', [stage('分管领导', first ?? {})]),
    row('regulations.repeal', null, [stage('主要领导', second ?? {})]),
  ]) {
    const answer = await officer.post('/api/approval/routes', one)
    assert.equal(answer.status, 201, answer.text)
  }
}

export async function decide(who: Somebody, seen: Pick<MatterWire, 'matter' | 'number'>, action: string, comment?: string): Promise<MatterWire> {
  const { route } = await who.see(seen)
  const own = route?.stages.flatMap(({ tasks }) => tasks).find((task) => task.may.includes(action))
  assert.ok(own, `${who.name} may not ${action}`)
  const answer = await who.post<MatterWire>(`/api/matters/${seen.matter}/${seen.number}/tasks/${own.id}`, { action, version: own.version, ...(comment !== undefined && { comment }) })
  assert.equal(answer.status, 200, answer.text)
  return answer.body
}
