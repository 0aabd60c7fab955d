// 接口: asking for a car, the board on which it is dispatched, and what is proposed for a request.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fleetDispatcher, fleetOfficer } from '../../contract/index.ts'
import { askForUse } from './ask-for-use.ts'
import { boardOf } from './board.ts'
import { journeyOf } from './journey.ts'
import { knownStart } from './known-start.ts'
import { proposalsFor } from './proposals.ts'

const tags = ['公务用车']
const numbered = z.object({ number: z.string().min(1).max(40) })
const dispatchers = [fleetDispatcher, fleetOfficer]

export function officeRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    /** Asked and put to approval at once. */
    app.post('/api/fleet/uses', { config: { rule: 'signed-in' }, schema: { tags, body: z.strictObject({ input: z.record(z.string(), z.unknown()) }) } }, async (request, reply) =>
      write(system, request, reply, (tx) => askForUse(tx, system, { actor: actorOf(request), input: request.body.input }), { status: 201 }),
    )
    /** Where the caller sits and where he has gone before, so that asking costs few taps. */
    app.get('/api/fleet/known-start', { config: { rule: 'signed-in' }, schema: { tags } }, async (request) => knownStart(system, actorOf(request)))
    /** What the driver needs of the car and of those who ride along; for whoever reads the matter. */
    app.get('/api/fleet/uses/:number/journey', { config: { rule: 'signed-in' }, schema: { tags, params: numbered } }, async (request) =>
      journeyOf(system, actorOf(request), request.params.number),
    )
    app.get('/api/fleet/dispatch-board', { config: { rule: dispatchers }, schema: { tags, querystring: z.object({ day: z.iso.date().optional() }) } }, async (request) =>
      boardOf(system, actorOf(request), request.query.day ?? system.clock.today()),
    )
    app.get('/api/fleet/uses/:number/proposals', { config: { rule: dispatchers }, schema: { tags, params: numbered } }, async (request) =>
      proposalsFor(system, actorOf(request), request.params.number),
    )
  }
}
