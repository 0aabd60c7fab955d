// Printed codes, without signing in: what a door is, reporting at it, following what was reported.
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { localeOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import type { AskedByCode } from '@houqin/wire'

const code = z.object({ code: z.string().regex(/^[0-9A-Za-z]{8,40}$/) })
const report = z.strictObject({
  input: z.record(z.string(), z.unknown()),
  files: z.array(z.string().min(8).max(64)).max(9).optional(),
})
const step = z.strictObject({ comment: z.string().max(2000).optional(), rating: z.int().min(1).max(5).optional() })
const tags = ['扫码']

/** Few enough that a prankster tires, many enough for a corridor of colleagues behind one address. */
const reports = { max: 20, timeWindow: '10 minutes' }
const readings = { max: 240, timeWindow: '1 minute' }

export function codeRoutes(system: System): FastifyPluginAsyncZod {
  const { matters, db } = system
  return async (app) => {
    app.get('/api/q/:code', { config: { rule: 'public', rateLimit: readings }, schema: { tags, params: code } }, async (request) =>
      matters.readByCode(db, request.params.code, localeOf(request)),
    )
    for (const matter of system.catalogue.matters.values()) {
      if (!matter.byCode) continue
      app.post(
        `/api/q/:code/matters/${matter.id}`,
        { config: { rule: 'public', rateLimit: reports }, schema: { tags, params: code, body: report } },
        async (request, reply) =>
          write(
            system,
            request,
            reply,
            async (tx): Promise<AskedByCode> => {
              const { number, reporterCode } = await matters.startByCode(tx, matter, request.params.code, { ...request.body, ...from(request) })
              return { number, follow: `/q/${reporterCode}` }
            },
            { status: 201, caller: `code ${request.params.code}` },
          ),
      )
    }
    app.post(
      '/api/q/:code/steps/:step',
      {
        config: { rule: 'public', rateLimit: reports },
        schema: { tags, params: code.extend({ step: z.string().regex(/^[a-zA-Z]{1,40}$/) }), body: step },
      },
      async (request, reply) =>
        write(
          system,
          request,
          reply,
          (tx) => matters.stepByCode(tx, request.params.code, request.params.step, { ...request.body, ...from(request) }),
          { caller: `code ${request.params.code}` },
        ),
    )
  }
}

function from(request: FastifyRequest): { ip: string; locale: 'zh' | 'en'; request: string } {
  return { ip: request.ip, locale: localeOf(request), request: request.id }
}
