// The desk of the small office 样例机关的办事台: its people at work, its routes, and what each of them does in an approval.
import assert from 'node:assert/strict'
import type { Effects, MatterWire } from '@houqin/matters'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Somebody, TestSystem } from '@houqin/testing/subsystem'
import type { RouteRow, Stage } from '@houqin/wire'
import { office, organ, spending } from './office.ts'

export interface OfficeDesk extends TestSystem {
  readonly bureau: string
  readonly section: string
  readonly asker: Somebody
  readonly officer: Somebody
  /** Three who approve; none of them has a role. */
  readonly zhao: Somebody
  readonly qian: Somebody
  readonly sun: Somebody
  /** Brings a route into force that asks these stages. */
  readonly route: (stages: readonly Stage[], more?: Readonly<Record<string, unknown>>) => Promise<RouteRow>
  /** A spending that is handed in for approval. */
  readonly submit: (amount?: string) => Promise<MatterWire>
}
export const anyDay = { organ: null, kind: null, amountFrom: null, amountBelow: null, from: '2026-11-24', to: null, source: '本单位内部控制规定' }

/** Tuesday morning, 09:30. @param effects what follows from its steps. */
export async function openOffice(...effects: readonly Effects[]): Promise<OfficeDesk> {
  const house = await testSubsystem({ ...office, effects })
  const bureau = (await house.make(organ, { name: '机关事务局' })).id
  const section = (await house.make(organ, { name: '维修科', parent: bureau })).id
  const officer = await house.as('approval-officer', { name: '许静', organ: bureau })
  const asker = await house.as('kernel.everyone', { name: '陈师傅', organ: section })
  const named = (name: string): Promise<Somebody> => house.as('kernel.everyone', { name, organ: section })
  return {
    ...house, bureau, section, officer, asker,
    zhao: await named('赵科长'), qian: await named('钱局长'), sun: await named('孙会计'),
    route: async (stages, more = {}) => done(await officer.post<RouteRow>('/api/approval/routes', { route: 'office.spending', ...anyDay, stages, ...more }), 201),
    submit: async (amount = '100') => {
      const asked = await asker.ask(spending, { what: '买灯管', kind: 'repair', organ: section })
      return asker.take(await asker.take(asked, 'propose'), 'submit', { input: { amount } })
    },
  }
}

export function done<Body>({ status, body, text }: Answer<Body>, expected = 200): Body {
  assert.equal(status, expected, text)
  return body
}
export type Seen = Pick<MatterWire, 'matter' | 'number'>

/** The task in which `who` may do `action` now, as he sees it. */
export async function taskFor(who: Somebody, seen: Seen, action: string): Promise<{ id: string; version: number } | undefined> {
  const { route } = await who.see(seen)
  if (route?.may.includes(action)) return route
  return route?.stages.flatMap(({ tasks }) => tasks).find(({ may }) => may.includes(action))
}
export async function act(who: Somebody, seen: Seen, action: string, more: Readonly<Record<string, unknown>> = {}): Promise<Answer<MatterWire>> {
  const task = await taskFor(who, seen, action)
  assert.ok(task, `${who.name} may not ${action}`)
  return who.post<MatterWire>(`/api/matters/${seen.matter}/${seen.number}/tasks/${task.id}`, { action, version: task.version, ...more })
}
/** Does it, and it is done. */
export async function does(who: Somebody, seen: Seen, action: string, more: Readonly<Record<string, unknown>> = {}): Promise<MatterWire> {
  return done(await act(who, seen, action, more))
}
/** Numbers of what waits for somebody. */
export async function inboxOf(who: Somebody): Promise<readonly string[]> {
  return done(await who.get<{ rows: { number: string }[] }>('/api/inbox')).rows.map(({ number }) => number)
}
export function seats(...persons: readonly Somebody[]): Stage['who'] {
  return persons.map(({ person }) => ({ person: person ?? '' }))
}
export function said({ timeline }: MatterWire): readonly (readonly [string, string])[] {
  return timeline.flatMap(({ what, label, by }) => (what === 'approval' ? [[label.replace('报批 · ', ''), by.name] as const] : []))
}
