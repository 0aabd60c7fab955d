// New versions of standards: prepared, tried on the ledger, put forward, issued by another or given up.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { signature } from '@houqin/access'
import { record } from '@houqin/audit'
import type { SheetColumn } from '@houqin/excel'
import { actorOf, givenDay, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { exportLimits, sendWorkbook } from '@houqin/signed-sheets'
import { createStandardVersions } from '@houqin/standard-versions'
import type { DraftOutcome, OutcomeRow } from '@houqin/wire'
import { figureCell } from './figure-cell.ts'

const byId = z.object({ id: z.uuid() })
const money = z.string().regex(/^\d{1,14}(\.\d{1,2})?$/)
const source = {
  level: z.enum(['国家', '省', '市', '区']),
  document: z.string().min(1).max(200),
  number: z.string().max(80).optional(),
  clause: z.string().max(120).optional(),
  mark: z.templateLiteral([z.enum(['V', 'V2', 'K', 'U']), z.string().max(10)]),
}
const figure = z.strictObject({ parameter: z.string().min(1).max(60), key: z.string().max(60).optional(), value: z.string().min(1).max(20), ...source })
const costing = z.strictObject({ standard: z.string().min(1).max(100), price: money, startsOn: givenDay, ...source })
const given = { startsOn: givenDay, unitCost: money.nullish(), figures: z.array(figure).max(200) }
const making = z.strictObject({ standard: z.string().min(1).max(100), ...given })
const changing = z.strictObject(given)
const asked = z.object({ unitCost: money.optional() })
/** Rows of a sheet: more than anybody reads, and a bound for the memory they take. */
const sheetRows = 50_000

export function versionRoutes(system: System): FastifyPluginAsyncZod {
  const { db } = system
  const versions = createStandardVersions(system)
  const tags = ['依据']
  const config = { rule: 'signed-in' as const }
  return async (app) => {
    app.get('/api/standard-versions', { config, schema: { tags, querystring: z.object({ standard: z.string().min(1).max(100) }) } }, async (request) =>
      versions.list(db, actorOf(request), request.query.standard),
    )
    app.post('/api/standard-versions', { config, schema: { tags, body: making } }, async (request, reply) => {
      const { standard, ...draft } = request.body
      return write(system, request, reply, (tx) => versions.make(tx, actorOf(request), standard, draft), { status: 201 })
    })
    app.post('/api/standard-versions/costs', { config, schema: { tags, body: costing } }, async (request, reply) => {
      const { standard, ...cost } = request.body
      return write(system, request, reply, (tx) => versions.keepCost(tx, actorOf(request), standard, cost), { status: 201 })
    })
    app.get('/api/standard-versions/:id', { config, schema: { tags, params: byId } }, async (request) => versions.read(db, actorOf(request), request.params.id))
    app.patch('/api/standard-versions/:id', { config, schema: { tags, params: byId, body: changing } }, async (request, reply) => {
      const seen = { id: request.params.id, version: versionOf(request) }
      return write(system, request, reply, (tx) => versions.change(tx, actorOf(request), seen, request.body))
    })
    for (const deed of ['propose', 'issue', 'discard'] as const)
      app.post(`/api/standard-versions/:id/${deed}`, { config, schema: { tags, params: byId } }, async (request, reply) => {
        const seen = { id: request.params.id, version: versionOf(request) }
        return write(system, request, reply, (tx) => versions.take(tx, actorOf(request), seen, deed))
      })
    app.get('/api/standard-versions/:id/outcome', { config, schema: { tags, params: byId, querystring: asked } }, async (request) =>
      (await versions.outcome(db, actorOf(request), request.params.id, request.query)).outcome,
    )
    app.get(
      '/api/standard-versions/:id/outcome/export.xlsx',
      { config: { ...config, rateLimit: exportLimits }, schema: { tags, params: byId, querystring: asked } },
      async (request, reply) => {
        const actor = actorOf(request)
        const { draft, outcome } = await versions.outcome(db, actor, request.params.id, { ...request.query, most: sheetRows })
        const { id, title } = system.standards.find(draft.standard)
        await db.transaction().execute((tx) =>
          record(tx, { ...signature(actor), at: system.clock.now(), action: `${id}.export`, summary: `导出标准值试算《${title}》`, after: { draft: draft.id, ...request.query } }),
        )
        const english = actor.locale === 'en'
        const named = system.word(`${id}.title`, title, actor.locale)
        return sendWorkbook(system, reply, { title: english ? `${named} trial ${outcome.asOf}` : `${named} 试算 ${outcome.asOf}`, columns: columnsIn(english, outcome), rows: outcome.rows.map((row) => cellsOf(row, english)) })
      },
    )
  }
}

function columnsIn(english: boolean, { unit, unitCost }: DraftOutcome): readonly SheetColumn[] {
  const column = (zh: string, en: string, width: number, format = '@'): SheetColumn => ({ title: english ? en : zh, format, width })
  const price = unitCost && `¥${unitCost.price}/${unit ?? '单位'}`
  const basis = unitCost === null ? { zh: '', en: '' } : unitCost.cite === null ? { zh: `，按手填 ${price}`, en: `, by ${price} as typed` } : { zh: `，按 ${price} ${unitCost.cite.text}`, en: `, by ${price} ${unitCost.cite.text}` }
  return [
    column('对象', 'Subject', 28), column('单位', 'Organ', 24), column('场所', 'Site', 20), column('变化', 'Change', 12), column('说明', 'In words', 60),
    column('实际', 'Measured', 12, 'General'), column('新标准', 'New limit', 12, 'General'), column('超出', 'Over', 12, 'General'), column(`费用（元）${basis.zh}`, `Cost (yuan)${basis.en}`, 24, '#,##0.00'),
  ]
}
function cellsOf({ subject, organ, site, change, before, after, over, cost }: OutcomeRow, english: boolean) {
  const changes = english ? { newly: 'Newly', noLonger: 'No longer', still: 'Still' } : { newly: '新增不符合', noLonger: '不再不符合', still: '仍不符合' }
  const finding = after ?? before
  return [
    subject.name, organ?.name ?? null, site?.name ?? null, changes[change], (english ? finding?.en.says : finding?.says) ?? null,
    figureCell(finding?.measured ?? null), figureCell(after?.limit ?? null), figureCell(over), figureCell(cost),
  ]
}
