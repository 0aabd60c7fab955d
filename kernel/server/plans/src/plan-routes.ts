// Plans on the wire, below the path of the subsystem whose plans they are.
import type { Given } from '@houqin/fields'
import { actorOf, given, givenDay, versionOf, write } from '@houqin/http'
import type { PlanList } from '@houqin/wire'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { addPlan, changePlan, makeAgain, stopPlan } from './keep-plan.ts'
import { misses } from './kind.ts'
import { plansFor, previewPlan } from './plan-list.ts'
import { daysOff, everies } from './rule.ts'
import type { PlanDesk } from './run-plans.ts'

const rule = z.strictObject({
  every: z.enum(everies),
  interval: z.int().min(1).max(60),
  weekdays: z.array(z.int().min(1).max(7)).max(7).optional(),
  on: z.union([z.int().min(1).max(31), z.enum(['last', 'last-working'])]).optional(),
  daysOff: z.enum(daysOff),
})
const values = {
  title: z.string().trim().min(1).max(60),
  rule,
  starts: givenDay,
  ends: givenDay.nullable(),
  missed: z.enum(misses),
  site: z.uuid(),
  input: z.record(z.string().max(40), z.unknown()),
}
const newPlan = z.strictObject({ kind: z.string().max(120), ...values })
const changes = z.strictObject(values).partial()
const preview = z.strictObject({ kind: z.string().max(120), plan: z.uuid().optional(), ...values, title: z.string().max(60) })
const byId = z.object({ id: z.uuid() })
const byDay = z.object({ id: z.uuid(), day: givenDay })
const stopping = z.strictObject({ reason: z.string().trim().min(1).max(500) })

/** @param path such as `/api/places/plans`. */
export function planRoutes(app: FastifyInstance, desk: PlanDesk, path: string): void {
  const { system } = desk
  const tags = ['周期计划']
  const writers = [...new Set(desk.kinds.flatMap((kind) => kind.write))]
  const config = { rule: writers }
  const readers = { rule: [...new Set([...writers, ...desk.kinds.flatMap((kind) => kind.read)])] }
  const body = <T>(schema: z.ZodType<T>, request: { body: unknown }): T => schema.parse(request.body)
  app.get(path, { config: readers, schema: { tags, querystring: z.strictObject({ site: z.uuid().optional() }) } }, async (request): Promise<PlanList<Given>> => ({
    rows: await plansFor(system.db, desk, actorOf(request), request.query as { site?: string }),
    kinds: desk.kinds.map(({ id, title, ahead }) => ({ id, title: title[actorOf(request).locale], ahead })),
  }))
  app.post(path, { config, schema: { tags, body: newPlan } }, async (request, reply) =>
    write(system, request, reply, async (tx) => ({ id: await addPlan(tx, desk, actorOf(request), body(newPlan, request)) }), { status: 201 }),
  )
  app.post(`${path}/preview`, { config, schema: { tags, body: preview } }, async (request) => ({ rows: await previewPlan(system.db, desk, body(preview, request)) }))
  app.patch(`${path}/:id`, { config, schema: { tags, params: byId, body: changes } }, async (request, reply) => {
    const version = versionOf(request)
    const { id } = byId.parse(request.params)
    return write(system, request, reply, (tx) => changePlan(tx, desk, actorOf(request), { id, changes: given(body(changes, request)), version }), { status: 204 })
  })
  app.post(`${path}/:id/stop`, { config, schema: { tags, params: byId, body: stopping } }, async (request, reply) => {
    const { id } = byId.parse(request.params)
    return write(system, request, reply, (tx) => stopPlan(tx, desk, actorOf(request), { id, ...body(stopping, request) }), { status: 204 })
  })
  app.post(`${path}/:id/days/:day/again`, { config, schema: { tags, params: byDay } }, async (request, reply) =>
    write(system, request, reply, (tx) => makeAgain(tx, desk, actorOf(request), byDay.parse(request.params)), { status: 204 }),
  )
}
