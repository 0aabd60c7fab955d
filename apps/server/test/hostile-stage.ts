// The stage of the hostile tests: every route, somebody who may do what is behind it, and a judge of the answers.
import assert from 'node:assert/strict'
import { auditAdmin, kernelRoles, securityAdmin, systemAdmin } from '@houqin/define'
import { problemTypes } from '@houqin/problem'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Asking, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'
import { routeRequests } from './route-request.ts'
import type { RequestOf, Route } from './route-request.ts'

export interface Stage {
  readonly house: TestSystem
  readonly requestOf: RequestOf
  readonly reads: readonly HostileRoute[]
  readonly writes: readonly HostileRoute[]
}
export type HostileRoute = Route & { readonly by: Somebody }
export interface Tally {
  sent: number
  slowest: { ms: number; what: string }
  readonly wrong: string[]
}

export async function hostileStage(): Promise<Stage> {
  const house = await testSubsystem(parts)
  // whoever may do everything there is to do: the narrower the rule, the less of a route is reached
  const business = [...house.system.catalogue.roles.values()].filter((role) => !kernelRoles.some((one) => one.role === role.role))
  const everybody = await house.as(business, { name: '什么都能办的人' })
  const administrators = new Map<string, Somebody>(await Promise.all([systemAdmin, securityAdmin, auditAdmin].map(async (role) => [role.role, await house.as(role)] as const)))
  const requestOf = await routeRequests(house, everybody)
  const routes = house.app.ruledRoutes
    .filter(({ method, url }) => method !== 'HEAD' && url !== '/api/events' && !url.startsWith('/api/docs'))
    // signing out would end the walk
    .filter(({ method, url }) => !(url.startsWith('/api/session') && method === 'DELETE') && url !== '/api/identity/leave')
    .map(({ method, url, rule }) => ({ method, url, by: (typeof rule === 'string' ? undefined : rule.map(({ role }) => administrators.get(role)).find((one) => one !== undefined)) ?? everybody }))
  return { house, requestOf, reads: routes.filter(({ method }) => method === 'GET'), writes: routes.filter(({ method }) => method !== 'GET') }
}

/** What is wrong with an answer, whatever was sent. */
function judge({ status, body, text, headers }: Answer<Record<string, unknown> | null>): string | undefined {
  if (status < 400) return undefined
  if (status >= 500) return `${status} ${text.slice(0, 300)}`
  const type = String(body?.['type']).replace('/problems/', '')
  if (!Object.hasOwn(problemTypes, type)) return `${status} is no problem document: ${text.slice(0, 200)}`
  if (problemTypes[type as keyof typeof problemTypes].status !== status) return `${status} for ${type}`
  if (!/\p{Script=Han}/u.test(String(body?.['detail']))) return `${status} without a sentence: ${text.slice(0, 200)}`
  if (!String(headers['content-type']).startsWith('application/problem+json')) return `${status} as ${String(headers['content-type'])}`
  if (/\bat .+:\d+:\d+|node_modules|\.ts:\d/.test(text)) return `a stack: ${text.slice(0, 300)}`
  return text.length > 60_000 ? `an answer of ${text.length} characters` : undefined
}

export const newTally = (): Tally => ({ sent: 0, slowest: { ms: 0, what: '' }, wrong: [] })

let addresses = 0
interface Sending {
  readonly by: Somebody
  readonly what: string
  readonly method: string
  readonly path: string
  readonly asking: Asking
}
/** Sends, times and judges; answers the status. */
export async function send(tally: Tally, sending: Sending): Promise<number> {
  return (await answerTo(tally, sending)).status
}
/** As `send`, with the answer itself. */
export async function answerTo(tally: Tally, { by, what, method, path, asking }: Sending): Promise<Answer<Record<string, unknown> | null>> {
  const begun = performance.now()
  // never twice from one address: what is limited by address would soon be looked at no more
  const from = `10.${[16, 8, 0].map((bits) => (addresses >> bits) & 255).join('.')}`
  addresses += 1
  const answer = await by.call<Record<string, unknown> | null>(method, path, { ...asking, from })
  const ms = performance.now() - begun
  tally.sent += 1
  if (ms > tally.slowest.ms) tally.slowest = { ms, what: `${method} ${path.slice(0, 100)} with ${what}` }
  const odd = judge(answer)
  if (odd !== undefined) tally.wrong.push(`${method} ${path.slice(0, 160)} with ${what}: ${odd}`)
  return answer
}
export function finish(t: { diagnostic(text: string): void }, { sent, slowest, wrong }: Tally): void {
  t.diagnostic(`${sent} requests, the slowest took ${slowest.ms.toFixed(0)} ms: ${slowest.what}`)
  assert.deepEqual(wrong, [])
  assert.ok(sent > 100, `only ${sent} requests were sent`)
  assert.ok(slowest.ms < 3_000, `${slowest.what} took ${slowest.ms.toFixed(0)} ms`)
}
