// 附件导入的接口: a zip of photos or papers for the rows of a register, tried out as it comes in, attached and taken back by jobs.
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { createFileImports, modes, openPack, outcomes, packLimits } from '@houqin/file-imports'
import { receiveJudged } from '@houqin/files'
import type { ReceivedFile } from '@houqin/files'
import { actorOf, uploadedPart, versionOf, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'

const tags = ['导入']
const config = { rule: 'signed-in' as const }
const uploads = { max: 30, timeWindow: '10 minutes' }
const byId = z.object({ id: z.uuid() })
const ofRegister = z.object({ register: z.string().min(3).max(100) })
const meaning = z.object({
  mode: z.enum(modes).optional(),
  chosen: z.array(z.object({ file: z.number().int().min(1).max(packLimits.entries), row: z.uuid().nullable() })).max(500).optional(),
})
const looking = z.object({
  outcome: z.enum(outcomes).optional(), undone: z.enum(['undone', 'kept']).optional(),
  after: z.coerce.number().int().min(0).max(2 ** 31 - 1).default(0), limit: z.coerce.number().int().min(1).max(500).default(100),
})

export function fileImportRoutes(system: System): FastifyPluginAsyncZod {
  const imports = createFileImports(system)
  const registerOf = (id: string) => {
    const register = system.catalogue.registers.get(id)
    if (!register) throw new Problem('not-found', say('没有这个台账。', 'There is no such register.'))
    return register
  }
  return async (app) => {
    app.get('/api/file-imports', { config, schema: { tags, querystring: ofRegister } }, async (request) => imports.list(actorOf(request), registerOf(request.query.register)))
    app.post(
      '/api/file-imports',
      { config: { ...config, rateLimit: uploads }, schema: { tags, consumes: ['multipart/form-data'], querystring: ofRegister.extend({ field: z.string().min(1).max(60).optional() }) } },
      async (request, reply) => {
        const [actor, register] = [actorOf(request), registerOf(request.query.register)]
        // before the archive is taken in
        const field = imports.fieldOf(actor, register, request.query.field)
        return reply.code(201).send(await imports.takeIn(actor, register, field, await receivePack(system, request)))
      },
    )
    app.get('/api/file-imports/:id', { config, schema: { tags, params: byId } }, async (request) => imports.read(actorOf(request), request.params.id))
    app.patch('/api/file-imports/:id', { config, schema: { tags, params: byId, body: meaning } }, async (request, reply) => {
      const version = versionOf(request)
      return write(system, request, reply, (tx) => imports.mean(tx, actorOf(request), request.params.id, { ...request.body, version }))
    })
    for (const work of ['try', 'apply', 'undo'] as const)
      app.post(`/api/file-imports/:id/${work}`, { config, schema: { tags, params: byId } }, async (request, reply) =>
        write(system, request, reply, (tx) => imports.start(tx, actorOf(request), request.params.id, work), { status: 202 }),
      )
    app.get('/api/file-imports/:id/lines', { config, schema: { tags, params: byId, querystring: looking } }, async (request) =>
      imports.lines(actorOf(request), request.params.id, request.query),
    )
  }
}

async function receivePack(system: System, request: FastifyRequest): Promise<ReceivedFile> {
  const part = await uploadedPart(request, packLimits.fileBytes)
  return receiveJudged(system.files, part.file, {
    name: part.filename, at: system.clock.now(), maxBytes: packLimits.fileBytes,
    async judge(path) {
      const pack = await openPack(path)
      pack.close()
      return 'application/zip'
    },
  })
}
