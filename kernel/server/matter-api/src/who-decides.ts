// "Who will decide this?" 谁来审, on the wire: told to whoever is about to ask, before he does.
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { requireRole } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { chosenBy } from '@houqin/approvals'
import type { Matter } from '@houqin/define'
import { isId, nameIn } from '@houqin/fields'
import { actorOf, given } from '@houqin/http'
import type { System } from '@houqin/http'
import { isMeant, loadMatter, mayRead, noSuchMatter, whereAsked } from '@houqin/matter-records'
import { say } from '@houqin/problem'
import type { StepDecided } from '@houqin/wire'
import { isApproved } from './approvals.ts'

const body = z.strictObject({
  /** Of a matter that stands: one of its steps; else as it will be asked for. */
  number: z.string().min(1).max(40).optional(),
  step: z.string().min(1).max(60).optional(),
  input: z.record(z.string(), z.unknown()),
})
type Asked = { readonly number?: string; readonly step?: string; readonly input: Readonly<Record<string, unknown>> }

export function whoDecidesRoutes(system: System): FastifyPluginAsyncZod {
  return async (app) => {
    for (const matter of system.catalogue.matters.values())
      if (isApproved(matter))
        app.post(`/api/matters/${matter.id}/who-decides`, { config: { rule: 'signed-in' }, schema: { tags: [matter.title], body } }, async (request) => ({
          steps: await whoDecides(system, actorOf(request), { matter, asked: given(request.body) }),
        }))
  }
}

/** Half-filled forms are welcome: what cannot be read yet counts as not said. */
async function whoDecides(system: System, actor: Actor, { matter, asked }: { matter: Matter; asked: Asked }): Promise<readonly StepDecided[]> {
  const { db } = system
  const { principal, locale } = actor
  const stored = asked.number === undefined ? undefined : await loadMatter(db, { matter, where: { number: asked.number }, actor })
  if (asked.number !== undefined && (stored === undefined || !mayRead(actor, matter, stored))) throw noSuchMatter(asked.number)
  if (stored === undefined) requireRole(principal, { roles: matter.access.start, deed: say(`发起“${matter.title}”`, `start ${nameIn(matter).en}`) })
  const input = Object.fromEntries(Object.entries(asked.input).filter(([, value]) => typeof value === 'string'))
  const form = Object.fromEntries(Object.entries(input).filter(([key, value]) => matter.form[key]?.kind !== 'ref' || isId(String(value))))
  const { organ, site } = stored ?? (await whereAsked(db, system, { matter, form, person: principal.person }))
  const values = { ...stored?.form, ...stored?.facts, ...input }
  const steps = Object.entries(matter.steps).filter(([name, step]) => step.approve && (asked.step === undefined ? isMeant({ form: values, facts: values }, step) : asked.step === name))
  return Promise.all(steps.map(async ([name, step]): Promise<StepDecided> => {
    const { amount, kind } = chosenBy(matter, name, values)
    const example = { route: step.approve?.id ?? '', organ, site, kind, amount: isAmount(amount) ? amount : null, requester: stored?.requester ?? principal.person }
    return { step: name, label: step.label, ranges: await system.approvals.whoDecides(db, { ...example, locale }) }
  }))
}
const isAmount = (text: string | null): boolean => text !== null && /^\d{1,14}(\.\d{1,2})?$/.test(text)
