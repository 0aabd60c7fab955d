// 接口: commands to the terminal of a car, what became of them, and the second officer.
import { auditor } from '@houqin/define'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fleetOfficer } from '../../contract/index.ts'
import { commandLimits } from '../../contract/command.ts'
import { commandsOf, confirmCommand, giveCommand, withdrawCommand } from './commands.ts'

const tags = ['公务用车']
const readers = [fleetOfficer, bureauLeader, auditor]
const identified = z.object({ id: z.uuid() })
const { intervalSeconds, maxSpeed, trackEvery, trackFor, words } = commandLimits
const within = ({ min, max }: { min: number; max: number }) => z.int().min(min).max(max)
const given = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('locate') }),
  z.strictObject({ kind: z.literal('text'), words: z.string().trim().min(1).max(words), urgent: z.boolean().default(false), aloud: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('track'), every: z.union([z.literal(0), within(trackEvery)]), lasts: within(trackFor).default(trackFor.min) }),
  z.strictObject({ kind: z.literal('read') }),
  z.strictObject({ kind: z.literal('set'), intervalSeconds: within(intervalSeconds).optional(), maxSpeed: within(maxSpeed).optional(), server: z.string().trim().min(1).max(100).optional(), port: z.int().min(1).max(65_535).optional() }),
  z.strictObject({ kind: z.literal('confirm') }),
])

export function commandRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/fleet/commands', { config: { rule: readers }, schema: { tags } }, async (request) => ({ rows: await commandsOf(system.db, actorOf(request), null) }))
    app.get('/api/fleet/cars/:id/commands', { config: { rule: readers }, schema: { tags, params: identified } }, async (request) => ({ rows: await commandsOf(system.db, actorOf(request), request.params.id) }))
    app.post('/api/fleet/cars/:id/commands', { config: { rule: [fleetOfficer] }, schema: { tags, params: identified, body: given } }, async (request, reply) =>
      write(system, request, reply, (tx) => giveCommand(tx, system, actorOf(request), { car: request.params.id, given: request.body }), { status: 201 }),
    )
    app.post('/api/fleet/commands/:id/confirm', { config: { rule: [fleetOfficer] }, schema: { tags, params: identified } }, async (request, reply) =>
      write(system, request, reply, (tx) => confirmCommand(tx, system, actorOf(request), request.params.id)),
    )
    app.post('/api/fleet/commands/:id/withdraw', { config: { rule: [fleetOfficer] }, schema: { tags, params: identified } }, async (request, reply) =>
      write(system, request, reply, (tx) => withdrawCommand(tx, system, actorOf(request), request.params.id)),
    )
  }
}
