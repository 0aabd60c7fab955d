// What follows from an incident 事故违法联动: the slip that held the car tells who was at the wheel; what has to be said of each kind is asked for.
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { sql } from 'kysely'
import { incident, repair } from '../../contract/index.ts'
import { carOf, openCar, refuse, wrongInput } from './car.ts'
import { slipsOf } from './slips.ts'

/** Letters come late; what is older belongs into a paper file. */
const oldestDays = 730

export function incidentEffects({ clock }: System): Effects {
  async function byThen({ input, engine }: Happened<typeof incident> & { input: { readonly handleBy: string } }): Promise<void> {
    if (input.handleBy < clock.today()) throw wrongInput('handleBy', '处理期限已经过了。', 'That day has passed.')
    await engine.setDue(new Date(`${input.handleBy}T18:00:00+08:00`))
  }
  return effects(incident, {
    async start({ tx, at, matter: { form }, engine }) {
      await openCar(tx, form.vehicle)
      const happened = new Date(form.at)
      if (happened > at) throw wrongInput('at', '发生时间还没有到。', 'That time is still to come.')
      if (at.getTime() - happened.getTime() > oldestDays * 86_400_000) throw wrongInput('at', '超过两年的不在这里登记。', 'What is older than two years is not entered here.')
      const [slip] = await slipsOf(tx, form.vehicle, happened, happened)
      const who = form.driver ?? slip?.driver ?? null
      const { rows: [known] } = await sql<{ person: string }>`select person from fleet.driver where id = ${who}::uuid`.execute(tx)
      await engine.setFacts({ ...(slip && { slip: slip.number }), ...(who !== null && { drove: who }), ...(known && { person: known.person }) })
    },
    determine: byThen,
    decide: byThen,
    async mend({ tx, matter, engine }) {
      if (matter.facts.repair !== null) throw refuse(`已经送修：${matter.facts.repair}。`, `It is being mended as ${matter.facts.repair}.`)
      const car = await carOf(tx, matter.form.vehicle)
      const { number } = await engine.startOther(repair, { input: { vehicle: car.id, organ: matter.organ, reason: 'accident', what: `${matter.number}:${matter.form.what}`.slice(0, 500), odometer: car.odometer ?? 0, drivable: null, photos: [] } })
      await engine.setFacts({ repair: number })
    },
    async settle({ input, engine }) {
      const covered = input.insurerPaid ?? '0'
      if (decimal.compare(covered, input.damage) > 0) throw wrongInput('insurerPaid', `保险赔付 ${covered} 元比损失 ${input.damage} 元多。`, `The insurer paid ${covered} for a damage of ${input.damage}.`)
      await engine.setFacts({ ownPart: decimal.minus(input.damage, covered), settledOn: clock.today() })
    },
    /** The driver pays a fine himself: it is no cost of the car, and nobody else may be named. */
    async payFine({ matter, input, engine }) {
      const fine = matter.facts.fine ?? '0'
      if (decimal.compare(fine, '0') > 0 && (input.receipt ?? '') === '') throw wrongInput('receipt', `罚款 ${fine} 元由驾驶员自己付，请填缴款凭证号。`, `The driver pays the fine of ${fine} himself; enter the receipt.`)
      await engine.setFacts({ payer: 'driver', ownPart: fine, settledOn: clock.today() })
    },
  })
}
