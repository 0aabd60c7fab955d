// Calls of a door 门牌的接口: what stands behind it, by its code or its room, and a correction told there.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { roomUses } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { RoomCorrected } from '../../contract/index.ts'
import { correctRoom } from './correct-room.ts'
import { doorSheet, roomOfCode } from './door-sheet.ts'

const tags = ['办公用房']
const config = { rule: 'signed-in' as const }
const byId = z.object({ id: z.uuid() })
const corrected = z.strictObject({
  area: z.string().regex(/^\d{1,6}(\.\d{1,2})?$/).optional(),
  use: z.enum(Object.keys(roomUses) as [RoomUse, ...RoomUse[]]).optional(),
  note: z.string().trim().min(1).max(500).optional(),
  photos: z.array(z.uuid()).max(9).optional(),
  people: z.array(z.strictObject({ person: z.uuid(), here: z.boolean() })).max(100).optional(),
  version: z.number().int().min(1),
})

export function doorRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/office-space/doors/:code', { config, schema: { tags, params: z.object({ code: z.string().regex(/^[0-9A-Za-z]{8,40}$/) }) } }, async (request) =>
      doorSheet(system, actorOf(request), await roomOfCode(system, request.params.code)))
    app.get('/api/office-space/rooms/:id/door', { config, schema: { tags, params: byId } }, async (request) => doorSheet(system, actorOf(request), request.params.id))
    app.post('/api/office-space/rooms/:id/corrections', { config, schema: { tags, params: byId, body: corrected } }, async (request, reply) =>
      write(system, request, reply, (tx) => correctRoom(tx, system, actorOf(request), { id: request.params.id, told: request.body as RoomCorrected }), { status: 201 })) // what was left out is left out
  }
}
