// Lists as Excel, on the wire: the same rows under the same filters, for those who may export.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { z } from 'zod'
import { sendList } from './send-list.ts'
import { exportLimits } from './send-sheet.ts'

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
