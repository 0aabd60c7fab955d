// 明细导入的接口: a sheet on its way into a form; it is read, answered and thrown away, and what comes of it is sent with the form.
import { rm } from 'node:fs/promises'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { readSheetLines } from '@houqin/line-imports'
import { receiveLedger } from './receive-ledger.ts'

export function lineImportRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/line-imports',
      {
        config: { rule: 'signed-in', rateLimit: { max: 60, timeWindow: '10 minutes' } },
        schema: { tags: ['导入'], consumes: ['multipart/form-data'], querystring: z.object({ owner: z.string().min(3).max(100), set: z.string().min(1).max(60) }) },
      },
      async (request) => {
        const { path } = await receiveLedger(system, request)
        try {
          return await readSheetLines(system, actorOf(request), { ...request.query, path })
        } finally {
          await rm(path, { force: true })
        }
      },
    )
  }
}
