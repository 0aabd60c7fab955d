// 接口: what is asked of staffing besides the derived routes of its register and matters.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { liaison, peopleOfficer } from '@houqin/people'
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { askForRoles } from './ask-for-roles.ts'

const tags = ['人事事务']
export const askedRole = z.strictObject({
  role: z.string().min(1).max(60),
  organ: z.uuid().nullish(),
  site: z.uuid().nullish(),
  from: z.iso.date().nullish(),
  to: z.iso.date().nullish(),
})
const rolesAsked = z.strictObject({
  person: z.uuid(),
  deed: z.enum(['give', 'withdraw']),
  reason: z.string().min(2).max(300),
  roles: z.array(askedRole).min(1).max(20),
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
  }
}
