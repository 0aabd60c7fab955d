// Calls of re-allotment 调剂的接口: a proposal for an organ, a building or the district, and the moves of it that are ordered.
import { actorOf, givenDay, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { placesOfficer } from '@houqin/places'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { proposers } from './hall-of-a-day.ts'
import { orderMoves, propose } from './proposal.ts'

const tags = ['办公用房']
const ids = z.array(z.uuid()).max(2_000).default([])
const scope = z.object({ organ: z.uuid().optional(), building: z.uuid().optional() }).refine(({ organ, building }) => organ === undefined || building === undefined, { error: '单位和楼栋只能选一个 / choose an organ or a building' })
const move = z.object({ organ: z.uuid(), person: z.uuid().nullable(), from: z.uuid(), to: z.uuid().nullable(), what: z.string().min(2).max(1000) })
/** A solver's run holds a processor for seconds. */
const rateLimit = { max: 40, timeWindow: '10 minutes' }

export function reallotmentRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.post('/api/office-space/reallotment', {
      config: { rule: proposers, rateLimit }, schema: { tags, body: z.object({ scope, locked: ids, forbidden: ids }) },
    }, async (request) => {
      const { scope: within, locked, forbidden } = request.body
      return propose(system, actorOf(request), { scope: within, settled: { locked, forbidden } })
    })
    app.post('/api/office-space/reallotment/orders', {
      config: { rule: [placesOfficer] }, schema: { tags, body: z.object({ moves: z.array(move).min(1).max(200), until: givenDay }) },
    }, async (request, reply) => write(system, request, reply, async (tx) => ({ numbers: await orderMoves(tx, system, actorOf(request), request.body) }), { status: 201 }))
  }
}
