// Approving 审批 in the stories of staffing: a route for everybody, and a decision taken by whoever is asked.
import assert from 'node:assert/strict'
import type { MatterWire } from '@houqin/matters'
import type { Somebody } from '@houqin/testing/subsystem'
import type { Stage } from '@houqin/wire'

/** What `who` may decide now in the approval he sees. */
export async function decide(who: Somebody, seen: Pick<MatterWire, 'matter' | 'number'>, action: string, more: Readonly<Record<string, unknown>> = {}): Promise<MatterWire> {
  const { route } = await who.see(seen)
  const own = route?.stages.flatMap(({ tasks }) => tasks).find((task) => task.may.includes(action))
  assert.ok(own, `${who.name} may not ${action}`)
  const answer = await who.post<MatterWire>(`/api/matters/${seen.matter}/${seen.number}/tasks/${own.id}`, { action, version: own.version, ...more })
  if (answer.status >= 400) throw new Error(answer.text)
  return answer.body
}

export async function writeRoute(officer: Somebody, route: string, stages: readonly Stage[], more: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const answer = await officer.post('/api/approval/routes', {
    route, organ: null, kind: null, amountFrom: null, amountBelow: null, from: '2026-11-24', to: null, stages, source: '测试', ...more,
  })
  assert.equal(answer.status, 201, answer.text)
}
