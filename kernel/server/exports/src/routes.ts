// Lists as Excel, on the wire: the same rows under the same filters, for those who may export.
import { rm } from 'node:fs/promises'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { receiveJudged } from '@houqin/files'
import { actorOf, uploadedPart } from '@houqin/http'
import type { System } from '@houqin/http'
import { exportLimits, judgeSheet } from '@houqin/signed-sheets'
import type { SheetJudgement } from '@houqin/signed-sheets'
import { z } from 'zod'
import { sendList } from './send-list.ts'

/** Filters are named after the fields of each list; the engine tells in a sentence which one is none. */
const word = z.string().optional()
const asked = z
  .object({
    reason: z.string().max(300).optional().describe('what for; required where the list holds personal numbers'),
    whole: z.enum(['true', 'false']).optional().describe('masked numbers whole, for who may reveal them'),
    q: word.describe('search, as of the list'),
    sort: word,
    asOf: word,
    retired: word,
  })
  .catchall(z.union([z.string(), z.array(z.string())]))

export function exportRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.post('/api/exports/verify', { config: { rule: 'signed-in', rateLimit: exportLimits }, schema: { tags: ['导出'], consumes: ['multipart/form-data'] } }, async (request) => verifySent(system, request))
    const route = { config: { rule: 'signed-in' as const, rateLimit: exportLimits }, schema: { tags: ['导出'], querystring: asked } }
    for (const [kind, lists] of [['registers', system.catalogue.registers], ['matters', system.catalogue.matters]] as const)
      for (const list of lists.values())
        app.get(`/api/${kind}/${list.id}/export.xlsx`, route, async (request, reply) => {
          const { reason = '', whole, ...rest } = request.query
          const query = Object.fromEntries(Object.entries(rest).filter((pair): pair is [string, string | string[]] => pair[1] !== undefined))
          return sendList(system, reply, { actor: actorOf(request), list, query, reason: reason.trim(), whole: whole === 'true' })
        })
  }
}

const mostBytes = 200 * 2 ** 20
/** What was sent is looked at and thrown away; nothing of it is kept or recorded. */
async function verifySent({ files, clock, signer }: System, request: FastifyRequest): Promise<SheetJudgement> {
  const part = await uploadedPart(request, mostBytes)
  const { path } = await receiveJudged(files, part.file, {
    name: part.filename, at: clock.now(), maxBytes: mostBytes,
    judge: async () => 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  try {
    return await judgeSheet(path, signer.verify)
  } finally {
    await rm(path, { force: true })
  }
}
