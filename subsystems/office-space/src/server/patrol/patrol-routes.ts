// Calls of patrols of rooms 用房巡查的接口: the board, the sheet of one, and a look at a room.
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { roomUses } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { seenPlates, seenStates } from '../../contract/index.ts'
import type { RoomVisited, SeenPlate, SeenState } from '../../contract/index.ts'
import { counters } from '../census/count-room.ts'
import { patrolBoard, patrolReaders, readPatrol } from './read-patrol.ts'
import { visitRoom } from './visit-room.ts'

const tags = ['办公用房']
const oneOf = <Key extends string>(titles: Readonly<Record<Key, string>>) => z.enum(Object.keys(titles) as [Key, ...Key[]])
const number = z.string().min(1).max(40)
const visited = z.strictObject({
  patrol: number.optional(),
  people: z.array(z.strictObject({ person: z.uuid(), here: z.boolean() })).max(100).optional(),
  use: oneOf<RoomUse>(roomUses).optional(),
  state: oneOf<SeenState>(seenStates).optional(),
  plate: oneOf<SeenPlate>(seenPlates).optional(),
  note: z.string().trim().min(1).max(500).optional(),
  photos: z.array(z.uuid()).max(9).optional(),
  way: z.enum(['scan', 'hand']),
})

export function patrolRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/office-space/room-patrols', { config: { rule: patrolReaders }, schema: { tags } }, async (request) => patrolBoard(system, actorOf(request)))
    app.get('/api/office-space/room-patrols/:number', { config: { rule: patrolReaders }, schema: { tags, params: z.object({ number }) } }, async (request) => readPatrol(system, actorOf(request), request.params.number))
    app.post('/api/office-space/rooms/:id/visits', { config: { rule: counters }, schema: { tags, params: z.object({ id: z.uuid() }), body: visited } }, async (request, reply) =>
      write(system, request, reply, (tx) => visitRoom(tx, system, actorOf(request), { id: request.params.id, seen: request.body as RoomVisited }), { status: 201 })) // what was left out is left out
  }
}
