// What each step of a repair does 维修联动: the quote added up, the car out of use while at the shop, the cost entered once, more than the quote explained.
import type { Tx } from '@houqin/db'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { localDate } from '@houqin/clock'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { repair } from '../../contract/index.ts'
import { carOf, enterCost, farthest, openCar, readOdometer, refuse, requireHere, stand, wrongInput } from './car.ts'

type Repair = Happened<typeof repair>

/** Where cars are mended by the government's purchase, on that day. @throws Problem bad-input. */
async function requireShop(tx: Tx, id: string, today: string): Promise<void> {
  const { rows: [shop] } = await sql<{ name: string; kind: string; until: string | null }>`select name, kind, until::text as until from fleet.shop where id = ${id}::uuid`.execute(tx)
  if (shop?.kind !== 'repair') throw wrongInput('shop', `${shop?.name ?? '所选机构'}不是定点维修厂。请选一家定点维修厂。`, `${shop?.name ?? 'This'} is no appointed repair shop. Choose one.`)
  if (shop.until !== null && shop.until < today) throw wrongInput('shop', `${shop.name}的定点协议 ${shop.until} 到期。请选协议有效的维修厂。`, `The agreement of ${shop.name} ended on ${shop.until}. Choose another shop.`)
}
/** Quantity times price of each line that is done, rounded line by line as the shop's own paper is. */
async function addUp({ tx, matter, engine }: Repair): Promise<void> {
  const { rows } = await sql<{ quantity: string; price: string }>`
    select quantity::text as quantity, price::text as price from fleet.repair__items where matter = ${matter.id}::uuid and coalesce(outcome, 'done') = 'done'`.execute(tx)
  if (rows.length === 0) throw new Problem('bad-input', say('报价至少要有一项。', 'A quote has one item at least.'))
  await engine.setFacts({ quoted: decimal.sum(rows.map(({ quantity, price }) => decimal.times(quantity, price))) })
}

export function repairEffects(system: System): Effects {
  const { clock } = system
  async function quote(taken: Repair & { input: { readonly shop: string } }): Promise<void> {
    await requireShop(taken.tx, taken.input.shop, clock.today())
    await addUp(taken)
  }
  return effects(repair, {
    async start({ tx, matter }) {
      const { form } = matter
      const car = await openCar(tx, form.vehicle)
      const { rows: [other] } = await sql<{ number: string }>`
        select m.number from fleet.repair r join matter.matter m on m.id = r.matter where r.vehicle = ${form.vehicle}::uuid and m.id <> ${matter.id}::uuid and m.state in ('asked', 'quoted', 'approved', 'inShop') limit 1`.execute(tx)
      if (other) throw new Problem('conflict', say(`${car.plate} 已有一件维修 ${other.number} 在办，请在那一件里增项。`, `${car.plate} has ${other.number} under way; add to that one.`))
      if (car.odometer !== null && form.odometer < car.odometer) throw wrongInput('odometer', `里程 ${form.odometer} km 比上次登记的 ${car.odometer} km 少，请看清里程表再填。`, `${form.odometer} km is less than the ${car.odometer} km registered last; read the odometer again.`)
      if (car.odometer !== null && form.odometer - car.odometer > farthest) throw wrongInput('odometer', `里程比上次登记的 ${car.odometer} km 多了 ${form.odometer - car.odometer} km，请看清里程表再填。`, `That is ${form.odometer - car.odometer} km more than registered last; read the odometer again.`)
      await readOdometer(system, tx, form.vehicle, form.odometer)
    },
    quote,
    requote: quote,
    extend: addUp,
    async deliver({ tx, at, matter, input, engine }) {
      if (input.promised < clock.today()) throw wrongInput('promised', '预计修好的日子已经过了。', 'That day has passed.')
      const car = await openCar(tx, matter.form.vehicle)
      if (matter.facts.deliveredAt === null) {
        if (car.standing !== 'inUse' && car.standing !== 'mending') throw refuse(`${car.plate} 现在不是在用车辆，不能送修。`, `${car.plate} is not in use and is not sent to a shop.`)
        await requireHere(tx, car, at)
        if (car.standing === 'inUse') await stand(system, tx, car, 'mending')
        await engine.setFacts({ deliveredAt: at.toISOString() })
      }
      await engine.setDue(new Date(`${input.promised}T18:00:00+08:00`))
    },
    async receive(taken) {
      const { tx, at, matter, input, engine } = taken
      await addUp(taken)
      const { rows: [now] } = await sql<{ quoted: string }>`select quoted::text as quoted from fleet.repair where matter = ${matter.id}::uuid`.execute(tx)
      const quoted = now?.quoted ?? '0'
      if (decimal.compare(input.paid, quoted) > 0 && (input.explained ?? '') === '')
        throw wrongInput('explained', `实付 ${decimal.grouped(input.paid)} 元比报价 ${decimal.grouped(quoted)} 元多 ${decimal.grouped(decimal.minus(input.paid, quoted))} 元，请说明原因。`, `¥${decimal.grouped(input.paid)} is ¥${decimal.grouped(decimal.minus(input.paid, quoted))} more than the ¥${decimal.grouped(quoted)} quoted; say why.`)
      if (decimal.compare(input.paid, '0') > 0 && (input.invoice ?? '') === '') throw wrongInput('invoice', '付了钱就要填发票号码。', 'What was paid has an invoice; enter its number.')
      const receivedOn = localDate(at)
      await engine.setFacts({ receivedOn })
      await enterCost(system, tx, { vehicle: matter.form.vehicle, kind: 'repair', day: receivedOn, amount: input.paid, odometer: matter.form.odometer, shop: matter.facts.shop, source: matter.number })
      const car = await carOf(tx, matter.form.vehicle)
      if (car.standing === 'mending') await stand(system, tx, car, 'inUse')
    },
    async drop({ tx, matter }) {
      if (matter.facts.deliveredAt === null) return
      const car = await carOf(tx, matter.form.vehicle)
      if (car.standing === 'mending') await stand(system, tx, car, 'inUse')
    },
    async overdue({ matter, engine }) {
      if (matter.state === 'inShop' && matter.requester !== null) await engine.notify([matter.requester])
    },
  })
}
