// What a signed renewal does 续租联动: the site's lease now ends on the new day, and the due list knows it.
import { systemActor } from '@houqin/access'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { leaseRenewal, site } from '../contract/index.ts'

export function leaseRenewalEffects({ registers }: System): Effects {
  return effects(leaseRenewal, {
    async start({ tx, matter: { form } }) {
      const { tenure, leaseUntil } = await registers.get(tx, systemActor, site, form.site)
      if (tenure !== 'leased')
        throw new Problem('bad-input', say('这处场所不是租用的，不需要续租。', 'This site is not leased, so there is no lease to renew.'), {
          issues: [{ at: 'input.site', says: say('应为租用的场所', 'Choose a leased site') }],
        })
      if (typeof leaseUntil === 'string' && form.until <= leaseUntil)
        throw new Problem('bad-input', say(`现租期至 ${leaseUntil}，续租应更晚。`, `The lease runs until ${leaseUntil} already; renew it beyond that.`), {
          issues: [{ at: 'input.until', says: say(`应晚于 ${leaseUntil}`, `Must be later than ${leaseUntil}`) }],
        })
    },
    async sign({ tx, matter: { form } }) {
      const { version, leaseUntil } = await registers.get(tx, systemActor, site, form.site)
      if (typeof leaseUntil === 'string' && form.until <= leaseUntil) throw new Problem('step-not-possible', say(
        `租期已登记至 ${leaseUntil}，不早于这次续租的 ${form.until}：请撤回这一件，或先更正场所的租期。`, `The lease is entered until ${leaseUntil} by now, not before ${form.until}: withdraw this renewal, or correct the site first.`,
      ))
      await registers.update(tx, systemActor, site, form.site, { leaseUntil: form.until }, version)
    },
  })
}
