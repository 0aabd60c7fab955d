// What a matter refers to, on the wire: the row behind one of its fields, for who works on it.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Fields, Matter } from '@houqin/define'
import { actorOf, given } from '@houqin/http'
import type { System } from '@houqin/http'
import { asAccount } from '@houqin/matter-records'
import { readReference } from '@houqin/matter-references'

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
    }
  }
}

function refers({ form, facts, lines, steps }: Matter): boolean {
  const has = (fields: Fields = {}): boolean => Object.values(fields).some(({ kind }) => kind === 'ref')
  return [form, facts, ...Object.values(lines).map(({ fields }) => fields), ...Object.values(steps).map(({ input }) => input)].some(has)
}
