// Agreeing to several at once 批量同意, on the wire: each is judged by itself, and each has its own answer in words.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { asAccount, loadMatter, mayRead, noSuchMatter } from '@houqin/matter-records'
import { Problem } from '@houqin/problem'
import type { AgreedRow } from '@houqin/wire'
import { sql } from 'kysely'
import { isApproved } from './approvals.ts'

const mostAtOnce = 50
const body = z.strictObject({
  rows: z.array(z.strictObject({ number: z.string().min(1).max(40), version: z.int().min(1) })).min(1).max(mostAtOnce),
  comment: z.string().max(2000).optional(),
})
interface Row {
  readonly number: string
  readonly version: number
}
export function severalRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    for (const matter of system.catalogue.matters.values())
      if (isApproved(matter))
        app.post(`/api/matters/${matter.id}/agree`, { config: { rule: 'signed-in' }, schema: { tags: [matter.title], body } }, async (request, reply) =>
          write(system, request, reply, async (tx) => {
            const answers: AgreedRow[] = []
            const { rows, comment } = request.body
            // In one order, so that two who agree to the same ones do not wait for each other.
            for (const row of rows.toSorted((a, b) => (a.number < b.number ? -1 : 1)))
              answers.push(await agreeToOne(tx, system, { actor: actorOf(request), matter, row, ...(comment !== undefined && { comment }) }))
            return { rows: rows.map(({ number }) => answers.find((answer) => answer.number === number)) }
          }),
        )
  }
}

/** What goes wrong with one is undone alone. */
async function agreeToOne(tx: Tx, system: System, { actor, matter, row: { number, version }, comment }: {
  actor: Actor; matter: Matter; row: Row; comment?: string
}): Promise<AgreedRow> {
  await sql`savepoint one_of_several`.execute(tx)
  try {
    const stored = await loadMatter(tx, { matter, where: { number }, actor, lock: true })
    if (stored === undefined || !mayRead(actor, matter, stored)) throw noSuchMatter(number)
    const task = await system.approvals.ownTask(tx, { caller: asAccount(actor), matter, stored, version })
    const after = await system.matters.decide(tx, actor, matter, number, task.id, { action: 'agree', version: task.version, ...(comment !== undefined && { comment }) })
    await sql`release savepoint one_of_several`.execute(tx)
    const passed = after.route?.outcome === 'passed'
    return { number, subject: after.subject, outcome: passed ? 'passed' : 'agreed', problem: null, says: saysDone(actor, { passed, waits: after.awaits.map(({ name }) => name) }) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint one_of_several`.execute(tx)
    const stored = await loadMatter(tx, { matter, where: { number }, actor })
    return {
      number, subject: stored !== undefined && mayRead(actor, matter, stored) ? stored.subject : null, outcome: 'not-done', problem: error.type, says: error.detail[actor.locale],
    }
  }
}

function saysDone({ locale }: Actor, { passed, waits }: { passed: boolean; waits: readonly string[] }): string {
  if (passed) return locale === 'zh' ? '已同意，审批通过' : 'Agreed, and approved'
  return locale === 'zh' ? `已同意，还等${waits.join('、') || '下一环节'}` : `Agreed; it waits for ${waits.join(', ') || 'the next stage'}`
}
