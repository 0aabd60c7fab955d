// The page of the interface, docs/api.md, is true: every call on it exists, and every sample answers as it says.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { problemTypes } from '@houqin/problem'
import { room, site } from '@houqin/places'
import { material, purchase, repair } from '@houqin/service-desk'
import { callerOf, testSubsystem } from '@houqin/testing/subsystem'
import type { Caller, TestSystem } from '@houqin/testing/subsystem'
import { Validator } from '@seriousme/openapi-schema-validator'
import { parts } from '../src/subsystems.ts'
import { shapeFaults } from './shape-faults.ts'

const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')

interface Described {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly [more: string]: unknown
}
let desk: TestSystem
let described: Described
before(async () => {
  desk = await testSubsystem(parts)
  described = (await desk.anonymous().get<Described>('/api/openapi.json')).body
})

describe('the machine-readable form', () => {
  it('is valid OpenAPI 3.1', async () => {
    assert.equal(described.openapi, '3.1.0')
    const { valid, errors } = await new Validator().validate(structuredClone(described))
    assert.ok(valid, JSON.stringify(errors ?? []).slice(0, 2000))
  })

  it('has every call the page names', () => {
    const named = callsOf(page).filter(({ path }) => path.startsWith('/api/') && path !== '/api/docs' && path !== '/api/openapi.json')
    assert.ok(named.length > 50, `the page names ${named.length} calls`)
    const known = Object.entries(described.paths).map(([path, methods]) => ({ expression: asExpression(path), methods }))
    const missing = named.filter(({ method, path }) => !known.some(({ expression, methods }) => expression.test(path) && Object.hasOwn(methods, method.toLowerCase())))
    assert.deepEqual(missing, [])
  })

  it('and the page’s list of problems is the closed list', () => {
    const listed = Object.fromEntries([...page.matchAll(/`([a-z-]+)` (\d{3})/g)].map(([, type, status]) => [type, Number(status)]))
    assert.deepEqual(listed, Object.fromEntries(Object.entries(problemTypes).map(([type, { status }]) => [type, status])))
  })
})

describe('the samples of the page, asked of the demonstration', () => {
  const samples = [...page.matchAll(/```http\n([\s\S]*?)```/g)].map(([, text]) => sampleOf(text ?? ''))
  const accounts = parts.flatMap(({ demo }) => demo?.accounts ?? [])
  const signedIn = async (username: string): Promise<Caller> => {
    const account = accounts.find((one) => one.username === username)
    assert.ok(account, username)
    const { body } = await desk.anonymous().post<{ token: string }>('/api/session', { username, password: account.password })
    return callerOf(desk.app, { token: body.token })
  }
  const sample = (begins: string) => {
    const found = samples.filter(({ method, path }) => `${method} ${path}`.startsWith(begins))
    assert.equal(found.length, 1, begins)
    const [only] = found
    assert.ok(only)
    return only
  }

  before(async () => {
    await desk.system.db.transaction().execute(async (tx) => {
      for (const { demo } of parts) await demo?.base({ tx, system: desk.system, worldDate: desk.clock.today() })
    })
  })

  it('are the four this file knows', () => {
    assert.equal(samples.length, 4)
  })

  it('signing in', async () => {
    const { method, path, body, status, answer } = sample('POST /api/session')
    const password = accounts.find(({ username }) => username === (body as { username: string }).username)?.password
    const real = await desk.anonymous().call(method, path, { body: { ...body, password } })
    assert.equal(real.status, status)
    assert.match(String(real.headers['set-cookie']), /^houqin_session=.*Path=\/.*HttpOnly; SameSite=Lax/)
    assert.deepEqual(shapeFaults(answer, real.body), [])
    assert.match(String(real.body['token']), /^hq_/)
  })

  it('a page of sites, of 92', async () => {
    const { method, path, status, answer } = sample('GET /api/registers/places.site')
    const real = await (await signedIn('liu.min')).call<{ rows: unknown[]; total: number }>(method, path)
    assert.equal(real.status, status)
    assert.deepEqual(shapeFaults(answer, real.body), [])
    assert.deepEqual([real.body.rows.length, real.body.total], [2, 92])
  })

  it('a dispatch', async () => {
    const { method, path, body, status, answer } = sample('POST /api/matters/service-desk.repair/')
    const { rows: [door] } = await desk.system.registers.list(desk.system.db, await actorOf('he.wei'), room, { limit: 1 })
    assert.ok(door)
    const asked = await (await signedIn('liu.min')).post<{ number: string; version: number }>(`/api/matters/${repair.id}`, { input: { what: '灯不亮', urgency: 'normal', room: door.id } })
    const worker = (await (await signedIn('chen.zhiqiang')).get<{ person: { id: string } }>('/api/me')).body.person.id
    const real = await (await signedIn('shen.lihua')).call(method, path.replace(/BX-[\d-]+/, asked.body.number), { body: { ...body, input: { worker }, version: asked.body.version } })
    assert.equal(real.status, status, real.text)
    assert.deepEqual(shapeFaults(answer, real.body), [])
    assert.deepEqual(['state', 'stateTitle'].map((key) => real.body[key]), ['state', 'stateTitle'].map((key) => (answer as Record<string, unknown>)[key]))
  })

  it('a refusal in an approval', async () => {
    const { method, path, body, status, answer } = sample('POST /api/matters/service-desk.purchase/')
    const officer = await actorOf('he.wei')
    const { rows: [compound] } = await desk.system.registers.list(desk.system.db, officer, site, { q: '机关大院', limit: 1 })
    const { rows: [item] } = await desk.system.registers.list(desk.system.db, officer, material, { limit: 1 })
    const worker = await signedIn('chen.zhiqiang')
    const drafted = await worker.post<{ number: string; version: number }>(`/api/matters/${purchase.id}`, {
      input: { what: '灯盘和镇流器', site: compound?.id, manner: 'mall' }, lines: { items: [{ material: item?.id, quantity: '12', price: '96.50' }] },
    })
    assert.equal(drafted.status, 201, drafted.text)
    const address = `/api/matters/${purchase.id}/${drafted.body.number}`
    const asked = await worker.post(`${address}/steps/submit`, { input: { amount: '1158' }, version: drafted.body.version })
    assert.equal(asked.status, 200, asked.text)
    const decider = await signedIn('sun.xiaowen')
    const { body: { route } } = await decider.get<{ route: { stages: { tasks: { id: string; version: number; may: string[] }[] }[] } }>(address)
    const task = route.stages.flatMap(({ tasks }) => tasks).find(({ may }) => may.includes('refuse'))
    assert.ok(task)
    const real = await decider.call(method, path.replace(/CG-[\d-]+/, drafted.body.number).replace(/[^/]+$/, task.id), { body: { ...body, version: task.version } })
    assert.equal(real.status, status, real.text)
    assert.deepEqual(shapeFaults(answer, real.body), [])
    assert.equal(real.body['stateTitle'], (answer as Record<string, unknown>)['stateTitle'])
  })

  async function actorOf(username: string) {
    const account = accounts.find((one) => one.username === username)
    const { token } = await desk.system.access.sessions.signIn(desk.system.db, { username, password: account?.password ?? '', ip: '127.0.0.1', agent: 'test' })
    const { principal } = await desk.system.access.sessions.authenticate(desk.system.db, { token })
    return { principal, locale: 'zh', ip: '127.0.0.1', request: 'test' } as const
  }
})

/** `METHOD /path` in the page, with an example in place of each name; `…` stands for how the path before it began. */
function callsOf(text: string): { method: string; path: string }[] {
  const calls: { method: string; path: string }[] = []
  let before = ''
  for (const [, method = 'GET', written = ''] of text.matchAll(/`(?:(GET|POST|PATCH|DELETE) )?((?:\/|…\/)[^`\s?]*)(?:\?[^`]*)?(?: [^`]*)?`/g)) {
    const path = written.startsWith('…') ? continued(before, written.slice(1)) : written
    before = path
    // only a matter with an approval has tasks
    const matter = /\/(tasks\/|agree$|who-decides$)/.test(path) ? purchase.id : repair.id
    const examples: Readonly<Record<string, string>> = { '{register}': 'places.room', '{matter}': matter, '{step}': path.startsWith('/api/q/') ? 'confirm' : 'dispatch' }
    calls.push({ method, path: path.replace(/\{\w+\}/g, (name) => examples[name] ?? 'example') })
  }
  return calls
}
function continued(before: string, rest: string): string {
  const [, first = ''] = rest.split('/')
  const segments = before.split('/')
  const at = segments.indexOf(first)
  return [...segments.slice(0, at === -1 ? -1 : at), ...rest.split('/').slice(1)].join('/')
}
function asExpression(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, String.raw`\.`).replace(/\{\w+\}/g, '[^/]+')}$`)
}

interface Sample {
  readonly method: string
  readonly path: string
  readonly body: object | undefined
  readonly status: number
  readonly answer: unknown
}
/** A request, an empty line, and its answer: status, headers, body. */
function sampleOf(text: string): Sample {
  const [asked = '', answered = ''] = text.trim().split('\n\n')
  const [request = '', ...body] = asked.split('\n')
  const [method = '', path = ''] = request.split(' ')
  const [line = '', ...rest] = answered.split('\n')
  const json = rest.slice(rest.findIndex((one) => one.startsWith('{'))).join('\n')
  return {
    method, path, status: Number(line.split(' ')[0]), answer: readLoose(json),
    body: body.length > 0 ? readLoose(body.join('\n')) as object : undefined,
  }
}
/** JSON in which `…` outside a string stands for "and so on". */
function readLoose(text: string): unknown {
  return JSON.parse(text.replace(/("(?:[^"\\]|\\.)*")|,?\s*…/g, (_, kept: string | undefined) => kept ?? ''))
}
