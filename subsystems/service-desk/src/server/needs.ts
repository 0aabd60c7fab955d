// Materials of a repair 要料备料: what the store has is handed over, the rest becomes a purchase; the repair waits for it and comes back by itself.
import { systemActor } from '@houqin/access'
import { addWorkingDays, workingCalendar } from '@houqin/calendar'
import { localDate } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { purchase, repair } from '../contract/index.ts'

const calendar = workingCalendar()
/** To be approved, bought and received. */
const usualPurchaseDays = 8

interface Need {
  readonly id: string
  readonly material: string
  readonly quantity: string
  readonly price: string
  readonly name: string
}
async function toBuy(tx: Tx, matter: string): Promise<readonly Need[]> {
  const { rows } = await sql<Need>`
    select n.id, n.material, n.quantity::text as quantity, m.price::text as price, m.label as name
      from service_desk.repair__needs n join service_desk.material m on m.id = n.material
     where n.matter = ${matter}::uuid and n.outcome = 'buy' and n.purchase is null order by n.position`.execute(tx)
  return rows
}

export function needsEffects({ matters }: System): readonly Effects[] {
  async function issue({ tx, at, matter, engine }: Happened<typeof repair>): Promise<void> {
    const needs = await toBuy(tx, matter.id)
    if (needs.length === 0) return
    if (matter.site === null) throw new Problem('step-not-possible', say('报修没有场所，请先补上再转采购。', 'The repair has no site; enter it before buying.'))
    const what = needs.map(({ name, quantity }) => `${name} ${Number(quantity)}`).join('、')
    const started = await engine.startOther(purchase, {
      input: { what: `${what}（${matter.number} 维修用）`.slice(0, 500), site: matter.site, manner: 'mall', repair: matter.number },
      lines: { items: needs.map(({ material, quantity, price }) => ({ material, quantity, price })) },
    })
    await engine.link('follows', started.number)
    await sql`update service_desk.repair__needs set purchase = ${started.number} where id = any(${needs.map(({ id }) => id)}::uuid[])`.execute(tx)
    if (matter.state === 'paused') return
    await matters.step(tx, systemActor, repair, matter.number, 'pause', {
      input: { waitingFor: `采购材料 ${started.number}`, waitUntil: addWorkingDays(localDate(at), usualPurchaseDays, calendar) }, version: matter.version,
    })
  }

  /** Each line of the repair ends as its line of the purchase did. */
  async function comeBack({ tx, matter }: Happened<typeof purchase>, dropped: boolean): Promise<void> {
    const number = matter.form.repair
    if (number === null) return
    await sql`
      update service_desk.repair__needs n
         set outcome = case when ${dropped}::boolean or i.outcome = 'cancelled' then 'none' when i.outcome = 'stock' then 'stock' else 'bought' end
        from service_desk.purchase__items i
       where i.matter = ${matter.id}::uuid and n.purchase = ${matter.number} and n.material = i.material and n.outcome = 'buy'`.execute(tx)
    const { rows: [waiting] } = await sql<{ version: number }>`
      select m.version from matter.matter m
       where m.kind = ${repair.id} and m.number = ${number} and m.state = 'paused'
         and not exists (select from service_desk.repair__needs n where n.matter = m.id and n.outcome = 'buy') for update`.execute(tx)
    if (!waiting) return
    await matters.step(tx, systemActor, repair, number, 'resume', { comment: dropped ? `${matter.number} 不买了` : `${matter.number} 的材料到了`, version: waiting.version })
  }

  return [
    effects(repair, { issue }),
    effects(purchase, { receive: (taken) => comeBack(taken, false), drop: (taken) => comeBack(taken, true) }),
  ]
}
