// Calls of the floor plans 楼层图的接口: a floor on a day, who sits where, and a surveyor's drawing on its way in.
import type {} from '@fastify/multipart'
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { markInName, refuseClassified } from '@houqin/classified'
import { units } from '@houqin/dxf'
import { actorOf, givenDay, write } from '@houqin/http'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { bringDrawing, drawingOf, dropDrawing, publishDrawing, waitingDrawings } from './drawings.ts'
import { floorOnADay, foundSeats, newestPlan, ofOneSite, plannedFloors } from './floor-on-a-day.ts'
import { drawers, heldAgainstLedger, lookers, siteToDraw } from './import-plan.ts'
import type { DrawnFloor } from './import-plan.ts'
import type { ReadDrawing } from '../../contract/answers.ts'
import type { Settled } from './plan-reading.ts'
import { originalOf, packed } from './originals.ts'
import { readApart } from './read-apart.ts'

const tags = ['办公用房']
const config = { rule: 'signed-in' as const }
const looking = { rule: lookers }
/** Bytes of a drawing; the reader bounds what is in it. */
const largest = 20 * 2 ** 20
const uploads = { max: 60, timeWindow: '10 minutes' }
const byId = z.object({ id: z.uuid() })
const onDay = z.object({ day: givenDay.optional() })
const layer = z.string().min(1).max(255)
const drawing = z.object({
  dryRun: z.enum(['true', 'false']).default('false'), from: givenDay.optional(), drawnOn: givenDay.optional(),
  unit: z.enum(units).optional(), by: z.enum(['outlines', 'walls']).optional(), layer: z.union([layer, z.array(layer).max(60)]).optional(),
  part: z.coerce.number().int().min(1).max(1000).optional(), scale: z.coerce.number().min(0.001).max(100_000).optional(),
  base: z.union([z.uuid(), z.literal('none')]).optional(),
})

export function planRoutes(system: System): FastifyPluginAsyncZod {
  const { clock, db } = system
  return async (app) => {
    app.get('/api/office-space/floors', { config, schema: { tags, querystring: onDay.extend({ near: z.union([z.uuid(), z.literal('most')]).optional() }) } }, async (request) => {
      const { near, day = clock.today() } = request.query
      const rows = await plannedFloors(system, day)
      return near === undefined ? { rows } : ofOneSite(rows, near)
    })
    app.get('/api/office-space/floors/:id/plan', { config, schema: { tags, params: byId, querystring: onDay } }, async (request) =>
      floorOnADay(system, actorOf(request), { floor: request.params.id, day: request.query.day ?? clock.today() }))
    app.get('/api/office-space/floors/:id/newest-plan', { config, schema: { tags, params: byId } }, async (request) => ({ plan: await newestPlan(system, request.params.id) }))
    app.get('/api/office-space/seats', { config, schema: { tags, querystring: onDay.extend({ q: z.string().trim().min(1).max(30) }) } }, async (request) => ({
      rows: await foundSeats(system, { q: request.query.q, day: request.query.day ?? clock.today() }),
    }))
    app.post('/api/office-space/floors/:id/drawings', {
      config: { rule: drawers, rateLimit: uploads },
      schema: { tags, consumes: ['multipart/form-data'], params: byId, querystring: drawing },
    }, async (request, reply) => {
      const [actor, floor] = [actorOf(request), request.params.id]
      const { dryRun, from = clock.today(), drawnOn, base } = request.query
      // before the drawing is taken in
      await siteToDraw(db, actor, floor)
      const { name, bytes } = await receiveDrawing(system, request)
      const reading = await readApart(bytes, settledBy(request.query))
      const drawn = { floor, reading, source: name, from, ...(drawnOn !== undefined && { drawnOn }), ...(base !== undefined && { base: base === 'none' ? null : base }) }
      if (dryRun === 'true') return answerOf(system, actor, { id: null, ...drawn })
      const original = await packed(name, bytes)
      return write(system, request, reply, async (tx) => answerOf(system, actor, { id: await bringDrawing(tx, system, actor, { ...drawn, original }), ...drawn }), { status: 201 })
    })
    app.get('/api/office-space/plans/:id/original', { config: looking, schema: { tags, params: byId } }, async (request, reply) => {
      const { name, bytes } = await originalOf(system, actorOf(request), request.params.id)
      return reply.type('application/octet-stream').header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(bytes)
    })
    app.get('/api/office-space/drawings', { config: looking, schema: { tags } }, async (request) => ({ rows: await waitingDrawings(system, actorOf(request)) }))
    app.get('/api/office-space/drawings/:id', { config: looking, schema: { tags, params: byId } }, async (request) =>
      answerOf(system, actorOf(request), { id: request.params.id, ...(await drawingOf(db, actorOf(request), request.params.id)) }))
    app.post('/api/office-space/drawings/:id/publish', { config: looking, schema: { tags, params: byId } }, async (request, reply) =>
      write(system, request, reply, async (tx) => ({ plan: await publishDrawing(tx, system, actorOf(request), request.params.id) })))
    app.delete('/api/office-space/drawings/:id', { config: looking, schema: { tags, params: byId } }, async (request, reply) =>
      write(system, request, reply, (tx) => dropDrawing(tx, system, actorOf(request), request.params.id), { status: 204 }))
  }
}

function settledBy({ unit, by, layer: layers, part, scale }: z.infer<typeof drawing>): Settled {
  return { ...(unit && { unit }), ...(by && { by }), ...(layers !== undefined && { layers: [layers].flat() }), ...(part !== undefined && { part }), ...(scale !== undefined && { scale }) }
}

/** `id` of what was kept, null for a trial; findings in the reader's language. */
async function answerOf(system: System, actor: Actor, { id, ...drawn }: DrawnFloor & { id: string | null }): Promise<ReadDrawing> {
  const { matched, undrawn, findings } = await heldAgainstLedger(system.db, drawn, system)
  const { unit, sure, by, layers, parts, rooms } = drawn.reading
  return {
    id, source: drawn.source, from: drawn.from, unit, sure, by, layers, parts, undrawn,
    rooms: rooms.map(({ number, code, name, area, ring, holes }) => ({ number, code: code ?? null, name: name ?? null, area, ring, holes, known: matched.has(number) })),
    findings: findings.map(({ code, weight, zh, en, rooms: of = [] }) => ({ code, weight, says: actor.locale === 'en' ? en : zh, rooms: of })),
  }
}

/** @throws Problem bad-request, too-large, unsupported-media. */
async function receiveDrawing({ db, clock }: System, request: FastifyRequest): Promise<{ name: string; bytes: Uint8Array }> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: largest } }).catch(unreadable) : undefined
  if (!part) throw new Problem('bad-request', say('没有收到文件，请以 multipart 的 file 字段上传。', 'No file came; send it as the multipart field `file`.'))
  const mark = markInName(part.filename)
  if (mark) {
    part.file.resume()
    // without the file's name, which may be secret itself
    await db.transaction().execute((tx) => record(tx, { at: clock.now(), ...signature(actorOf(request)), action: 'files.classified-refused', summary: `上传的图纸文件名带“${mark}”标志，未收下` }))
    throw refuseClassified({ mark, where: 'name' })
  }
  const bytes = await part.toBuffer().catch((error: unknown) => {
    if (part.file.truncated) throw new Problem('too-large', say('图纸超过 20 MB。请清理（PURGE）或只留这一层后再上传。', 'The drawing is larger than 20 MB. Purge it, or keep this floor alone, and send it again.'))
    throw error
  })
  return { name: part.filename.slice(-120), bytes }
}

/** What the reader of forms stumbles over is the sender's form; its own refusals already carry a code. */
function unreadable(error: unknown): never {
  if (error instanceof Error && 'code' in error) throw error
  throw new Problem('bad-request', say('上传的表单读不出来，请重新选择文件上传。', 'The form cannot be read; choose the file and send it again.'), { cause: error })
}
