// Somebody 某人: a person of the story with an account, exactly the roles he is given, and the words of the office for what he does.
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { everyone } from '@houqin/define'
import type { Matter, Register, Role } from '@houqin/define'
import type { System } from '@houqin/http'
import type { MatterWire } from '@houqin/matter-records'
import type { AnsweredRow } from '@houqin/rows'
import { callerOf } from './caller.ts'
import type { Answer, Caller } from './caller.ts'
import type { Rows } from './make-row.ts'
import type { FastifyInstance } from 'fastify'

export interface Taking {
  readonly input?: Readonly<Record<string, unknown>>
  readonly lines?: Readonly<Record<string, readonly object[]>>
  readonly comment?: string
  readonly rating?: number
}
/** What somebody does; each throws `Refused` when the answer is a problem. */
export interface Somebody extends Caller {
  readonly name: string
  /** The row of the person register; null where the story has no such register. */
  readonly person: string | null
  readonly account: string
  readonly username: string
  readonly password: string
  /** For `Authorization: Bearer`. */
  readonly token: string
  /** For the engines, called directly; as he stands now. */
  actor(): Promise<Actor>
  /** Asks for a matter. */
  ask(matter: Matter, input: Readonly<Record<string, unknown>>, more?: Omit<Taking, 'input' | 'rating'>): Promise<MatterWire>
  /** Takes a step on a matter as he last saw it. */
  take(seen: Pick<MatterWire, 'matter' | 'number' | 'version'>, step: string, taking?: Taking): Promise<MatterWire>
  see(matter: Pick<MatterWire, 'matter' | 'number'>): Promise<MatterWire>
  enter(register: Register, values: Readonly<Record<string, unknown>>): Promise<AnsweredRow>
}
export interface Grantable {
  readonly name?: string
  /** The site or organ (a row or its id) that roles of that reach are granted for; the usual ones unless told. */
  readonly site?: AnsweredRow | string
  readonly organ?: AnsweredRow | string
  /** The row of the person register he is; a new one unless told, none for null. */
  readonly person?: AnsweredRow | string | null
  readonly address?: string
}
/** A refusal with the problem document behind it, for `assert.rejects`. */
export interface Refused extends Error {
  readonly status: number
  /** `stale-version`, without `/problems/`. */
  readonly problem: string
  readonly document: Readonly<Record<string, unknown>>
}

const idOf = (row: AnsweredRow | string): string => (typeof row === 'string' ? row : row.id)

/** Each person is told apart by a number: names may repeat, usernames may not. */
export function peopleOf({ system, app, rows }: { system: System; app: FastifyInstance; rows: Rows }) {
  let employed = 0

  /** @param roles a role, its id, or the last word of its id where no two roles share it; several for somebody who holds several. */
  return async function as(roles: string | Role | readonly (string | Role)[], given: Grantable = {}): Promise<Somebody> {
    const mine = (employed += 1)
    const wanted = [roles].flat().map((role) => roleNamed(system, role))
    const name = given.name ?? `${wanted[0]?.title ?? everyone.title}${mine}`
    const person = await personOf(given, name)
    const username = `somebody.${mine}`
    const password = `Vr7-lantern-${mine}-moth-quartz`
    const account = await system.db.transaction().execute(async (tx) => {
      const { id } = await system.access.accounts.create(tx, systemActor, { username, name, person, password, mustChangePassword: false })
      for (const role of wanted) {
        if (role === everyone) continue
        await system.access.grants.give(tx, systemActor, { account: id, role: role.role, reason: '测试', ...(await reachOf(role, given)) })
      }
      return id
    })
    const { token } = await system.access.sessions.signIn(system.db, { username, password, ip: given.address ?? '127.0.0.1', agent: 'test' })
    const caller = callerOf(app, { token, ...(given.address !== undefined && { address: given.address }) })
    return Object.freeze<Somebody>({
      ...caller, ...deedsOf(caller), name, person, account, username, password, token,
      async actor() {
        const { principal } = await system.access.sessions.authenticate(system.db, { token })
        return { principal, locale: 'zh', ip: given.address ?? '127.0.0.1', request: 'test' }
      },
    })
  }

  async function personOf({ person, organ }: Grantable, name: string): Promise<string | null> {
    const register = system.catalogue.dimensions.person
    if (person === null || !register) return null
    if (person !== undefined) return idOf(person)
    const { organ: field } = register.scope
    const named = Object.hasOwn(register.fields, 'name') ? { name } : {}
    return (await rows.make(register, { ...named, ...(organ !== undefined && field !== undefined && field !== 'id' && { [field]: organ }) })).id
  }
  async function reachOf({ reach }: Role, { site, organ }: Grantable): Promise<{ site?: string; organ?: string }> {
    const { dimensions } = system.catalogue
    if (reach === 'site' && dimensions.site) return { site: idOf(site ?? (await rows.usual(dimensions.site))) }
    if (reach === 'organ' && dimensions.organ) return { organ: idOf(organ ?? (await rows.usual(dimensions.organ))) }
    return {}
  }
}

function roleNamed({ catalogue }: System, wanted: string | Role): Role {
  if (typeof wanted !== 'string') return wanted
  const found = [...catalogue.roles.values()].filter(({ role }) => role === wanted || role.split('.').at(-1) === wanted)
  const [only, another] = found
  if (only && !another) return only
  throw new Error(`“${wanted}” names ${found.length === 0 ? 'no role' : `several roles (${found.map(({ role }) => role).join(', ')})`}: write one of ${[...catalogue.roles.keys()].join(', ')}.`)
}

function deedsOf(caller: Caller): Pick<Somebody, 'ask' | 'take' | 'see' | 'enter'> {
  return {
    ask: async (matter, input, more = {}) => wanted(await caller.post<MatterWire>(`/api/matters/${matter.id}`, { input, ...more })),
    take: async ({ matter, number, version }, step, taking = {}) =>
      wanted(await caller.post<MatterWire>(`/api/matters/${matter}/${number}/steps/${step}`, { ...taking, version })),
    see: async ({ matter, number }) => wanted(await caller.get<MatterWire>(`/api/matters/${matter}/${number}`)),
    enter: async (register, values) => wanted(await caller.post<AnsweredRow>(`/api/registers/${register.id}`, values)),
  }
}

/** @throws Refused unless the answer is one of success. */
function wanted<Body>({ status, body }: Answer<Body>): Body {
  if (status < 400) return body
  // every answer from 400 on is a problem document
  const document = body as Readonly<Record<string, unknown>>
  const refused: Refused = Object.assign(new Error(`${status} ${JSON.stringify(document)}`), {
    status, document, problem: String(document['type']).replace('/problems/', ''),
  })
  throw refused
}
