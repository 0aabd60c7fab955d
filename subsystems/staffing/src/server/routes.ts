// 接口: what is asked of staffing besides the derived routes of its register and matters.
import { heldBy } from '@houqin/hand-over'
import { actorOf, givenDay, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { liaison, peopleOfficer, person, post } from '@houqin/people'
import type { Person, Post } from '@houqin/people'
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { departureKinds, leave, leaveKinds } from '../contract/index.ts'
import { askForRoles } from './ask-for-roles.ts'
import { askForDeparture, departureList } from './departure/ask-for-departure.ts'
import { askForLeave } from './leave/ask-for-leave.ts'
import { freeRooms } from './newcomer/free-rooms.ts'
import { knownAlready } from './newcomer/known-already.ts'
import { newEmployee } from './newcomer/new-employee.ts'
import { freeUsername } from './newcomer/proposals.ts'
import type { ToldOfNewcomer } from '../contract/answers.ts'

const tags = ['人事事务']
const askedRole = z.strictObject({
  role: z.string().min(1).max(60),
  organ: z.uuid().nullish(),
  site: z.uuid().nullish(),
  from: givenDay.nullish(),
  to: givenDay.nullish(),
})
const rolesAsked = z.strictObject({
  person: z.uuid(),
  deed: z.enum(['give', 'withdraw']),
  reason: z.string().min(2).max(300),
  roles: z.array(askedRole).min(1).max(20),
})

const oneOf = <K extends string>(options: Readonly<Record<K, string>>) => z.enum(Object.keys(options) as [K, ...K[]])
const newcomer = z.strictObject({
  name: z.string().trim().min(1).max(30),
  phone: z.string().regex(/^1\d{10}$/),
  identity: z.string().min(15).max(18),
  organ: z.uuid(),
  title: z.string().trim().min(1).max(60),
  duty: oneOf<Post['duty']>(post.fields.duty.options),
  employment: oneOf<Person['employment']>(person.fields.employment.options),
  rank: oneOf<NonNullable<Person['rank']>>(person.fields.rank.options).nullish(),
  startsOn: givenDay,
  room: z.uuid().nullish(),
  username: z.string().trim().min(2).max(64).optional(),
  note: z.string().max(300).optional(),
  roles: z.array(askedRole).max(20),
})
const leaveAsked = z.strictObject({
  input: z.strictObject({
    kind: oneOf<keyof typeof leaveKinds>(leaveKinds), from: givenDay, to: givenDay, reason: z.string().min(2).max(300), deputy: z.uuid().nullish(),
  }),
  handover: z.array(z.strictObject({
    what: oneOf<'matter' | 'key' | 'duty'>(leave.lines.handover.fields.what.options), number: z.string().max(40).nullish(), title: z.string().max(80).nullish(), to: z.uuid(),
  })).max(60),
})
const departureAsked = z.strictObject({
  person: z.uuid(),
  kind: oneOf<keyof typeof departureKinds>(departureKinds),
  on: givenDay,
  why: z.string().min(2).max(300),
  toOrgan: z.uuid().nullish(),
  toTitle: z.string().max(60).nullish(),
  papers: z.array(z.uuid()).max(6).optional(),
})
const numbered = z.object({ number: z.string().min(1).max(40) })
const typed = z.object({
  name: z.string().max(30).optional(),
  phone: z.string().max(20).optional(),
  identity: z.string().max(18).optional(),
  organ: z.uuid().optional(),
  startsOn: givenDay.optional(),
})

export async function staffingRoutes(app: FastifyInstance, system: System): Promise<void> {
  await app.register(routes(system))
}

function routes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    /** Asked and put to approval at once. */
    app.post('/api/staffing/role-requests', { config: { rule: [liaison, peopleOfficer] }, schema: { tags, body: rolesAsked } }, async (request, reply) =>
      write(system, request, reply, (tx) => askForRoles(tx, system, { actor: actorOf(request), asked: request.body }), { status: 201 }),
    )
    /** What the caller has in hand, for whoever goes away. */
    app.get('/api/staffing/held', { config: { rule: 'signed-in' }, schema: { tags } }, async (request) => {
      const { person: own } = actorOf(request).principal
      return { rows: own === null ? [] : await heldBy(system.db, own) }
    })
    /** Asked with what is handed over, and put to approval at once. */
    app.post('/api/staffing/leaves', { config: { rule: 'signed-in' }, schema: { tags, body: leaveAsked } }, async (request, reply) =>
      write(system, request, reply, (tx) => askForLeave(tx, system, { actor: actorOf(request), asked: request.body }), { status: 201 }),
    )
    /** Asked and put to approval at once; the organ is the one of whoever leaves. */
    app.post('/api/staffing/departures', { config: { rule: [liaison, peopleOfficer] }, schema: { tags, body: departureAsked } }, async (request, reply) =>
      write(system, request, reply, (tx) => askForDeparture(tx, system, { actor: actorOf(request), asked: request.body }), { status: 201 }),
    )
    /** What the leaver still holds and owes at this moment; for whoever reads the matter. */
    app.get('/api/staffing/departures/:number/items', { config: { rule: 'signed-in' }, schema: { tags, params: numbered } }, async (request) =>
      departureList(system.db, system, { actor: actorOf(request), number: request.params.number }),
    )
    /** What an officer should see while he types: who is known already, a username that is free, desks that are. */
    app.get('/api/staffing/newcomers', { config: { rule: [peopleOfficer] }, schema: { tags, querystring: typed } }, async ({ query }): Promise<ToldOfNewcomer> => ({
      known: await knownAlready(system.db, query),
      username: query.name ? ((await freeUsername(system.db, query.name)) ?? null) : null,
      rooms: query.organ ? await freeRooms(system.db, { organ: query.organ, day: query.startsOn ?? system.clock.today() }) : [],
    }))
    /** All of it or nothing; the first password is answered this once. */
    app.post('/api/staffing/newcomers', { config: { rule: [peopleOfficer] }, schema: { tags, body: newcomer } }, async (request, reply) =>
      write(system, request, reply, (tx) => newEmployee(tx, system, { actor: actorOf(request), given: request.body }), { status: 201 }),
    )
  }
}
