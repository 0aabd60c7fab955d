// 接口: the four figures, what is overdue, the work report, and the rounds of the survey.
import { auditor } from '@houqin/define'
import { actorOf, givenDay, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import type { FastifyInstance } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { goalsOfficer } from '../contract/index.ts'
import { goalFigures } from './goal-figures.ts'
import { overdueLines } from './overdue-lines.ts'
import { sendSurvey, surveyRounds } from './survey.ts'
import { workReport } from './work-report.ts'

const tags = ['工作成效']
const readers = [bureauLeader, goalsOfficer, auditor]
const period = z.object({ from: z.iso.datetime({ offset: true }), to: z.iso.datetime({ offset: true }) })
const round = z.strictObject({ quarter: z.string().regex(/^20\d\d-Q[1-4]$/), until: givenDay })
const longest = 5 * 366 * 24 * 3_600_000

export async function goalsRoutes(app: FastifyInstance, system: System): Promise<void> {
  await app.register(routes(system))
}

function routes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/goals', { config: { rule: readers }, schema: { tags, querystring: period } }, async (request) =>
      goalFigures(system, actorOf(request), spanOf(request.query)),
    )
    /** Of every kind of matter the caller may read. */
    app.get('/api/goals/overdue', { config: { rule: readers }, schema: { tags } }, async (request) => ({ rows: await overdueLines(system, actorOf(request)) }))
    app.get('/api/goals/work-report', { config: { rule: readers }, schema: { tags, querystring: period } }, async (request) => {
      const actor = actorOf(request)
      const span = spanOf(request.query)
      return workReport(system, actor, { period: span, goals: await goalFigures(system, actor, span) })
    })
    app.get('/api/goals/surveys', { config: { rule: readers }, schema: { tags } }, async () => ({ rows: await surveyRounds(system) }))
    /** Asks every organ that has not been asked for the quarter. */
    app.post('/api/goals/surveys', { config: { rule: [goalsOfficer] }, schema: { tags, body: round } }, async (request, reply) =>
      write(system, request, reply, (tx) => sendSurvey(tx, system, { actor: actorOf(request), round: request.body }), { status: 201 }),
    )
  }
}

/** @throws Problem `bad-request` for a period that ends before it begins, or of more than five years. */
function spanOf(given: { readonly from: string; readonly to: string }): { readonly from: Date; readonly to: Date } {
  const [from, to] = [new Date(given.from), new Date(given.to)]
  if (to <= from) throw new Problem('bad-request', say('期间的结束应在开始之后。', 'The period must end after it begins.'))
  if (to.getTime() - from.getTime() > longest) throw new Problem('bad-request', say('期间最长五年。', 'A period has five years at most.'))
  return { from, to }
}
