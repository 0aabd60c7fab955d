// Photos and papers: in before they belong to anything, out to whoever may read what they belong to.
import { readFile, rm } from 'node:fs/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { markInName, markInPaper, refuseClassified } from '@houqin/classified'
import type { Found } from '@houqin/classified'
import { keepFile, openFile, ownersOf, receiveFile, usualLimits } from '@houqin/files'
import type { FileLimits, FileOwner, StoredFile } from '@houqin/files'
import { actorOf, sendContent, uploadedPart } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { ownedBySigner } from '@houqin/signatures'
import type { HandedFile, WireFile } from '@houqin/wire'

const tags = ['文件']
const uploads = { max: 120, timeWindow: '10 minutes' }
const publicUploads = { max: 30, timeWindow: '10 minutes' }
/** What somebody without a name may bring: pictures, of a size a phone makes after shrinking. */
const picturesOnly: FileLimits = { ...usualLimits, maxBytes: 4 * 2 ** 20, types: ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] }

export function fileRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    app.post('/api/files', { config: { rule: 'signed-in', rateLimit: uploads }, schema: { tags, consumes: ['multipart/form-data'] } }, async (request, reply) => {
      const kept = await receive(system, request, { limits: usualLimits, by: actorOf(request).principal.account })
      return reply.code(201).send(wireOf(kept))
    })
    app.get('/api/files/:id', { config: { rule: 'signed-in' }, schema: { tags, params: z.object({ id: z.uuid() }) } }, async (request, reply) =>
      sendFile(system, { actor: actorOf(request), id: request.params.id, reply }),
    )
    app.post(
      '/api/q/:code/files',
      {
        config: { rule: 'public', rateLimit: publicUploads },
        schema: { tags, consumes: ['multipart/form-data'], params: z.object({ code: z.string().regex(/^[0-9A-Za-z]{8,40}$/) }) },
      },
      async (request, reply) => {
        // a code that opens nothing takes nothing in
        await system.matters.readByCode(system.db, request.params.code, 'zh')
        const kept = await receive(system, request, { limits: picturesOnly })
        return reply.code(201).send({ token: kept.id } satisfies HandedFile)
      },
    )
  }
}

async function receive(system: System, request: FastifyRequest, { limits, by }: { limits: FileLimits; by?: string }): Promise<StoredFile> {
  const part = await uploadedPart(request)
  const at = system.clock.now()
  const named = markInName(part.filename)
  if (named) {
    part.file.resume()
    await refuse(system, request, { mark: named, where: 'name' })
  }
  const received = await receiveFile(system.files, part.file, { name: part.filename, declaredType: part.mimetype, at, limits })
  const marked = markInPaper(await readFile(received.path))
  if (marked) {
    await rm(received.path, { force: true })
    await refuse(system, request, marked)
  }
  return system.db.transaction().execute((tx) => keepFile(tx, system.files, received, { at, ...(by !== undefined && { by }) }))
}

/** Recorded without the file's name, which may be secret itself. @throws Problem `unsupported-media`. */
async function refuse(system: System, request: FastifyRequest, found: Found): Promise<never> {
  const by = request.actor ? signature(request.actor) : { actorName: '未登录扫码', ip: request.ip }
  const place = { name: '文件名', properties: '文件属性', text: '文件开头' }[found.where]
  await system.db.transaction().execute((tx) => record(tx, {
    at: system.clock.now(), ...by, action: 'files.classified-refused', summary: `上传的文件${place}带“${found.mark}”标志，未收下`,
  }))
  throw refuseClassified(found)
}

function wireOf({ id, name, type, size, picture }: StoredFile): WireFile {
  return { id, name, type, size, ...picture }
}

async function sendFile(system: System, { actor, id, reply }: { actor: Actor; id: string; reply: FastifyReply }): Promise<FastifyReply> {
  const opened = await openFile(system.db, system.files, id)
  if (!opened || !(await mayOpen(system, actor, opened.file)))
    throw new Problem('not-found', say('没有这个文件，或您不能查看它所属的内容。', 'There is no such file, or you may not read what it belongs to.'))
  return sendContent(reply, opened, { cache: 'private, max-age=86400' })
}

async function mayOpen(system: System, actor: Actor, file: StoredFile): Promise<boolean> {
  const owners = await ownersOf(system.db, file.id)
  if (owners.length === 0) return file.createdBy === actor.principal.account
  for (const owner of owners) if (await mayReadOwner(system, actor, owner)) return true
  return false
}

async function mayReadOwner(system: System, actor: Actor, { kind, id }: FileOwner): Promise<boolean> {
  if (ownedBySigner(actor, { kind, id })) return true
  const matter = system.catalogue.matters.get(kind)
  if (matter) return system.matters.mayRead(system.db, actor, matter, id)
  const register = system.catalogue.registers.get(kind)
  if (!register) return false
  try {
    await system.registers.get(system.db, actor, register, id)
    return true
  } catch (error) {
    if (error instanceof Problem) return false
    throw error
  }
}
