// 导入的接口: a ledger in one call for a script, step by step for a person; what takes long answers at once and goes on.
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Actor } from '@houqin/access'
import type { Register } from '@houqin/define'
import { writeTemplate } from '@houqin/excel'
import { openFile } from '@houqin/files'
import { actorOf, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { createImports, outcomes, requireImport } from '@houqin/imports'
import type { Imports } from '@houqin/imports'
import { importable } from '@houqin/ledgers'
import { Problem, say } from '@houqin/problem'
import { sendWorkbook } from '@houqin/signed-sheets'
import { mendingColumns, mendingRows } from './mending-sheet.ts'
import { receiveLedger } from './receive-ledger.ts'

const tags = ['导入']
const config = { rule: 'signed-in' as const }
const uploads = { max: 60, timeWindow: '10 minutes' }
const sheets = { max: 30, timeWindow: '10 minutes' }
/** Bytes of a ledger that one waits for: some thousand rows, a few seconds. */
const waitedFor = 300_000
const shownLines = 100

const byId = z.object({ id: z.uuid() })
const ofRegister = z.object({ register: z.string().min(3).max(100) })
const mode = z.enum(['partial', 'whole'])
const wholeCall = z.object({ dryRun: z.enum(['true', 'false']).default('false'), mode: mode.default('partial'), sheet: z.string().min(1).max(100).optional() })
const arranging = z.strictObject({
  sheet: z.string().min(1).max(100).optional(),
  head: z.strictObject({ row: z.int().min(1).max(1_048_576), rows: z.union([z.literal(1), z.literal(2)]) }).optional(),
  mapping: z.record(z.string().max(60), z.int().min(0).max(1000)).optional(),
  fixed: z.record(z.string().max(60), z.string().min(1).max(300)).optional(),
  key: z.array(z.string().max(60)).max(10).optional(),
  picks: z.record(z.string().max(60), z.record(z.string().max(300), z.string().max(60))).optional(),
  mode: mode.optional(),
})
const undoing = z.strictObject({ rest: z.boolean().default(false) })
const looking = z.object({
  outcome: z.enum(outcomes).optional(), undone: z.enum(['undone', 'kept']).optional(),
  after: z.coerce.number().int().min(0).max(2 ** 31 - 1).default(0), limit: z.coerce.number().int().min(1).max(500).default(100),
})

export function importRoutes(system: System): FastifyPluginAsyncZod {
  const imports = createImports(system)
  const registerOf = (id: string): Register => {
    const register = system.catalogue.registers.get(id)
    if (!register) throw new Problem('not-found', say('没有这个台账。', 'There is no such register.'))
    return register
  }
  return async (app) => {
    for (const register of system.catalogue.registers.values())
      app.post(
        `/api/registers/${register.id}/import`,
        { config: { ...config, rateLimit: uploads }, schema: { tags, consumes: ['multipart/form-data'], querystring: wholeCall } },
        async (request, reply) => inOneCall(system, imports, { actor: actorOf(request), register, request, reply, asked: request.query }),
      )

    app.get('/api/imports', { config, schema: { tags, querystring: ofRegister } }, async (request) => imports.list(actorOf(request), registerOf(request.query.register)))
    app.post('/api/imports', { config: { ...config, rateLimit: uploads }, schema: { tags, consumes: ['multipart/form-data'], querystring: ofRegister } }, async (request, reply) => {
      const [actor, register] = [actorOf(request), registerOf(request.query.register)]
      // before the file is taken in
      requireImport(actor, register)
      const id = await imports.takeIn(actor, register, await receiveLedger(system, request))
      return reply.code(201).send(await imports.read(actor, id))
    })
    app.get('/api/imports/template.xlsx', { config: { ...config, rateLimit: sheets }, schema: { tags, querystring: ofRegister } }, async (request, reply) => {
      const [actor, register] = [actorOf(request), registerOf(request.query.register)]
      requireImport(actor, register)
      const title = system.word(`${register.id}.title`, register.title, actor.locale)
      const bytes = await writeTemplate({ title, locale: actor.locale, columns: templateColumns(system, register, actor) })
      return named(reply, actor.locale === 'zh' ? `${title}导入模板` : `${title} template`).send(bytes)
    })

    app.get('/api/imports/:id', { config, schema: { tags, params: byId } }, async (request) => imports.read(actorOf(request), request.params.id))
    app.patch('/api/imports/:id', { config, schema: { tags, params: byId, body: arranging } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => imports.arrange(tx, actorOf(request), request.params.id, { ...request.body, version }))
    })
    for (const work of ['try', 'apply'] as const)
      app.post(`/api/imports/:id/${work}`, { config, schema: { tags, params: byId } }, async (request, reply) =>
        write(system, request, reply, (tx) => imports.start(tx, actorOf(request), request.params.id, work), { status: 202 }),
      )
    app.post('/api/imports/:id/undo', { config, schema: { tags, params: byId, body: undoing } }, async (request, reply) =>
      write(system, request, reply, (tx) => imports.start(tx, actorOf(request), request.params.id, 'undo', request.body), { status: 202 }),
    )
    app.get('/api/imports/:id/lines', { config, schema: { tags, params: byId, querystring: looking } }, async (request) =>
      imports.lines(actorOf(request), request.params.id, request.query),
    )
    app.get('/api/imports/:id/mend.xlsx', { config: { ...config, rateLimit: sheets }, schema: { tags, params: byId } }, async (request, reply) => {
      const actor = actorOf(request)
      const stored = await imports.own(actor, request.params.id)
      const title = `${stored.file_name.replace(/\.\w+$/, '')}-${actor.locale === 'zh' ? '待改正' : 'to mend'}`
      return sendWorkbook(system, reply, { title, columns: mendingColumns(stored), rows: mendingRows(system, stored, actor.locale) })
    })
    app.get('/api/imports/:id/file', { config, schema: { tags, params: byId } }, async (request, reply) => {
      const stored = await imports.own(actorOf(request), request.params.id)
      const opened = await openFile(system.db, system.files, stored.file)
      if (!opened) throw new Problem('not-found', say('文件已不在。', 'The file is gone.'))
      return reply.type(opened.file.type).header('content-length', opened.file.size).header('content-disposition', attachment(opened.file.name)).send(opened.read())
    })
  }
}

/** Tried out, and imported unless it is only a trial; a large ledger goes on by itself and is asked for by its id. */
async function inOneCall(system: System, imports: Imports, { actor, register, request, reply, asked }: {
  actor: Actor
  register: Register
  request: Parameters<typeof receiveLedger>[1]
  reply: FastifyReply
  asked: z.infer<typeof wholeCall>
}): Promise<FastifyReply> {
  requireImport(actor, register)
  const received = await receiveLedger(system, request)
  const id = await imports.takeIn(actor, register, received, { sheet: asked.sheet, mode: asked.mode })
  const dryRun = asked.dryRun === 'true'
  if (received.size > waitedFor) {
    const answer = await system.db.transaction().execute((tx) => imports.start(tx, actor, id, 'try', { thenApply: !dryRun }))
    return reply.code(202).send(answer)
  }
  await imports.doNow(actor, id, 'try')
  if (!dryRun) await imports.doNow(actor, id, 'apply')
  const answer = await imports.read(actor, id)
  const { rows: lines, next } = await imports.lines(actor, id, { outcome: 'refused', after: 0, limit: shownLines })
  return reply.code(200).send({ ...answer, refused: lines, moreRefused: next !== null })
}

function templateColumns(system: System, register: Register, { locale }: Actor) {
  return Object.entries(importable(register)).map(([key, field]) => ({
    field,
    title: system.word(`${register.id}.fields.${key}`, field.label, locale),
    options: field.kind === 'choice' ? Object.entries(field.options).map(([option, label]) => system.word(`${register.id}.fields.${key}.options.${option}`, label, locale)) : [],
  }))
}

function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
}
function named(reply: FastifyReply, title: string): FastifyReply {
  return reply.type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet').header('content-disposition', attachment(`${title}.xlsx`))
}
