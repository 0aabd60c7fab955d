// What a signed renewal does 续签联动: the contract now ends on the new day, and the due list and the standard know it.
import { systemActor } from '@houqin/access'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { contractor, contractRenewal } from '../contract/index.ts'

export function contractRenewalEffects({ registers, clock }: System): Effects {
  return effects(contractRenewal, {
    async start({ tx, matter: { form } }) {
      const { contractUntil } = await registers.get(tx, systemActor, contractor, form.contractor)
      const today = clock.today()
      const last = typeof contractUntil === 'string' && contractUntil > today ? contractUntil : today
      if (form.until <= last)
        throw new Problem('bad-input', say(`现合同到期日为 ${String(contractUntil)}，续签应晚于 ${last}。`, `The contract ends on ${String(contractUntil)}; renew it beyond ${last}.`), {
          issues: [{ at: 'input.until', says: say(`应晚于 ${last}`, `Must be later than ${last}`) }],
        })
    },
    async sign({ tx, matter: { form } }) {
      const { version, contractUntil } = await registers.get(tx, systemActor, contractor, form.contractor)
      if (typeof contractUntil === 'string' && form.until <= contractUntil) throw new Problem('step-not-possible', say(
        `合同到期日已登记为 ${contractUntil}，不早于这次续签的 ${form.until}：请撤回这一件，或先更正外包单位的合同到期日。`,
        `The contract is entered until ${contractUntil} by now, not before ${form.until}: withdraw this renewal, or correct the contractor first.`,
      ))
      await registers.update(tx, systemActor, contractor, form.contractor, { contractUntil: form.until }, version)
    },
  })
}
