// What ends, on the wire: one list of every register's expiries, put aside with a reason, and as Excel.
import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { signature } from '@houqin/access'
import { record } from '@houqin/audit'
import { date, int, text } from '@houqin/define'
import { dueRows, dueStates, putAside } from '@houqin/due'
import type { DueQuery } from '@houqin/due'
import { cellOf, columnOf } from '@houqin/excel'
import { exportLimits, sendSheet } from '@houqin/exports'
import { actorOf, given, givenDay, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { say } from '@houqin/problem'

const whole = z.coerce.number().int()
const filters = { state: z.enum(dueStates).optional(), register: z.string().max(120).optional(), site: z.uuid().optional(), within: whole.min(0).max(3650).optional() }
const listing = z.strictObject({ ...filters, limit: whole.min(1).max(200).optional(), after: z.string().max(60).optional() })
const aside = z.strictObject({ action: z.enum(['snooze', 'acknowledge', 'open']), until: givenDay.optional(), reason: z.string().trim().min(1).max(500) })
const mostRows = 20_000
const told = {
  title: [text(''), say('台账', 'Register')], row: [text(''), say('名称', 'What')], label: [text(''), say('到期内容', 'What ends')], day: [date(''), say('到期日', 'Last day')],
  daysLeft: [int(''), say('剩余天数', 'Days left')], says: [text(''), say('要做什么', 'What to do')], organ: [text(''), say('单位', 'Organ')], site: [text(''), say('场所', 'Site')],
} as const

export function dueRoutes(system: System): FastifyPluginAsyncZod {
  const { db } = system
  const tags = ['到期']
  const config = { rule: 'signed-in' as const }
  return async (app) => {
    app.get('/api/due', { config, schema: { tags, querystring: listing } }, async (request) => dueRows(db, system, actorOf(request), given(request.query)))
    app.post('/api/due/:id', { config, schema: { tags, params: z.object({ id: z.uuid() }), body: aside } }, async (request, reply) =>
      write(system, request, reply, (tx) => putAside(tx, system, actorOf(request), request.params.id, given(request.body)), { status: 204 }),
    )
    app.get('/api/due/export.xlsx', { config: { ...config, rateLimit: exportLimits }, schema: { tags, querystring: z.strictObject(filters) } }, async (request, reply) => {
      const actor = actorOf(request)
      await db.transaction().execute((tx) => record(tx, { ...signature(actor), at: system.clock.now(), action: 'due.export', summary: '导出到期一览', after: request.query }))
      const columns = Object.entries(told)
      return sendSheet(system, reply, {
        title: say('到期一览', 'What ends')[actor.locale],
        columns: columns.map(([, [field, title]]) => columnOf(field, title[actor.locale], actor.locale)),
        cells: (row) => columns.map(([key, [field]]) => cellOf(field, row[key])),
      }, Readable.from(allRows(system, actor, given(request.query))))
    })
  }
}

async function* allRows(system: System, actor: Parameters<typeof dueRows>[2], query: DueQuery): AsyncGenerator<Readonly<Record<string, unknown>>> {
  let after: string | null = null
  let count = 0
  do {
    const page: Awaited<ReturnType<typeof dueRows>> = await dueRows(system.db, system, actor, { ...query, limit: 200, ...(after !== null && { after }) })
    for (const row of page.rows) yield { ...row }
    count += page.rows.length
    after = page.next
  } while (after !== null && count < mostRows)
}
