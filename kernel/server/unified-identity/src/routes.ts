// The routes of unified identity: the door (public), one's own identities, and what the administrator keeps.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { System } from '@houqin/http'
import { doorRoutes } from './door-routes.ts'
import { keepingRoutes } from './keeping-routes.ts'

export function identityRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(doorRoutes(system))
    await app.register(keepingRoutes(system))
  }
}
