// 接口: the account of one car, and how many cars of a class are needed.
import { auditor } from '@houqin/define'
import { actorOf, givenDay } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { dutyDriver, fleetDispatcher, fleetOfficer } from '../../contract/index.ts'
import { accountOf } from './account.ts'
import { driverLog } from './driver-log.ts'
import { pooled } from './asked-pool.ts'
import { outOnADay, rightSizing } from './right-sizing.ts'
import { outOn, utilisation } from './utilisation.ts'

const tags = ['公务用车']
const readers = [fleetOfficer, bureauLeader, auditor]
const days = z.object({ from: givenDay, to: givenDay })
const longest = 366 * 6

function within<D extends { readonly from: string; readonly to: string }>(asked: D): D {
  if (asked.to < asked.from || Date.parse(asked.to) - Date.parse(asked.from) > longest * 86_400_000)
    throw new Problem('bad-request', say('结束日期应不早于开始日期，最长六年。', 'A period ends no earlier than it begins and has six years at most.'))
  return asked
}

export function accountRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/fleet/account', { config: { rule: readers }, schema: { tags, querystring: days.extend({ vehicle: z.uuid() }) } }, async (request) =>
      accountOf(system, actorOf(request), within(request.query)))
    /** A driver sees his own, others whoever drove. */
    app.get('/api/fleet/driver-log', {
      config: { rule: [dutyDriver, fleetDispatcher, ...readers] }, schema: { tags, querystring: z.object({ driver: z.uuid().optional(), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }) },
    }, async (request) => driverLog(system, actorOf(request), { driver: request.query.driver, month: request.query.month }))
    app.get('/api/fleet/utilisation', { config: { rule: readers }, schema: { tags, querystring: days } }, async (request) => utilisation(system, actorOf(request), within(request.query)))
    app.get('/api/fleet/utilisation/day', { config: { rule: readers }, schema: { tags, querystring: z.object({ day: givenDay, use: pooled.shape.use.optional(), organ: z.uuid().optional() }) } }, async (request) => ({
      rows: await outOn(system, actorOf(request), request.query),
    }))
    app.get('/api/fleet/right-sizing', { config: { rule: readers }, schema: { tags, querystring: pooled } }, async (request) => rightSizing(system, actorOf(request), request.query))
    app.get('/api/fleet/right-sizing/day', { config: { rule: readers }, schema: { tags, querystring: pooled.extend({ day: givenDay, size: z.string().max(10) }) } }, async (request) => ({
      rows: await outOnADay(system, actorOf(request), request.query),
    }))
  }
}
