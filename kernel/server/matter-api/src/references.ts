// What a matter refers to, on the wire: the row behind one of its fields and its files, for who works on it.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Fields, Matter } from '@houqin/define'
import { openFile } from '@houqin/files'
import { actorOf, given, sendContent } from '@houqin/http'
import type { System } from '@houqin/http'
import { asAccount } from '@houqin/matter-records'
import { readReference, readReferenceFile } from '@houqin/matter-references'
import { Problem, say } from '@houqin/problem'

const params = z.object({ number: z.string().min(1).max(40), field: z.string().min(1).max(60) })
const querystring = z.strictObject({
  lines: z.string().max(60).optional().describe('a set of lines, with `line`'),
  line: z.uuid().optional(),
  of: z.enum(['approval']).optional().describe('among what waits for approval'),
})

export function referenceRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    for (const matter of system.catalogue.matters.values()) {
      if (!refers(matter)) continue
      app.get(
        `/api/matters/${matter.id}/:number/references/:field`,
        { config: { rule: 'signed-in' }, schema: { tags: [matter.title], params, querystring } },
        async (request) =>
          system.db.transaction().execute((tx) =>
            readReference(tx, system, { caller: asAccount(actorOf(request)), matter, number: request.params.number, at: { field: request.params.field, ...given(request.query) } }),
          ),
      )
      app.get(
        `/api/matters/${matter.id}/:number/references/:field/files/:id`,
        { config: { rule: 'signed-in' }, schema: { tags: [matter.title], params: params.extend({ id: z.uuid() }), querystring } },
        async (request, reply) => {
          const { number, field, id } = request.params
          const file = await system.db.transaction().execute((tx) =>
            readReferenceFile(tx, system, { caller: asAccount(actorOf(request)), matter, number, at: { field, ...given(request.query) }, file: id }),
          )
          const opened = await openFile(system.db, system.files, file)
          if (!opened) throw new Problem('not-found', say('这个附件已经不在了。', 'This file is gone.'))
          // read as long as he works on the matter, and no longer from a browser's memory
          return sendContent(reply, opened, { cache: 'private, no-store' })
        },
      )
    }
  }
}

function refers({ form, facts, lines, steps }: Matter): boolean {
  const has = (fields: Fields = {}): boolean => Object.values(fields).some(({ kind }) => kind === 'ref')
  return [form, facts, ...Object.values(lines).map(({ fields }) => fields), ...Object.values(steps).map(({ input }) => input)].some(has)
}
