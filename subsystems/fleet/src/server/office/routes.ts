// 接口: asking for a car, the board on which it is dispatched, and what is proposed for a request.
import { auditor } from '@houqin/define'
import { actorOf, givenDay, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader, liaison } from '@houqin/people'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { dutyDriver, fleetDispatcher, fleetOfficer, vehicleUses } from '../../contract/index.ts'
import type { VehicleUse } from '../../contract/index.ts'
import { askForUse } from './ask-for-use.ts'
import { auditFleet } from './audit.ts'
import { boardOf } from './board.ts'
import { classQuotas } from './class-quotas.ts'
import { completenessOf } from './completeness.ts'
import { journeyOf } from './journey.ts'
import { knownStart } from './known-start.ts'
import { myCars } from './my-cars.ts'
import { papersDue, renewTogether } from './papers-due.ts'
import { proposalsFor } from './proposals.ts'

const tags = ['公务用车']
const numbered = z.object({ number: z.string().min(1).max(40) })
const renewals = z.array(z.strictObject({
  vehicle: z.uuid(),
  bought: z.array(z.strictObject({ kind: z.enum(['compulsory', 'commercial']), insurer: z.uuid(), number: z.string().min(1).max(40), begins: givenDay, until: givenDay, premium: z.string().max(20) })).min(1).max(6),
})).min(1).max(100)
const readers = [fleetOfficer, bureauLeader, auditor]
// the keys of a declared choice
const uses = Object.keys(vehicleUses) as [VehicleUse, ...VehicleUse[]]
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
    /** For whoever reports a car from his telephone: no role of a driver opens the ledger of cars. */
    app.get('/api/fleet/my-cars', { config: { rule: [dutyDriver, fleetOfficer, fleetDispatcher, liaison] }, schema: { tags } }, async (request) => ({ rows: await myCars(system, actorOf(request)) }))
    app.get('/api/fleet/papers-due', { config: { rule: readers }, schema: { tags, querystring: z.object({ what: z.enum(['insurance', 'inspection']).default('insurance'), until: givenDay }) } }, async (request) => ({ rows: await papersDue(system, actorOf(request), request.query) }))
    /** A month's insurances in one go: all or none. */
    app.post('/api/fleet/papers-renewed', { config: { rule: [fleetOfficer] }, schema: { tags, body: z.strictObject({ renewals }) } }, async (request, reply) =>
      write(system, request, reply, async (tx) => ({ numbers: await renewTogether(tx, system, actorOf(request), request.body.renewals) })),
    )
    app.get('/api/fleet/dispatch-board', { config: { rule: dispatchers }, schema: { tags, querystring: z.object({ day: givenDay.optional() }) } }, async (request) =>
      boardOf(system, actorOf(request), request.query.day ?? system.clock.today()),
    )
    app.get('/api/fleet/audit', { config: { rule: readers }, schema: { tags, querystring: z.object({ asOf: givenDay.optional(), organ: z.uuid().optional() }) } }, async (request) => {
      const { asOf, organ } = request.query
      return auditFleet(system, actorOf(request), { ...(asOf !== undefined && { asOf }), ...(organ !== undefined && { organ }) })
    })
    app.get('/api/fleet/completeness', { config: { rule: readers }, schema: { tags } }, async (request) => completenessOf(system, actorOf(request)))
    /** Beside the choice of the organ a car goes to. */
    app.get('/api/fleet/class-quotas', { config: { rule: [fleetOfficer, bureauLeader] }, schema: { tags, querystring: z.object({ use: z.enum(uses) }) } }, async (request) => ({ rows: await classQuotas(system, actorOf(request), request.query.use) }))
    app.get('/api/fleet/uses/:number/proposals', { config: { rule: dispatchers }, schema: { tags, params: numbered } }, async (request) =>
      proposalsFor(system, actorOf(request), request.params.number),
    )
  }
}
