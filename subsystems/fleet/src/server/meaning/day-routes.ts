// 接口: what the cars did on a day.
import { auditor } from '@houqin/define'
import { actorOf, givenDay } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { fleetOfficer } from '../../contract/index.ts'
import { carDays, dayOfCar, daysOfCars } from './day.ts'

const tags = ['公务用车']
const readers = [fleetOfficer, bureauLeader, auditor]

export function dayRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/fleet/days', { config: { rule: readers }, schema: { tags, querystring: z.object({ day: givenDay }) } }, async (request) => ({
      rows: await daysOfCars(system, actorOf(request), request.query.day),
    }))
    const span = z.object({ vehicle: z.uuid().optional(), organ: z.uuid().optional(), from: givenDay, to: givenDay })
    app.get('/api/fleet/car-days', { config: { rule: readers }, schema: { tags, querystring: span } }, async (request) => ({ rows: await carDays(system, actorOf(request), request.query) }))
    app.get('/api/fleet/day', { config: { rule: readers }, schema: { tags, querystring: z.object({ vehicle: z.uuid(), day: givenDay }) } }, async (request) =>
      dayOfCar(system, actorOf(request), request.query))
  }
}
