// Calls of the yearly publication and the yearly filing 公示与备案的接口.
import { signature } from '@houqin/access'
import { record } from '@houqin/audit'
import { auditor } from '@houqin/define'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { exportLimits, sendWorkbook } from '@houqin/signed-sheets'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { filingYear, startFilings } from './file-rooms.ts'
import { publishedEditions, publishedOrgans } from './publish.ts'
import { publishedSheet } from './published-sheet.ts'

const tags = ['办公用房']
const year = z.coerce.number().int().min(2017).max(2100)

export function yearlyRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/api/office-space/publications', { config: { rule: 'signed-in' }, schema: { tags } }, async () => ({ rows: await publishedEditions(system.db) }))
    app.get('/api/office-space/publications/:number', { config: { rule: 'signed-in' }, schema: { tags, params: z.object({ number: z.string().min(1).max(40) }) } }, async (request) =>
      ({ rows: await publishedOrgans(system.db, request.params.number) }))
    app.get('/api/office-space/publications/:number/export.xlsx', { config: { rule: 'signed-in', rateLimit: exportLimits }, schema: { tags, params: z.object({ number: z.string().min(1).max(40) }) } }, async (request, reply) => {
      const [actor, { number }] = [actorOf(request), request.params]
      const rows = await publishedOrgans(system.db, number)
      const edition = (await publishedEditions(system.db)).find((one) => one.number === number)
      if (!edition) throw new Error(`${number} is published and no edition`)
      await system.db.transaction().execute((tx) => record(tx, { ...signature(actor), at: system.clock.now(), action: 'office-space.publication.export', summary: `导出 ${number} 公示表`, after: { number } }))
      return sendWorkbook(system, reply, publishedSheet(edition, rows))
    })
    app.get('/api/office-space/filings', { config: { rule: [placesOfficer, bureauLeader, auditor] }, schema: { tags, querystring: z.object({ year }) } }, async (request) => filingYear(system, request.query.year))
    app.post('/api/office-space/filings', { config: { rule: [placesOfficer] }, schema: { tags, body: z.object({ year: z.int().min(2017).max(2100) }) } }, async (request, reply) =>
      write(system, request, reply, async (tx) => ({ started: await startFilings(system, tx, actorOf(request), request.body.year) }), { status: 201 }))
  }
}
