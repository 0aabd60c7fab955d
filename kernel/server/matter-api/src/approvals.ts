// Approvals on the wire: what is done with a task, the routes that officers keep, what is stuck, who stands in for whom.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { lateDeeds, modes, routeActions, signatureRules, taskActions } from '@houqin/approvals'
import type { HelpGiven, RouteValues, TaskGiven } from '@houqin/approvals'
import { approvalOfficer, auditor } from '@houqin/define'
import type { Matter } from '@houqin/define'
import { actorOf, given, givenDay, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { requireInk } from '@houqin/signatures'
import type { ApprovalMode, LateDeed, SignatureRule } from '@houqin/wire'

const task = z.strictObject({
  action: z.enum([...taskActions, ...routeActions]),
  version: z.int().min(1),
  comment: z.string().max(2000).optional(),
  to: z.uuid().optional(),
  state: z.string().max(60).optional(),
  signature: z.strictObject({ file: z.uuid().optional() }).optional(),
  digest: z.string().regex(/^[0-9a-f]{64}$/).optional(),
})
const seat = z.union([
  z.strictObject({ person: z.uuid() }),
  z.strictObject({ role: z.string().min(1).max(80) }),
  z.strictObject({ post: z.string().min(1).max(120), value: z.string().min(1).max(60), organ: z.uuid().nullish() }),
])
const stage = z.strictObject({
  title: z.string().min(1).max(40),
  mode: z.enum(Object.keys(modes) as [ApprovalMode, ...ApprovalMode[]]), // keys of a table that is not empty
  percent: z.int().optional(),
  who: z.array(seat),
  hours: z.number().optional(),
  late: z.enum(Object.keys(lateDeeds) as [LateDeed, ...LateDeed[]]).optional(), // the same
  escalate: seat.optional(),
  signature: z.enum(Object.keys(signatureRules) as [SignatureRule, ...SignatureRule[]]).optional(), // the same
})
const amount = z.string().max(20).nullable()
const values = {
  organ: z.uuid().nullable(),
  kind: z.string().max(60).nullable(),
  amountFrom: amount,
  amountBelow: amount,
  from: givenDay,
  to: givenDay.nullable(),
  stages: z.array(stage),
  copies: z.array(seat).optional(),
  source: z.string().min(1).max(500),
}
const newRoute = z.strictObject({ route: z.string().min(1).max(120), ...values })
const changes = z.strictObject(values).partial()
const example = z.strictObject({
  route: z.string().min(1).max(120),
  organ: z.uuid().nullish(),
  site: z.uuid().nullish(),
  kind: z.string().max(60).nullish(),
  amount: z.string().regex(/^\d{1,14}(\.\d{1,2})?$/).nullish(),
  requester: z.uuid().nullish(),
})
const help = z.strictObject({ action: z.enum(['assign', 'end']), to: z.uuid().optional(), comment: z.string().min(1).max(2000) })
const deputy = z.strictObject({ person: z.uuid(), deputy: z.uuid(), from: givenDay, to: givenDay, reason: z.string().min(1).max(200) })
const byId = z.object({ id: z.uuid() })

export function approvalRoutes(system: System): FastifyPluginAsyncZod {
  const { approvals, db, matters } = system
  const tags = ['审批']
  return async (app) => {
    for (const matter of system.catalogue.matters.values()) if (isApproved(matter)) taskRoute(app, system, matter)

    const read = { config: { rule: [approvalOfficer, auditor] } }
    const keep = { config: { rule: [approvalOfficer] } }
    app.get('/api/approval/routes', { ...read, schema: { tags } }, async (request) => approvals.routes.list(db, actorOf(request)))
    app.post('/api/approval/routes', { ...keep, schema: { tags, body: newRoute } }, async (request, reply) =>
      // what is optional in a stage is left out or said, as its type wants it
      write(system, request, reply, (tx) => approvals.routes.add(tx, actorOf(request), request.body as RouteValues & { route: string }), { status: 201 }),
    )
    app.patch('/api/approval/routes/:id', { ...keep, schema: { tags, params: byId, body: changes } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => approvals.routes.change(tx, actorOf(request), request.params.id, given(request.body) as Partial<RouteValues>, version))
    })
    app.post('/api/approval/try', { ...read, schema: { tags, body: example } }, async (request) => approvals.routes.tryOut(db, actorOf(request), given(request.body)))
    app.get('/api/approval/stuck', { ...read, schema: { tags } }, async (request) => approvals.routes.stuck(db, actorOf(request)))
    app.post(
      '/api/approval/stuck/:matter/:number',
      { ...keep, schema: { tags, params: z.object({ matter: z.string().max(120), number: z.string().max(40) }), body: help } },
      async (request, reply) =>
        write(system, request, reply, async (tx) => {
          const actor = actorOf(request)
          const body: HelpGiven = given(request.body)
          await matters.helpApproval(tx, actor, request.params.matter, request.params.number, body)
          return approvals.routes.stuck(tx, actor)
        }),
    )

    const own = { config: { rule: 'signed-in' as const } }
    app.get('/api/approval/deputies', { ...own, schema: { tags } }, async (request) => approvals.deputies.list(db, actorOf(request)))
    app.post('/api/approval/deputies', { ...own, schema: { tags, body: deputy } }, async (request, reply) =>
      write(system, request, reply, (tx) => approvals.deputies.add(tx, actorOf(request), request.body), { status: 201 }),
    )
    app.delete('/api/approval/deputies/:id', { ...own, schema: { tags, params: byId } }, async (request, reply) =>
      write(system, request, reply, (tx) => approvals.deputies.withdraw(tx, actorOf(request), request.params.id), { status: 204 }),
    )
  }
}

export function isApproved({ steps }: Matter): boolean {
  return Object.values(steps).some(({ approve }) => approve)
}
function taskRoute(app: Parameters<FastifyPluginAsyncZod>[0], system: System, matter: Matter): void {
  const params = z.object({ number: z.string().min(1).max(40), id: z.uuid() })
  app.post(`/api/matters/${matter.id}/:number/tasks/:id`, { config: { rule: 'signed-in' }, schema: { tags: [matter.title], params, body: task } }, async (request, reply) =>
    write(system, request, reply, async (tx) => {
      const body: TaskGiven = given(request.body)
      if (body.signature?.file !== undefined) await requireInk(tx, system.files, { file: body.signature.file, at: 'signature.file' })
      return system.matters.decide(tx, actorOf(request), matter, request.params.number, request.params.id, body)
    }),
  )
}
