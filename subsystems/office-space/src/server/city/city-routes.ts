// Calls of what is told to the city 数据报送的接口: a version, its rows, and the files that are handed over.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { auditor } from '@houqin/define'
import { keepFile } from '@houqin/files'
import { actorOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { exportLimits, sendWorkbook } from '@houqin/signed-sheets'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { cityChanges, cityKinds } from '../../contract/city/city-items.ts'
import type { CityChange, CityKind } from '../../contract/city/city-items.ts'
import { cityPackage, cityRows, cityTable, readCity, versionId } from './read-city.ts'
import type { CityTable } from './read-city.ts'
import { judgeReceipt, receiveReceipt } from './receipt.ts'

const tags = ['办公用房']
/** Of a receipt's refusals and of the lines that cannot be read. */
const mostTold = 500
const readers = [placesOfficer, bureauLeader, auditor]
const byNumber = z.object({ number: z.string().min(1).max(40) })
const kind = z.enum(Object.keys(cityKinds) as [CityKind, ...CityKind[]])
const what = z.enum(['changes', 'all', 'rejected', ...(Object.keys(cityChanges) as CityChange[])] as const)

export function cityRoutes(system: System): FastifyPluginAsyncZod {
  const { db, clock } = system
  const path = '/api/office-space/city/:number'
  const files = { rule: [placesOfficer], rateLimit: exportLimits }
  const taken = (actor: Actor, number: string, as: string): Promise<unknown> =>
    db.transaction().execute((tx) => record(tx, { ...signature(actor), at: clock.now(), action: 'office-space.city-submission.export', summary: `导出 ${number} ${as}`, after: { number, as } }))
  return async (app) => {
    app.get(path, { config: { rule: readers }, schema: { tags, params: byNumber } }, async (request) => readCity(system, actorOf(request), request.params.number))
    app.get(`${path}/rows`, {
      config: { rule: readers },
      schema: { tags, params: byNumber, querystring: z.object({ kind: kind.optional(), what: what.default('changes'), after: z.coerce.number().int().min(-1).default(-1), limit: z.coerce.number().int().min(1).max(500).default(100) }) },
    }, async (request) => cityRows(system, actorOf(request), request.params.number, request.query))
    app.get(`${path}/export.xlsx`, { config: files, schema: { tags, params: byNumber, querystring: z.object({ kind: kind.default('site') }) } }, async (request, reply) => {
      const [actor, { number }] = [actorOf(request), request.params]
      const { day, digest, totals, tables } = await cityPackage(system, actor, number)
      const table = tables.find((one) => one.kind === request.query.kind)
      await taken(actor, number, `${cityKinds[request.query.kind]}.xlsx`)
      return sendWorkbook(system, reply, {
        title: `${number} ${cityKinds[request.query.kind]}`, ...sheetOf(table),
        about: [['报送编号', number], ['数据日期', day], ['场所', `${totals.sites} 处`], ['单位', `${totals.organs} 个`], ['证载建筑面积', `${totals.area} ㎡`], ['数据摘要 SHA-256', digest]],
        foot: `${number} ${day} ${totals.sites} 处 ${totals.organs} 个单位 ${totals.area} ㎡`,
      })
    })
    app.get(`${path}/package.json`, { config: files, schema: { tags, params: byNumber } }, async (request, reply) => {
      const [actor, { number }] = [actorOf(request), request.params]
      const whole = await cityPackage(system, actor, number)
      await taken(actor, number, 'JSON')
      return reply.type('application/json; charset=utf-8').header('content-disposition', `attachment; filename="${number}.json"`).send(JSON.stringify(whole))
    })
    app.post(`${path}/receipt-trial`, { config: { rule: [placesOfficer], rateLimit: exportLimits }, schema: { tags, consumes: ['multipart/form-data'], params: byNumber } }, async (request, reply) => {
      const actor = actorOf(request)
      const matter = await versionId(system, actor, request.params.number)
      const received = await receiveReceipt(system, request)
      return write(system, request, reply, async (tx) => {
        // swept after a while unless the step that enters it claims it
        const { id } = await keepFile(tx, system.files, received, { at: clock.now(), by: actor.principal.account })
        const { rows, ...judged } = await judgeReceipt(tx, system, { matter, file: id })
        return { file: id, ...judged, unread: judged.unread.slice(0, mostTold), rejections: rows.filter(({ answer }) => answer === 'rejected').slice(0, mostTold) }
      })
    })
    app.get(`${path}/rows.csv`, { config: files, schema: { tags, params: byNumber, querystring: z.object({ kind: kind.default('site') }) } }, async (request, reply) => {
      const [actor, { number }] = [actorOf(request), request.params]
      const table = await cityTable(system, actor, number, request.query.kind)
      await taken(actor, number, `${cityKinds[request.query.kind]}.csv`)
      const lines = [['key', 'change', ...table.columns.map(({ code }) => code)], ...table.rows.map(({ key, change, values }) => [key, change, ...values])]
      return reply.type('text/csv; charset=utf-8').header('content-disposition', `attachment; filename="${number}-${request.query.kind}.csv"`).send(`\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`)
    })
  }
}

/** A text that a spreadsheet would take for a formula is kept as text. */
const quoted = (cell: string): string => `"${(/^[=+@\t\r]|^-(?!\d)/.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`

function sheetOf(table: CityTable | undefined) {
  const columns = table?.columns ?? []
  const numbers = columns.map(({ unit }) => unit !== null)
  return {
    columns: [
      { title: '标识', format: '@', width: 38 }, { title: '变化', format: '@', width: 8 },
      ...columns.map(({ code, title, unit }, at) => ({ title: `${title}${unit === null ? '' : `(${unit})`} ${code}`, format: numbers[at] ? '#,##0.##' : '@', width: 20 })),
    ],
    rows: (table?.rows ?? []).map(({ key, change, values }) => [key, cityChanges[change], ...values.map((value, at) => (numbers[at] && value !== '' ? Number(value) : value))]),
  }
}
