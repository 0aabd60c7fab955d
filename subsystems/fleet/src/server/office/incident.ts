// What follows from an incident 事故违法联动: the slip that held the car tells who was at the wheel; what has to be said of each kind is asked for.
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { sql } from 'kysely'
import { incident, incidentKinds, repair } from '../../contract/index.ts'
import { carOf, openCar, refuse, wrongInput } from './car.ts'
import { slipsOf } from './slips.ts'

/** Letters come late; what is older belongs into a paper file. */
const oldestDays = 730

export function incidentEffects({ clock }: System): Effects {
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
    async determine({ input, matter, engine }) {
      if (matter.form.kind === 'accident' && input.responsibility == null) throw wrongInput('responsibility', '事故要填责任。', 'Say who answers for the accident.')
      if (matter.form.kind === 'violation' && (input.points == null || input.fine == null)) throw wrongInput('points', '违法要填记分和罚款,没有的填 0。', 'A violation has points and a fine, be it 0.')
      if (matter.form.kind === 'violation' && input.responsibility != null) throw wrongInput('responsibility', '违法不填事故责任。', 'A violation has no responsibility for an accident.')
      if (input.handleBy < clock.today()) throw wrongInput('handleBy', '处理期限已经过了。', 'That day has passed.')
      await engine.setDue(new Date(`${input.handleBy}T18:00:00+08:00`))
    },
    async mend({ tx, matter, engine }) {
      if (matter.form.kind !== 'accident') throw refuse(`${incidentKinds[matter.form.kind]}不用送修。`, 'A violation needs no repair.')
      if (matter.facts.repair !== null) throw refuse(`已经送修:${matter.facts.repair}。`, `It is being mended as ${matter.facts.repair}.`)
      const car = await carOf(tx, matter.form.vehicle)
      const { number } = await engine.startOther(repair, { input: { vehicle: car.id, organ: matter.organ, reason: 'accident', what: `${matter.number}:${matter.form.what}`.slice(0, 500), odometer: car.odometer ?? 0, drivable: null, photos: [] } })
      await engine.setFacts({ repair: number })
    },
    async settle({ input, matter, engine }) {
      const accident = matter.form.kind === 'accident'
      if (accident && input.damage == null) throw wrongInput('damage', '事故要填损失合计,没有的填 0。', 'An accident has a damage, be it 0.')
      const [whole, covered] = accident ? [input.damage ?? '0', input.insurerPaid ?? '0'] : [matter.facts.fine ?? '0', '0']
      if (decimal.compare(covered, whole) > 0) throw wrongInput('insurerPaid', `保险赔付 ${covered} 元比损失 ${whole} 元多。`, `The insurer paid ${covered} for a damage of ${whole}.`)
      if (!accident && input.payer !== 'driver' && decimal.compare(whole, '0') > 0) throw wrongInput('payer', '交通违法的罚款由驾驶员自己付,不能列支公车费用。', 'The driver pays a fine himself; it is no cost of the car.')
      await engine.setFacts({ ownPart: decimal.minus(whole, covered), settledOn: clock.today() })
    },
  })
}
