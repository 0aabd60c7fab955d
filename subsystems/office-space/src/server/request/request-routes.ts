// Calls of the ledger and of room requests 台账与用房申请的接口: an organ's page, the district's, free rooms, people without a seat, and what an approver decides upon.
import { auditor } from '@houqin/define'
import { actorOf, givenDay } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, roomUses } from '@houqin/places'
import type { RoomUse } from '@houqin/places'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { districtLedger, unseatedPeople } from '../ledger/district-ledger.ts'
import { ledgerReaders, organLedger } from '../ledger/organ-ledger.ts'
import { freeRooms } from './pool.ts'
import { requestBasis } from './request-basis.ts'

const tags = ['办公用房']
const keepers = [placesOfficer, bureauLeader, auditor]
const onDay = z.object({ day: givenDay.optional() })
const use = z.enum(Object.keys(roomUses) as [RoomUse, ...RoomUse[]])

export function requestRoutes(system: System): FastifyPluginAsyncZod {
  const { clock } = system
  return async (app) => {
    app.get('/api/office-space/organs/:id/ledger', { config: { rule: ledgerReaders }, schema: { tags, params: z.object({ id: z.uuid() }), querystring: onDay } }, async (request) =>
      organLedger(system, actorOf(request), { organ: request.params.id, day: request.query.day ?? clock.today() }))
    app.get('/api/office-space/district', { config: { rule: keepers }, schema: { tags, querystring: onDay } }, async (request) => districtLedger(system, request.query.day ?? clock.today()))
    app.get('/api/office-space/free-rooms', { config: { rule: ledgerReaders }, schema: { tags, querystring: onDay.extend({ use: use.default('office'), site: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(1000).optional() }) } }, async (request) =>
      freeRooms(system.db, { use: request.query.use, site: request.query.site ?? null, day: request.query.day ?? clock.today(), listed: request.query.limit }))
    app.get('/api/office-space/unseated', { config: { rule: keepers }, schema: { tags, querystring: onDay } }, async (request) => ({ rows: await unseatedPeople(system, request.query.day ?? clock.today()) }))
    app.get('/api/office-space/requests/:number/basis', { config: { rule: ledgerReaders }, schema: { tags, params: z.object({ number: z.string().min(1).max(40) }) } }, async (request) =>
      requestBasis(system, actorOf(request), request.params.number))
  }
}
