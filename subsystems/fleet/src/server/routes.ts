// 接口: where the cars are, where one has been, and positions that another platform hands in.
import { auditor, gateway } from '@houqin/define'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fleetOfficer } from '../contract/index.ts'
import { carCard } from './car-card.ts'
import { evidenceFor } from './evidence.ts'
import { takeFeed } from './feed.ts'
import { gatewayStates } from './gateway-states.ts'
import { groundOf } from './ground.ts'
import { positionStreams } from './positions-stream.ts'
import { lastPositions, track } from './positions.ts'

const tags = ['公务用车']
const readers = [fleetOfficer, bureauLeader, auditor]
const span = z.object({ vehicle: z.uuid(), from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })
const about = z.object({ vehicle: z.uuid(), matter: z.string().max(40).optional(), at: z.iso.datetime({ offset: true }).optional() })
const longest = 31 * 86_400_000
const fed = z.strictObject({
  positions: z.array(z.strictObject({
    plate: z.string().min(1).max(12),
    at: z.iso.datetime({ offset: true }),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    coordinates: z.enum(['wgs84', 'gcj02']).default('wgs84'),
    speed: z.number().min(0).max(400).default(0),
    direction: z.int().min(0).max(360).default(0),
    mileage: z.number().min(0).max(10_000_000).optional(),
    ignition: z.boolean().optional(),
  })).min(1).max(5000),
})

export function fleetRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    const streams = positionStreams(system)
    app.addHook('onClose', async () => streams.closeAll())
    /** Of every car the caller may see on a common map; who accepts text/event-stream is told of every move. */
    app.get('/api/fleet/positions', { config: { rule: readers }, schema: { tags } }, async (request, reply) => {
      const actor = actorOf(request)
      if (request.headers.accept !== 'text/event-stream') return { now: system.clock.now(), rows: await lastPositions(system, actor) }
      reply.hijack()
      for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value)
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      await streams.open(reply.raw, actor).catch((error: unknown) => {
        system.log.error({ err: error }, 'position stream')
        reply.raw.end()
      })
      return reply
    })
    app.get('/api/fleet/ground', { config: { rule: readers }, schema: { tags } }, async () => groundOf(system.db))
    app.get('/api/fleet/cars/:id', { config: { rule: readers }, schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request) =>
      carCard(system, actorOf(request), request.params.id))
    app.get('/api/fleet/track', { config: { rule: readers }, schema: { tags, querystring: span } }, async (request) => {
      const [from, to] = [new Date(request.query.from), new Date(request.query.to)]
      if (to <= from || to.getTime() - from.getTime() > longest)
        throw new Problem('bad-request', say('轨迹的结束应在开始之后，最长 31 天。', 'A track ends after it begins and has 31 days at most.'))
      return track(system, actorOf(request), { vehicle: request.query.vehicle, from, to })
    })
    app.get('/api/fleet/evidence', { config: { rule: readers }, schema: { tags, querystring: about } }, async (request) => evidenceFor(system, actorOf(request), request.query))
    /** The same position twice counts once; answered after the commit. */
    app.post('/api/fleet/positions', { config: { rule: [gateway] }, bodyLimit: 2_000_000, schema: { tags, body: fed } }, async (request) => takeFeed(system, request.body.positions))
    app.get('/api/fleet/gateways', { config: { rule: readers }, schema: { tags } }, async () => ({ rows: await gatewayStates(system.db) }))
  }
}
