// The first three administrators of an empty system, by a link shown once where it was started.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { isSetupOpen, threeAdministrators } from '@houqin/access'
import { write } from '@houqin/http'
import type { System } from '@houqin/http'

const administrator = z.strictObject({
  role: z.string().max(60),
  username: z.string().min(1).max(64),
  name: z.string().min(1).max(60),
  password: z.string().min(1).max(256),
})
const limited = { rule: 'public' as const, rateLimit: { max: 10, timeWindow: '1 minute' } }

export function setupRoutes(system: System): FastifyPluginAsyncZod {
  const tags = ['初始化']
  return async (app) => {
    app.get('/api/setup', { config: limited, schema: { tags } }, async () => ({
      open: await isSetupOpen(system.db, system.clock),
      administrators: threeAdministrators.map(({ role, title }) => ({ role, title })),
    }))
    app.post(
      '/api/setup/:token',
      {
        config: limited,
        schema: { tags, params: z.object({ token: z.string().min(1).max(100) }), body: z.strictObject({ administrators: z.array(administrator).max(3) }) },
      },
      async (request, reply) =>
        write(
          system,
          request,
          reply,
          (tx) => system.access.completeSetup(tx, { token: request.params.token, administrators: request.body.administrators, ip: request.ip }),
          { status: 201, caller: 'setup' },
        ),
    )
  }
}
