// Calls of office space 办公用房的接口: the audit of all of it, and what one organ may have.
import { auditor } from '@houqin/define'
import { actorOf, givenDay } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader, liaison } from '@houqin/people'
import { placesOfficer, steward } from '@houqin/places'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { auditSpace } from './audit.ts'
import { entitlementSheet } from './entitlement.ts'

const readers = [placesOfficer, steward, liaison, bureauLeader, auditor]
const count = z.coerce.number().int().min(0).max(10_000).optional()
const given = <T extends object>(query: T): T => Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as T

export function spaceRoutes(system: System): FastifyPluginAsyncZod {
  const tags = ['办公用房']
  return async (app) => {
    app.get('/api/office-space/audit', {
      config: { rule: readers },
      schema: { tags, querystring: z.object({ asOf: givenDay.optional(), organ: z.uuid().optional() }) },
    }, async (request) => auditSpace(system, actorOf(request), given(request.query) as { asOf?: string; organ?: string }))
    app.get('/api/office-space/organs/:id/entitlement', {
      config: { rule: 'signed-in' },
      schema: {
        tags, params: z.object({ id: z.uuid() }),
        querystring: z.object({
          asOf: givenDay.optional(), height: z.enum(['low', 'high']).default('low'), canteen: z.enum(['true', 'false']).default('false'),
          cars: count, bicycles: count, electric: count, guards: count,
        }),
      },
    }, async (request) => {
      const { canteen, ...rest } = request.query
      return entitlementSheet(system, actorOf(request), request.params.id, { ...(given(rest) as { height: 'low' | 'high' }), canteen: canteen === 'true' })
    })
  }
}
