// Calls of redress 整改的接口: which others hang together with one, and several concluded at once.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { placesOfficer } from '@houqin/places'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { companionsOf, concludeTogether } from './redress-together.ts'

const tags = ['办公用房']
const number = z.string().min(1).max(40)

export function redressRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/office-space/redress/:number/companions', { config: { rule: [placesOfficer] }, schema: { tags, params: z.object({ number }) } }, async (request) =>
      ({ rows: await companionsOf(system, actorOf(request), request.params.number) }))
    app.post('/api/office-space/redress/together', {
      config: { rule: [placesOfficer] }, schema: { tags, body: z.object({ matters: z.array(z.object({ number, version: z.int().min(1) })).min(2).max(100) }) },
    }, async (request, reply) => write(system, request, reply, async (tx) => ({ numbers: (await concludeTogether(tx, system, actorOf(request), request.body.matters)).map((one) => one.number) })))
  }
}
