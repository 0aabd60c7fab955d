// 接口: what came of an immobilisation, organ by organ and car by car.
import { auditor } from '@houqin/define'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { exemption, immobilisation } from '../../contract/index.ts'
import { comingImmobilisations, verificationOf } from './verification.ts'

export function immobilisedRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/fleet/immobilisations', { config: { rule: [...new Set([...exemption.access.start, ...immobilisation.access.read])] }, schema: { tags: ['公务用车'] } }, async () => ({ rows: await comingImmobilisations(system) }))
    app.get('/api/fleet/immobilisations/:id/verification', { config: { rule: [...immobilisation.access.read, auditor] }, schema: { tags: ['公务用车'], params: z.object({ id: z.uuid() }) } }, async (request) =>
      verificationOf(system, actorOf(request), request.params.id))
  }
}
