// What follows from a disposal 处置联动: the standing of the car, its deregistration on the day, its income paid in to the cent.
import { systemActor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { disposal, vehicle } from '../../contract/index.ts'
import { carOf, openCar, requireHere, stand, wrongInput } from './car.ts'

export function disposalEffects(system: System): Effects {
  const { registers, clock } = system
  async function backToUse(tx: Tx, id: string): Promise<void> {
    const car = await carOf(tx, id)
    if (car.standing === 'disposing') await stand(system, tx, car, 'inUse')
  }
  return effects(disposal, {
    async start({ tx, matter }) {
      const car = await openCar(tx, matter.form.vehicle)
      const { rows: [other] } = await sql<{ number: string }>`
        select m.number from fleet.disposal d join matter.matter m on m.id = d.matter where d.vehicle = ${car.id}::uuid and m.closed_at is null and m.id <> ${matter.id}::uuid limit 1`.execute(tx)
      if (other) throw new Problem('conflict', say(`${car.plate} 已有一件更新处置 ${other.number} 在办。`, `${car.plate} is being renewed or disposed of as ${other.number}.`))
    },
    async keep({ tx, matter, input }) {
      if (input.keepUntil <= clock.today()) throw wrongInput('keepUntil', '这一天已经过了。', 'That day has passed.')
      await backToUse(tx, matter.form.vehicle)
    },
    async submit({ tx, at, matter }) {
      const car = await openCar(tx, matter.form.vehicle)
      await requireHere(tx, car, at)
      if (car.standing !== 'disposing') await stand(system, tx, car, 'disposing')
    },
    async sell({ input }) {
      if (input.way === 'allot' && decimal.compare(input.soldFor, '0') > 0) throw wrongInput('soldFor', '无偿划转没有成交价，填 0。', 'What is allotted is not sold; enter 0.')
    },
    /** The place in the establishment is free from now on: what is disposed of does not count. */
    async deregister({ tx, matter, input, engine }) {
      if (input.deregisteredOn > clock.today()) throw wrongInput('deregisteredOn', '注销日期还没有到。', 'That day is still to come.')
      const car = await carOf(tx, matter.form.vehicle)
      await registers.update(tx, systemActor, vehicle, car.id, { standing: 'disposed' }, car.version)
      if (decimal.compare(matter.facts.soldFor ?? '0', '0') === 0) await engine.setDue(null)
    },
    async payIn({ input, matter, engine }) {
      const sold = matter.facts.soldFor ?? '0'
      const owed = decimal.minus(sold, input.fees)
      if (decimal.compare(owed, '0') < 0) throw wrongInput('fees', `税费 ${input.fees} 元比成交价 ${sold} 元多。`, `Fees of ${input.fees} are more than the ${sold} it was sold for.`)
      if (decimal.compare(input.income, owed) !== 0) throw wrongInput('income', `成交价 ${sold} 元减税费 ${input.fees} 元，应上缴 ${owed} 元，填的是 ${input.income} 元。`, `${sold} less ${input.fees} is ${owed}, and ${input.income} was entered.`)
      if (decimal.compare(owed, '0') > 0 && (input.voucher ?? '') === '') throw wrongInput('voucher', '收入按政府非税收入上缴，请填缴款书号。', 'The income is paid in as non-tax revenue; enter the voucher.')
      await engine.setFacts({ paidInOn: clock.today() })
    },
    async drop({ tx, matter }) {
      await backToUse(tx, matter.form.vehicle)
    },
  })
}
