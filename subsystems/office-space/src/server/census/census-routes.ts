// Calls of the census 清查盘点的接口: the sheet of one, and what somebody saw in a room.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, roomUses, steward } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { auditor } from '@houqin/define'
import type { RoomSeen } from '../../contract/index.ts'
import { counters, countRoom } from './count-room.ts'
import { readCensus } from './read-census.ts'

const tags = ['办公用房']
const byNumber = z.object({ number: z.string().min(1).max(40) })
const seen = z.strictObject({
  there: z.boolean(),
  area: z.string().regex(/^\d{1,6}(\.\d{1,2})?$/).optional(),
  use: z.enum(Object.keys(roomUses) as [RoomUse, ...RoomUse[]]).optional(),
  note: z.string().trim().min(1).max(500).optional(),
  photos: z.array(z.uuid()).max(9).optional(),
  people: z.array(z.strictObject({ person: z.uuid(), here: z.boolean() })).max(100).optional(),
  way: z.enum(['scan', 'hand']),
  version: z.number().int().min(0),
})

export function censusRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/office-space/censuses/:number', { config: { rule: [placesOfficer, steward, bureauLeader, auditor] }, schema: { tags, params: byNumber } }, async (request) =>
      readCensus(system, actorOf(request), request.params.number))
    app.post('/api/office-space/censuses/:number/rooms/:room', {
      config: { rule: counters }, schema: { tags, params: byNumber.extend({ room: z.uuid() }), body: seen },
    }, async (request, reply) =>
      // what was left out is left out
      write(system, request, reply, (tx) => countRoom(tx, system, actorOf(request), { ...request.params, seen: request.body as RoomSeen })))
  }
}
