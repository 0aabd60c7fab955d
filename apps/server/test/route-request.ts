// What it takes to call a route for its sake 每条路由的一次调用: things that exist, a body that is right, so that only the rule decides.
import { randomUUID } from 'node:crypto'
import { systemActor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import { everyone, statesBefore } from '@houqin/define'
import type { Fields, Matter, Register } from '@houqin/define'
import { enqueue } from '@houqin/jobs'
import { sampleValues } from '@houqin/testing/sample-values'
import type { Asking, Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { placesOf } from './matter-places.ts'
import { noticeRequest } from './notice-requests.ts'

export interface Route {
  readonly method: string
  /** As Fastify knows it; `:id` of a declared thing is already its id. */
  readonly url: string
}
export interface RouteRequest extends Asking {
  readonly path: string
  /** Whose session it is, where the call ends it. */
  readonly token?: string
  /** Call when it had an effect: the next caller gets something fresh. */
  readonly spend: () => void
}
/** @param caller null for whoever has not signed in. */
export type RequestOf = (route: Route, caller: Somebody | null) => Promise<RouteRequest>

const anyDay = { from: '2026-11-01T00:00:00.000Z', to: '2026-11-30T00:00:00.000Z', step: '3600' }
const report = { what: '走查', urgency: 'normal' }
/** Nobody listens there, and nobody is asked outside this machine. */
const providerBody = Object.freeze({
  title: '走查', issuer: 'http://127.0.0.1:9', clientId: 'walk', secret: 'walk', scopes: ['openid'], subjectClaim: 'sub', matching: [], enabled: true,
})
/** One white point: the smallest photo there is. */
const point = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2TAAAAABJRU5ErkJggg==', 'base64')

/** A ledger in which little is right. */
const ledger = { name: '走查.csv', type: 'text/csv', bytes: Buffer.from('姓名,工号,名称\n走查,W1,走查\n') }
/** @param asker asks for all matters of the walk. */
export async function routeRequests(house: TestSystem, asker: Somebody): Promise<RequestOf> {
  const { system } = house
  const { catalogue, db } = system
  for (const register of catalogue.registers.values()) await house.usual(register)
  // a lease is renewed where one runs, and a sample of a site is its owner's
  await sql`update places.site set tenure = 'leased', lease_until = null`.execute(db)
  const pool = new Map<string, Promise<unknown>>()
  let made = 0
  let planner: Promise<Somebody> | undefined

  /** The same thing again until it is spent. */
  function kept<T>(key: string, make: () => Promise<T>): Promise<T> {
    // what stands under a key was made by the same caller of `kept`
    const thing = (pool.get(key) as Promise<T> | undefined) ?? make()
    pool.set(key, thing)
    return thing
  }
  async function formOf(fields: Fields, owner: string): Promise<Record<string, unknown>> {
    made += 1
    return { ...sampleValues(fields, { nth: 3000 + made }), ...(await house.references(fields, owner)) }
  }
  const placeOf = placesOf(house, asker)
  async function matterFor(matter: Matter, state: string): Promise<{ number: string; version: number }> {
    // asked in his name, whatever role it takes to ask for it: what he may do afterwards is what the walk is about
    const actor = await asker.actor()
    const asking = { ...actor, principal: { ...actor.principal, grants: matter.access.start.map(({ role }) => ({ role, organs: null, sites: null })) } }
    const input = { ...(await formOf(matter.form, matter.id)), ...(await placeOf(matter)) }
    const { number } = await db.transaction().execute((tx) => system.matters.start(tx, asking, matter, { input }))
    // the walk asks who may take a step, not how the matter came to where the step begins
    await sql`update matter.matter set state = ${state} where number = ${number}`.execute(db)
    const { rows } = await sql<{ version: number }>`select version from matter.matter where number = ${number}`.execute(db)
    return { number, version: rows[0]?.version ?? 1 }
  }
  async function rowBody(register: Register): Promise<Record<string, unknown>> {
    made += 1
    const day = `2031-01-${String((made % 28) + 1).padStart(2, '0')}`
    return { ...(await formOf(register.fields, register.id)), ...(register.dated && { from: day, to: day }), ...(await freshAlike(register)) }
  }
  /** A row that holds for a day is alike no other when its first reference is a row of its own, else its day. */
  async function freshAlike(register: Register): Promise<Record<string, unknown>> {
    if (!register.dated) return {}
    const key = register.alike.find((one) => register.fields[one]?.kind === 'ref')
    const field = key === undefined ? undefined : register.fields[key]
    const target = field?.kind === 'ref' && field.to !== 'self' ? catalogue.registers.get(field.to.id) : undefined
    const day = addDays('2033-01-01', -(made += 1)) // ever earlier: a row without an end stands in nobody's way
    return key !== undefined && target ? { [key]: (await house.make(target)).id } : { from: day, to: day }
  }
  /** Two versions of a standard cannot begin on one day. */
  function versionBody(): Record<string, unknown> {
    made += 1
    const { id = '', parameters = {} } = [...catalogue.standards.values()].find(({ keep }) => keep !== undefined) ?? {}
    const [parameter = '', declared] = Object.entries(parameters)[0] ?? []
    const key = Object.keys(declared?.by ?? {})[0]
    const figure = { parameter, ...(key !== undefined && { key }), value: '1', level: '区', document: '走查', mark: 'U' }
    return { standard: id, startsOn: addDays('2031-01-01', made), figures: [figure] }
  }
  const freshAccount = (): Promise<string> => db.transaction().execute(async (tx) => {
    made += 1
    const { id } = await system.access.accounts.create(tx, systemActor, { username: `walk.${made}`, name: `走查${made}` })
    return id
  })

  function registerRequest(register: Register, { method, url }: Route): Promise<Asking & { id?: string; key: string }> {
    const rest = url.slice(`/api/registers/${register.id}`.length)
    const key = `row ${register.id}`
    const row = () => kept(key, async () => house.make(register, await freshAlike(register))).then(({ id }) => id)
    const reason = '走查'
    switch (`${method} ${rest}`) {
      case 'POST ':
        return rowBody(register).then((body) => ({ body, key }))
      case 'PATCH /:id':
        return row().then((id) => ({ id, key, headers: { 'if-match': '"1"' }, body: sampleValues(register.fields, { nth: 5000 + (made += 1) }) }))
      case 'POST /:id/retire':
        return row().then((id) => ({ id, key, headers: { 'if-match': '"1"' }, body: { reason } }))
      case 'POST /:id/merge':
        return row().then(async (id) => ({ id, key, body: { into: (await house.usual(register)).id, reason } }))
      case 'POST /import':
        return Promise.resolve({ key, query: { dryRun: 'true' }, ...upload(ledger) })
      case 'POST /:id/reveal':
        return house.usual(register).then(({ id }) => ({ id, key, body: { why: '走查' } }))
      case 'POST /:id/unmerge':
        return kept(`merged ${register.id}`, async () => {
          const { id } = await house.make(register, await freshAlike(register))
          const into = (await house.usual(register)).id
          await db.transaction().execute((tx) => system.registers.merge(tx, systemActor, register, id, { into, reason }))
          return id
        }).then((id) => ({ id, key: `merged ${register.id}`, body: { reason } }))
      default:
        return house.usual(register).then(({ id }) => ({ id, key }))
    }
  }

  async function matterRequest(matter: Matter, { method, url }: Route): Promise<Asking & { id?: string; key: string }> {
    const rest = url.slice(`/api/matters/${matter.id}`.length)
    const name = /\/steps\/(\w+)$/.exec(rest)?.[1]
    const step = name === undefined ? undefined : matter.steps[name]
    const state = step ? (statesBefore(step)[0] ?? matter.start) : matter.start
    const key = `${matter.id} ${state}`
    if (`${method} ${rest}` === 'POST ') return { key, body: { input: { ...(await formOf(matter.form, matter.id)), ...(await placeOf(matter)) } } }
    if (rest === '/agree') return { key, body: { rows: [{ number: 'XX-20260101-0001', version: 1 }] } }
    if (rest === '/who-decides') return { key, body: { input: {} } }
    if (!rest.includes(':number')) return { key }
    const { number, version } = await kept(key, () => matterFor(matter, state))
    if (step) {
      const input = step.input ? await formOf(step.input, matter.id) : undefined
      return { id: number, key, body: { version, ...(input && { input }), ...(step.comment === 'required' && { comment: '走查' }) } }
    }
    if (rest.includes('/tasks/')) return { id: number, key, body: { action: 'agree', version: 1 } }
    if (rest.endsWith('/comments')) return { id: number, key, body: { text: '走查' } }
    if (rest.endsWith('/links')) return { id: number, key, body: { kind: 'follows', to: (await kept(`other ${matter.id}`, () => matterFor(matter, matter.start))).number } }
    return { id: number, key }
  }

  async function otherRequest({ method, url }: Route, caller: Somebody | null): Promise<Asking & { id?: string; key: string; token?: string }> {
    const [, , thing = '', id = ''] = url.split('/')
    const key = `${method} ${url}`
    const room = [...catalogue.registers.values()].find(({ coded }) => coded)
    const login = async (): Promise<string> => {
      const { username, password } = caller ?? asker
      return (await system.access.sessions.signIn(db, { username, password, ip: '127.0.0.1', agent: 'walk' })).token
    }
    const sessionOf = async (token: string): Promise<string> => (await system.access.sessions.authenticate(db, { token })).principal.session
    switch (`${method} /${thing}`) {
      case 'POST /session':
        return { key, body: { username: (caller ?? asker).username, password: (caller ?? asker).password } }
      case 'DELETE /session':
        return id === '' ? { key, ...(caller && { token: await login() }) } : { key, id: caller ? await sessionOf(await login()) : randomUUID() }
      case 'POST /accounts':
        return id === '' ? { key, body: { username: `walk.new.${(made += 1)}`, name: '走查' } } : { key, id: await kept(key, freshAccount) }
      case 'POST /api-keys': return { key, body: { account: await kept(key, freshAccount), title: '走查', scopes: ['register:*:read'], lastDay: '2026-12-31' } }
      case 'PATCH /accounts':
        return { key, id: await kept(key, freshAccount), headers: { 'if-match': '"1"' }, body: { name: '走查' } }
      case 'POST /approval':
        return { key, body: await approvalBody(id, caller) }
      case 'PATCH /approval':
        return { key, headers: { 'if-match': '"1"' }, body: { source: '走查' } }
      case 'POST /channels':
        return id === '' ? { key, body: newChannel() } : { key, id: await kept('channel', channel), body: {} }
      case 'PATCH /channels':
        return id === 'addresses' ? { key, id: asker.person ?? '', body: { sms: '13800000000' } } : { key, id: await kept(key, channel), headers: { 'if-match': '"1"' }, body: { perMinute: 7 } }
      case 'DELETE /channels':
        return { key, id: await kept(key, channel), headers: { 'if-match': '"1"' } }
      case 'GET /channels':
        return { key, id: asker.person ?? '' }
      case 'PATCH /me':
        return { key, body: { sms: '13800000000' } }
      case 'POST /due':
        return { key, id: await kept(key, lease), body: { action: 'acknowledge', reason: '走查' } }
      case 'POST /grants':
        return { key, body: { account: await kept(key, freshAccount), role: 'kernel.auditor', reason: '走查' } }
      case 'DELETE /grants':
        return { key, query: { reason: '走查' }, id: await kept(key, async () => {
          const account = await freshAccount()
          const { id: grant } = await db.transaction().execute((tx) => system.access.grants.give(tx, systemActor, { account, role: 'kernel.auditor', reason: '走查' }))
          return grant
        }) }
      case 'PUT /display': return { key, body: { locale: 'zh', theme: 'dark', large: true } }
      case 'POST /views': return { key, body: { list: 'people.person', name: '走查', search: 'q=a' } }
      case 'GET /identity': case 'POST /identity': case 'PATCH /identity': case 'DELETE /identity':
        return identityRequest({ method, url }, { key, caller, login })
      case 'DELETE /me':
        return id === 'second-factor' ? { key, query: { code: '000000' } } : { key }
      case 'POST /second-factor':
        return url.includes(':id') ? { key } : { key, body: { account: randomUUID(), reason: '走查' } }
      case 'POST /me':
        if (id === 'second-factor') return { key, ...(url.split('/').length > 4 && { body: { code: '000000' } }) }
        if (id === 'signature') return { key, body: { file: randomUUID() } }
        if (id === 'identities') return { key, body: { provider: await kept('provider', provider) } }
        return { key, body: { current: 'not-my-password-at-all', next: 'Vr7-another-lantern-quartz' } }
      case 'POST /setup':
        return { key, id: 'no-such-token', body: { administrators: [] } }
      case 'GET /search': return { key, query: { q: '走查' } }
      // of the organ that roles are granted for
      case 'GET /office-space': return { key, ...(id === 'organs' && catalogue.dimensions.organ && { id: (await house.usual(catalogue.dimensions.organ)).id }) }
      case 'GET /jobs':
        return { key, id: await kept(`${key} ${caller?.username ?? ''}`, () => enqueue(db, system.clock, { kind: 'walk', title: '走查', owner: caller?.account ?? null })) }
      case 'POST /imports':
        return url === '/api/imports' ? { key, query: { register: 'people.person' }, ...upload(ledger) } : { key, id: await importOf(caller), body: {} }
      case 'PATCH /imports':
        return { key, id: await importOf(caller), headers: { 'if-match': '"1"' }, body: {} }
      case 'GET /imports':
        return { key, query: url.includes(':id') ? {} : { register: 'people.person' }, id: await importOf(caller) }
      case 'GET /file-imports': case 'POST /file-imports':
        return { key, ...(!url.includes(':id') && { query: { register: 'places.certificate' } }), ...(url === '/api/file-imports' && method === 'POST' ? upload() : {}) }
      case 'POST /line-imports': return { key, query: { owner: 'service-desk.purchase', set: 'items' }, ...upload(ledger) }
      case 'GET /files': return { key, id: await kept(key, photo) }
      case 'POST /files': return { key, ...upload() }
      case 'GET /signals':
        return { key, query: { ...anyDay, ...(room && { subject: (await house.usual(room)).id }) } }
      case 'GET /goals':
      case 'POST /goals':
        return method === 'GET' ? { key, query: anyDay } : { key, body: { quarter: '2031-Q4', until: '2031-12-31' } }
      case 'POST /signals':
        return { key, body: { readings: [await reading(made += 1)] } }
      case 'POST /alarms':
        return { key, id: await kept(key, alarm), body: {} }
      case 'POST /standard-versions':
        return id === 'costs' ? { key, body: { standard: versionBody().standard, price: '12.50', startsOn: '2026-01-01', level: '区', document: '走查', mark: 'U' } } : id === '' ? { key, body: versionBody() } : { key, headers: { 'if-match': '"1"' } }
      case 'PATCH /standard-versions':
        return { key, headers: { 'if-match': '"1"' }, body: { startsOn: '2031-01-01', figures: [] } }
      case 'POST /standards':
        return { key, body: { subject: { ...Object(catalogue.standards.get(id)?.examples[0]?.given) } } }
      case 'POST /q':
        if (url.endsWith('/files')) return { key, id: await codeOf(), ...upload() }
        if (url.includes('/steps/')) return { key, id: await kept(key, reportersCode), body: {} }
        if (url.includes('/matters/')) return { key, id: await codeOf(), body: { input: report } }
        return { key, id: await codeOf() }
      case 'GET /q':
        return { key, id: await codeOf() }
      case 'POST /places':
        if (url.endsWith('/stop')) return { key, id: await kept(key, plan), body: { reason: '走查' } }
        return url.includes(':id') ? { key, id: await kept(key, plan) } : { key, body: await planBody() }
      case 'PATCH /places':
        return { key, id: await kept(key, plan), headers: { 'if-match': '"1"' }, body: { title: '走查' } }
      case 'GET /places':
        return url.endsWith('/patrol-point') ? { key, query: { number: 'XC-1', code: 'nowhere' } } : { key }
      case 'GET /regulations':
        return { key, query: { q: '走查' }, id: (await text()).document }
      case 'POST /regulations':
        return { key, id: (await text()).document, body: { version: (await text()).version } }
      case 'PUT /notices':
      case 'DELETE /notices':
      case 'POST /notices':
        return noticeRequest(house, { method, url }, { key, robot: channel, kept })
      default:
        return { key, id: randomUUID() }
    }
  }

  async function identityRequest({ method, url }: Route, { key, caller, login }: { key: string; caller: Somebody | null; login: () => Promise<string> }): Promise<Asking & { id?: string; key: string; token?: string }> {
    const { username, password } = caller ?? asker
    const [, , , thing = '', id = ''] = url.split('/')
    if (thing === 'leave') return { key, body: {}, ...(caller && { token: await login() }) }
    if (thing === 'arrival') return { key, ...(method === 'POST' && { body: { username, password } }) }
    if (thing === 'links') return { key, ...(method === 'DELETE' && { query: { reason: '走查' } }) }
    if (thing === 'providers' && id === '') return { key, ...(method === 'POST' && { body: providerBody }) }
    if (method === 'PATCH') return { key, id: await kept(key, provider), headers: { 'if-match': '"1"' }, body: providerBody }
    return { key, id: await kept('provider', provider), ...(method === 'POST' && { body: {} }) }
  }
  async function provider(): Promise<string> {
    const keeper = await house.as('kernel.system-admin', { person: null })
    return (await keeper.post<{ id: string }>('/api/identity/providers', providerBody)).body.id
  }
  async function approvalBody(what: string, caller: Somebody | null): Promise<Record<string, unknown>> {
    const [step] = [...catalogue.matters.values()].flatMap(({ steps }) => Object.values(steps)).filter(({ approve }) => approve)
    const route = step?.approve?.id ?? ''
    const days = { from: '2026-11-24', to: '2026-11-24' }
    if (what === 'try') return { route }
    if (what === 'stuck') return { action: 'end', comment: '走查' }
    if (what === 'deputies') return { person: caller?.person, deputy: asker.person, ...days, reason: '走查' }
    return { route, organ: null, kind: null, amountFrom: null, amountBelow: null, ...days, stages: [], source: '走查' }
  }
  /** A robot whose other side refuses the connection at once. */
  const newChannel = () => ({ kind: 'wecom-robot' as const, title: `走查${(made += 1)}`, settings: { host: 'http://127.0.0.1:2', form: 'text' }, secrets: { key: 'walk' } })
  const channel = async (): Promise<string> => (await db.transaction().execute((tx) => system.channels.add(tx, systemActor, newChannel()))).id
  /** A ledger the caller has brought in, or where he may not, somebody else. */
  async function importOf(caller: Somebody | null): Promise<string> {
    const other = await kept('importer', () => house.as('people.officer'))
    const bring = async (by: Somebody) => (await by.call<{ id?: string }>('POST', '/api/imports', { query: { register: 'people.person' }, ...upload(ledger) })).body.id
    return (caller && (await bring(caller))) ?? kept('import', async () => (await bring(other)) ?? '')
  }
  /** A document with a text. */
  async function text(): Promise<{ document: string; version: string }> {
    const [document, version] = ['regulations.document', 'regulations.version'].map((id) => catalogue.registers.get(id))
    if (!document || !version) throw new Error('no texts are held')
    return { document: (await house.usual(document)).id, version: (await house.usual(version)).id }
  }
  async function planBody(): Promise<Record<string, unknown>> {
    const route = catalogue.registers.get('places.patrol-route')
    const site = catalogue.dimensions.site
    if (!route || !site) throw new Error('no patrol is declared')
    return {
      kind: 'places.patrol', title: '走查', rule: { every: 'working-day', interval: 1, daysOff: 'keep' }, starts: '2031-01-01', ends: null, missed: 'skip',
      site: (await house.usual(site)).id, input: { route: (await house.usual(route)).id },
    }
  }
  async function plan(): Promise<string> {
    planner ??= house.as('places.officer')
    return (await (await planner).post<{ id: string }>('/api/places/plans', await planBody())).body.id
  }
  /** A row of a register in which something ends next week. */
  async function lease(): Promise<string> {
    const site = catalogue.dimensions.site
    if (!site) throw new Error('no site is declared')
    const { id } = await house.make(site, { leaseUntil: '2026-12-01' })
    const { rows } = await sql<{ id: string }>`select id from due.expiry where row = ${id}`.execute(db)
    return rows[0]?.id ?? randomUUID()
  }
  async function codeOf(): Promise<string> {
    const room = [...catalogue.registers.values()].find(({ coded }) => coded)
    if (!room) throw new Error('no register is coded')
    const { id: row } = await house.usual(room)
    return kept('code', () => db.transaction().execute((tx) => system.registers.codeOf(tx, systemActor, room, row)))
  }
  function codedMatter(): string {
    const matter = [...catalogue.matters.values()].find(({ byCode }) => byCode)
    if (!matter) throw new Error('no matter is asked for by a code')
    return matter.id
  }
  async function reportersCode(): Promise<string> {
    // each from an address of its own: one address may report twenty times in ten minutes
    const { body } = await house.anonymous(`10.0.2.${(made += 1) % 250}`).post<{ follow: string }>(`/api/q/${await codeOf()}/matters/${codedMatter()}`, { input: report })
    return body.follow.replace('/q/', '')
  }
  /** Held by a matter that its asker, and who reads his matters, may see. */
  async function photo(): Promise<string> {
    const { body } = await asker.call<{ id: string }>('POST', '/api/files', upload())
    const matter = [...catalogue.matters.values()].find(({ form, access }) => access.start.includes(everyone) && Object.values(form).some(({ kind }) => kind === 'files'))
    if (!matter) throw new Error('no matter takes photos')
    const [field = ''] = Object.entries(matter.form).find(([, { kind }]) => kind === 'files') ?? []
    await asker.ask(matter, { ...(await formOf(matter.form, matter.id)), ...(await placeOf(matter)), [field]: [body.id] })
    return body.id
  }
  async function reading(sequence: number, minutes = 0): Promise<Record<string, unknown>> {
    const [signal] = [...catalogue.signals.values()]
    if (!signal) throw new Error('no signal is declared')
    const at = new Date(system.clock.now().getTime() - (60 - minutes) * 60_000).toISOString()
    return { signal: signal.id, subject: (await house.usual(signal.of)).id, device: 'walk', sequence, at, value: 5, attributes: sampleValues(signal.attributes) }
  }
  /** Cold for an hour: somebody will say so. */
  async function alarm(): Promise<string> {
    const gateway = await house.as('kernel.gateway', { person: null })
    for (const minutes of [0, 15, 30]) await gateway.post('/api/signals/ingest', { readings: [await reading((made += 1), minutes)] })
    await house.settle()
    const { rows } = await sql<{ id: string }>`select id from signal.alarm order by raised_at desc limit 1`.execute(db)
    return rows[0]?.id ?? randomUUID()
  }

  return async (route, caller) => {
    const [, , kind = '', declared = ''] = route.url.split('/')
    const register = kind === 'registers' ? catalogue.registers.get(declared) : undefined
    const matter = kind === 'matters' ? catalogue.matters.get(declared) : undefined
    const { id, key, ...asking } = register
      ? await registerRequest(register, route)
      : matter ? await matterRequest(matter, route) : await otherRequest(route, caller)
    const path = route.url.replace(/:(id|number|code|token|kind)/, id ?? randomUUID()).replace(':id', randomUUID()).replace(':day', '2031-01-01').replace(':step', 'withdraw').replace(':field', referenceOf(matter)).replace('*', 'index.html')
    return { ...asking, path, spend: () => void pool.delete(key) }
  }
}

/** A field of the form that points to a row. */
function referenceOf(matter: Matter | undefined): string {
  const fields = Object.entries(matter?.form ?? {}).filter(([, { kind }]) => kind === 'ref')
  return (fields.find(([, { optional }]) => !optional) ?? fields[0])?.[0] ?? 'field'
}
function upload({ name, type, bytes } = { name: 'point.png', type: 'image/png', bytes: point }): Asking {
  const boundary = 'walk'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return { raw: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
