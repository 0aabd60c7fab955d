// GET /api/totals 三个总数: sites, organs and building area, each as far as the caller may see and with the list that opens it.
import { rolesBehind, holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Register } from '@houqin/define'
import { actorOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { organ } from '@houqin/people'
import type { FastifyInstance } from 'fastify'
import { certificate, site } from '../contract/index.ts'
import type { Totals } from '../contract/answers.ts'

export function totalsRoute(app: FastifyInstance, system: System): void {
  app.get('/api/totals', { config: { rule: 'signed-in' } }, async (request): Promise<Totals> => {
    const actor = actorOf(request)
    const [sites, organs, certificates] = await Promise.all([site, organ, certificate].map((register) => summary(system, actor, register)))
    return {
      sites: sites?.count ?? null,
      organs: organs?.count ?? null,
      // Σ of certificates, never of rooms, whose area is 使用面积
      area: certificates?.sums['buildingArea'] ?? null,
      opens: { sites: pathOf(site), organs: pathOf(organ), area: pathOf(certificate) },
    }
  })
}

function pathOf({ id }: Register): string {
  return `/registers/${id}`
}
/** Undefined for a register the caller may not read at all. */
async function summary({ registers, db }: System, actor: Actor, register: Register) {
  if (!holds(actor.principal, rolesBehind(register, 'read'))) return undefined
  return registers.summary(db, actor, register)
}
