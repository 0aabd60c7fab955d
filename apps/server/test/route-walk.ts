// The walk of every role over the routes of the real application: what each was answered, and how it is written down.
import { everyone } from '@houqin/define'
import { problemTypes } from '@houqin/problem'
import type { Answer, Caller, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { routeRequests } from './route-request.ts'
import type { Route } from './route-request.ts'

export interface Column {
  readonly title: string
  readonly role: string | null
  readonly somebody: Somebody | null
  readonly caller: Caller
}
export interface Called extends Route {
  readonly rule: string
  readonly statuses: readonly number[]
  /** As the paper shows them. */
  readonly cells: readonly string[]
}
export interface Walk {
  readonly columns: readonly Column[]
  readonly called: readonly Called[]
  /** Answers that should not be, in words. */
  readonly wrong: readonly string[]
}

/** @param which the routes that are walked: a file has its time, and all of them need more. */
export async function walk(house: TestSystem, which: (url: string) => boolean): Promise<Walk> {
  const asker = await house.as('everyone', { name: '申请人', address: '10.0.0.2' })
  const columns: Column[] = [
    { title: 'nobody', role: null, somebody: null, caller: house.anonymous('10.0.0.1') },
    { title: 'who asked', role: everyone.role, somebody: asker, caller: asker },
  ]
  for (const role of house.system.catalogue.roles.values()) {
    const somebody = await house.as(role)
    columns.push({ title: role.role.replace('kernel.', ''), role: role.role, somebody, caller: somebody })
  }
  const called: Called[] = []
  const wrong: string[] = []
  const requestOf = await routeRequests(house, asker)
  for (const { method, url, rule } of walkable(house).filter((one) => which(one.url)))
    for (const route of expanded(house, { method, url })) {
      const statuses: number[] = []
      const cells: string[] = []
      for (const [at, { title, somebody, caller }] of columns.entries()) {
        const { path, spend, token, ...asking } = await requestOf(route, somebody)
        const answer = await (token === undefined ? caller : house.anonymous()).call<Record<string, unknown> | null>(method, path, {
          // an address for each caller, and a new one every few routes: what is limited by address is not what is asked about here
          from: `10.${1 + (called.length >> 4)}.1.${at}`, ...asking, headers: { ...asking.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        })
        statuses.push(answer.status)
        cells.push(cellOf(answer))
        if (answer.status < 300 && method !== 'GET') spend()
        const isProblem = typeof answer.body?.['type'] === 'string' && Object.hasOwn(problemTypes, answer.body['type'].replace('/problems/', ''))
        if (answer.status >= 500 || (answer.status >= 400 && !isProblem)) wrong.push(`${method} ${path} by ${title}: ${answer.status} ${answer.text.slice(0, 300)}`)
      }
      called.push({ ...route, statuses, cells, rule: typeof rule === 'string' ? rule : rule.map(({ role }) => role).join(' ') })
    }
  return { columns, called, wrong }
}

/** Events are a stream that does not end, and have a test of their own; HEAD is what GET is, without the body. */
const walkable = (house: TestSystem) => house.app.ruledRoutes.filter(({ method, url }) => method !== 'HEAD' && url !== '/api/events')

/** A route over declared things is one for each of them. */
function expanded(house: TestSystem, { method, url }: Route): readonly Route[] {
  const { standards, signals, reports } = house.system.catalogue
  const kind = /^\/api\/(standards|signals|reports)\/:id/.exec(url)?.[1]
  const ids = kind === 'standards' ? standards : kind === 'signals' ? signals : kind === 'reports' ? reports : undefined
  return ids ? [...ids.keys()].map((id) => ({ method, url: url.replace(':id', id) })) : [{ method, url }]
}

function cellOf({ status, body }: Answer<Record<string, unknown> | null>): string {
  if (status >= 300) return String(status)
  // readings are taken one by one: an answer may be that none of them was
  return body?.['accepted'] === 0 ? 'none' : 'ok'
}
export function paper({ columns, called }: Walk): string {
  const groups = Map.groupBy(called, ({ url }) => /^\/api\/(?:registers|matters)\/([\w.-]+)/.exec(url)?.[1] ?? 'the rest')
  const head = columns.map(({ title }) => title)
  return [
    '# Every route by every role', '',
    'Made by calling the running application: one request for each route and role, with a body that is right and things that exist.',
    'Roles of a site or an organ are granted for the one in question. `ok` is done, `401` asks to sign in, `403` and `404` are not let in',
    '(what one may not see does not exist), `409` and `422` are let in and told why not now; `none` is heard, and nothing of it taken.', '',
    ...[...groups].flatMap(([title, routes]) => [
      `## ${title}`, '',
      `| | ${head.join(' | ')} |`, `|---|${head.map(() => '---|').join('')}`,
      ...routes.map(({ method, url, cells }) => `| ${method} ${url} | ${cells.join(' | ')} |`), '',
    ]),
  ].join('\n')
}
