// 接口: the fences with their lines, for maps. They are made and changed as any register's rows are.
import { auditor } from '@houqin/define'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { fence } from '../../contract/index.ts'
import { fencesOnMap } from './fences.ts'

export function fenceRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/fleet/fences', { config: { rule: [...fence.access.read, auditor] }, schema: { tags: ['公务用车'] } }, async (request) => ({ rows: await fencesOnMap(system.db, actorOf(request)) }))
  }
}
