// Standards: what they say today, what they find in one subject, in the whole ledger, and since when.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { holds, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { auditor } from '@houqin/define'
import { actorOf, givenDay } from '@houqin/http'
import type { System } from '@houqin/http'
import { exportLimits, sendWorkbook } from '@houqin/signed-sheets'
import { createStandardHistory } from '@houqin/standard-history'
import type { LedgerAudit, StandardAnswer } from '@houqin/wire'
import { auditColumns, auditRows } from './audit-sheet.ts'
import type { Since } from './audit-sheet.ts'

const byId = z.object({ id: z.string().min(1).max(100) })
const checking = z.strictObject({ subject: z.record(z.string(), z.unknown()), asOf: givenDay.optional() })
const auditing = z.object({ asOf: givenDay.optional(), organ: z.uuid().optional() })
const looking = z.object({ open: z.enum(['true', 'false']).optional() })
/** Rows of a sheet: more than anybody reads, and a bound for the memory they take. */
const sheetRows = 50_000

export function standardRoutes(system: System): FastifyPluginAsyncZod {
  const { standards, db } = system
  const history = createStandardHistory(system)
  const tags = ['依据']
  const config = { rule: 'signed-in' as const }

  /** Since when those breach that breach on the day. */
  async function sinceOf(actor: Actor, id: string, { asOf, rows }: LedgerAudit): Promise<Since & ReadonlyMap<string, { since: string; orOlder: boolean }>> {
    const subjects = rows.filter(({ findings }) => findings.some(({ level }) => level === 'breach')).map(({ subject }) => subject.id)
    if (subjects.length === 0) return new Map()
    const { rows: breaches } = await history.breaches(db, actor, id, { subjects })
    return new Map(breaches.filter((one) => one.since <= asOf && (one.ended === null || one.ended > asOf)).map(({ subject, since, orOlder }) => [subject.id, { since, orOlder }]))
  }

  return async (app) => {
    app.get('/api/standards', { config, schema: { tags } }, async (request): Promise<{ rows: readonly StandardAnswer[] }> => {
      const counts = await history.counts(db, actorOf(request))
      return { rows: (await standards.describe(db)).map((standard) => ({ ...standard, standing: counts.get(standard.id) ?? null })) }
    })
    app.get('/api/standards/:id', { config, schema: { tags, params: byId } }, async (request) => {
      const { id, keep = [], read = [] } = standards.find(request.params.id)
      const counts = await history.counts(db, actorOf(request))
      const [standard] = await standards.describe(db, id)
      return { ...standard, drafts: holds(actorOf(request).principal, [...keep, ...read, auditor]), standing: counts.get(id) ?? null }
    })
    app.post('/api/standards/:id/check', { config, schema: { tags, params: byId, body: checking } }, async (request) => {
      const { subject, asOf } = request.body
      return { findings: await standards.checkGiven(db, request.params.id, { subject, ...(asOf !== undefined && { asOf }) }) }
    })
    app.get('/api/standards/:id/audit', { config, schema: { tags, params: byId, querystring: auditing } }, async (request) => {
      const actor = actorOf(request)
      const audit = await standards.audit(db, actor, request.params.id, request.query)
      const since = await sinceOf(actor, request.params.id, audit)
      return { ...audit, rows: audit.rows.map((row) => ({ ...row, ...since.get(row.subject.id) })) }
    })
    app.get(
      '/api/standards/:id/audit/export.xlsx',
      { config: { ...config, rateLimit: exportLimits }, schema: { tags, params: byId, querystring: auditing } },
      async (request, reply) => {
        const actor = actorOf(request)
        const { id, title } = standards.find(request.params.id)
        const audit = await standards.audit(db, actor, id, { ...request.query, most: sheetRows })
        const since = await sinceOf(actor, id, audit)
        await db.transaction().execute((tx) =>
          record(tx, { ...signature(actor), at: system.clock.now(), action: `${id}.export`, summary: `导出核查结果《${title}》`, after: { asOf: audit.asOf, ...request.query } }),
        )
        const named = system.word(`${id}.title`, title, actor.locale)
        return sendWorkbook(system, reply, { title: `${named} ${audit.asOf}`, columns: auditColumns(actor.locale), rows: auditRows(audit.rows, { since, locale: actor.locale }) })
      },
    )
    app.get('/api/standards/:id/breaches', { config, schema: { tags, params: byId, querystring: looking } }, async (request) =>
      history.breaches(db, actorOf(request), request.params.id, { open: request.query.open === 'true' }),
    )
  }
}
