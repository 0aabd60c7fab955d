// Fetching what was agreed to 下载: by who asked, within the time, no more rows than were agreed to.
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { exportLimits, sendList } from '@houqin/exports'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { release } from '../contract/index.ts'
import { listOf } from './list-of.ts'

const params = z.object({ number: z.string().min(1).max(40) })

export async function releaseRoutes(app: FastifyInstance, system: System): Promise<void> {
  await app.register(routes(system))
}

function routes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/data-release/:number/file.xlsx', { config: { rule: 'signed-in', rateLimit: exportLimits }, schema: { tags: [release.title], params } }, async (request, reply) => {
      const actor = actorOf(request)
      const { number, state, requester, form, facts } = await system.matters.read(system.db, actor, release, request.params.number)
      if (requester?.id !== actor.principal.person) throw new Problem('not-allowed', say('只有申请人本人能下载。', 'Only who asked may fetch it.'))
      const { until } = facts
      const isOver = typeof until === 'string' && new Date(until) <= system.clock.now()
      if (state !== 'agreed' && !isOver) throw new Problem('step-not-possible', say('还没有同意导出，或已经结束。', 'It has not been agreed to, or it is over.'))
      if (isOver || typeof until !== 'string') throw new Problem('gone', say('下载时间已过，请重新申请。', 'The time to fetch it is over: ask again.'))
      const list = listOf(system, String(form['list']))
      if (!list) throw new Problem('gone', say('这份清单已经没有了。', 'That list is no more.'))
      return sendList(system, reply, {
        actor, list, query: queryOf(typeof form['filter'] === 'string' ? form['filter'] : ''), reason: `${String(form['reason'])}（${number}）`,
        whole: form['whole'] === true, agreed: Number(form['count']),
      })
    })
  }
}

/** As it stood in the address of the list. */
function queryOf(filter: string): Record<string, string | string[]> {
  const given = new URLSearchParams(filter)
  return Object.fromEntries([...new Set(given.keys())].map((key) => {
    const values = given.getAll(key)
    return [key, values.length > 1 ? values : (values[0] ?? '')]
  }))
}
