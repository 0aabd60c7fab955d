// What follows from road papers 保险年检联动: rows for what was bought or inspected, the dates of the car, its account.
import { systemActor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { Fitting } from '@houqin/compose'
import { decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { inspection, insurance, insuranceKinds, paperKinds, roadPapers, vehicle } from '../../contract/index.ts'
import type { Insurance, PaperKind } from '../../contract/index.ts'
import { carOf, enterCost, openCar, refuse, wrongInput } from './car.ts'

type Papers = Happened<typeof roadPapers>
/** Longer than any insurance or inspection lasts. */
const longestDays = 366 * 6
interface Bought {
  readonly kind: Insurance['kind']
  readonly insurer: string
  readonly number: string
  readonly begins: string
  readonly until: string
  readonly premium: string
}
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

export function papersEffects(system: System): Effects {
  const { registers, clock } = system
  const only = (what: PaperKind, wanted: PaperKind): void => {
    if (what !== wanted) throw refuse(`这件办的是${paperKinds[what]}，不能登记${paperKinds[wanted]}。`, `This one is about the ${what}; the ${wanted} is another.`)
  }
  async function move(tx: Tx, car: string, dates: { insuredUntil: string } | { inspectedUntil: string }): Promise<void> {
    await registers.update(tx, systemActor, vehicle, car, dates, (await carOf(tx, car)).version)
  }
  async function insurer(tx: Tx, id: string, today: string): Promise<void> {
    const { rows: [shop] } = await sql<{ name: string; kind: string; until: string | null }>`select name, kind, until::text as until from fleet.shop where id = ${id}::uuid`.execute(tx)
    if (shop?.kind !== 'insurance') throw refuse(`${shop?.name ?? '所选机构'}不是定点保险机构。请选一家定点保险机构。`, `${shop?.name ?? 'This'} is no appointed insurer. Choose one.`)
    if (shop.until !== null && shop.until < today) throw refuse(`${shop.name}的定点协议 ${shop.until} 到期。`, `The agreement of ${shop.name} ended on ${shop.until}.`)
  }
  async function inspected({ tx, matter }: Papers, { day, station, fee, ...rest }: { day: string; station: string | null; fee: string | null; result: 'passed' | 'failed'; until: string | null; note: string | null }): Promise<void> {
    if (day > clock.today()) throw wrongInput('day', '检验日期还没有到。', 'That day is still to come.')
    const car = matter.form.vehicle
    await registers.insert(tx, systemActor, inspection, { vehicle: car, day, station, fee, ...rest, paper: [] })
    await enterCost(system, tx, { vehicle: car, kind: 'inspection', day, amount: fee ?? '0', source: matter.number })
  }
  return effects(roadPapers, {
    async start({ tx, matter }) {
      const { form: { vehicle: id, what } } = matter
      const car = await openCar(tx, id)
      const { rows: [other] } = await sql<{ number: string }>`
        select m.number from fleet.road_papers p join matter.matter m on m.id = p.matter where p.vehicle = ${id}::uuid and p.what = ${what} and m.state = 'open' and m.id <> ${matter.id}::uuid limit 1`.execute(tx)
      if (other) throw new Problem('conflict', say(`${car.plate} 的${paperKinds[what]}已有一件 ${other.number} 在办。`, `The ${what} of ${car.plate} is under way as ${other.number}.`))
    },
    async insure(taken) {
      const { tx, matter, engine } = taken
      only(matter.form.what, 'insurance')
      const { rows: bought } = await sql<Bought>`
        select kind, insurer, number, begins::text as begins, until::text as until, premium::text as premium from fleet.road_papers__bought where matter = ${matter.id}::uuid order by position`.execute(tx)
      if (bought.length === 0) throw new Problem('bad-input', say('至少要有一张保单。', 'There is one policy at least.'))
      for (const [nth, one] of bought.entries()) {
        const at = `lines.bought[${nth}]`
        if (one.until <= one.begins || daysFrom(one.begins, one.until) > longestDays) throw new Problem('bad-input', say(`${insuranceKinds[one.kind]}的到期日不对：${one.begins} 至 ${one.until}。`, `${one.begins} to ${one.until} cannot be.`), { issues: [{ at: `${at}.until`, says: say('到期日不对', 'Wrong last day') }] })
        await insurer(tx, one.insurer, clock.today())
      }
      const until = bought.filter(({ kind }) => kind === 'compulsory').map((one) => one.until).toSorted().at(-1)
      const { rows: [known] } = await sql<{ until: string | null }>`select insured_until::text as until from fleet.vehicle where id = ${matter.form.vehicle}::uuid`.execute(tx)
      if (until !== undefined && until > (known?.until ?? '')) await move(tx, matter.form.vehicle, { insuredUntil: until })
      for (const one of bought) await registers.insert(tx, systemActor, insurance, { vehicle: matter.form.vehicle, ...one, paper: [] })
      const premium = decimal.sum(bought.map((one) => one.premium))
      await engine.setFacts({ premium })
      await enterCost(system, tx, { vehicle: matter.form.vehicle, kind: 'insurance', day: clock.today(), amount: premium, shop: bought[0]?.insurer ?? null, source: matter.number })
    },
    async pass(taken) {
      const { input: { day, until, station, fee }, tx, matter, engine } = taken
      only(matter.form.what, 'inspection')
      if (until == null) throw wrongInput('until', '合格的要填有效期。', 'What has passed has a last day.')
      if (until <= day || daysFrom(day, until) > longestDays) throw wrongInput('until', `有效期不对：${day} 检验，有效期至 ${until}。`, `${day} to ${until} cannot be.`)
      await inspected(taken, { day, station: station ?? null, fee: fee ?? null, result: 'passed', until, note: null })
      await move(tx, matter.form.vehicle, { inspectedUntil: until })
      await engine.setFacts({ result: 'passed' })
    },
    async fail(taken) {
      const { input: { day, station, fee, found }, matter, engine } = taken
      only(matter.form.what, 'inspection')
      if ((found ?? '') === '') throw wrongInput('found', '写明哪些项目不合格。', 'Say what did not pass.')
      await inspected(taken, { day, station: station ?? null, fee: fee ?? null, result: 'failed', until: null, note: found ?? null })
      await engine.setFacts({ result: 'failed' })
    },
  })
}

/** What is entered beside the matter may not say more than the car's own date: it is what the road is judged by. A car without one is judged by that. */
export const insuranceFits: Fitting = Object.freeze({
  register: insurance,
  async refuse(tx: Parameters<Fitting['refuse']>[0], ids: readonly string[]) {
    const { rows: [wrong] } = await sql<{ plate: string; until: string; insured: string }>`
      select v.plate, i.until::text as until, v.insured_until::text as insured from fleet.insurance i join fleet.vehicle v on v.id = i.vehicle
       where i.id = any(${ids}::uuid[]) and i.kind = 'compulsory' and i.retired_at is null and i.until > v.insured_until limit 1`.execute(tx)
    if (wrong) throw new Problem('bad-input', say(
      `${wrong.plate} 的保险登记到 ${wrong.insured}，这张保单到 ${wrong.until}：请用“保险年检办理”登记新的保单。`,
      `${wrong.plate} is insured until ${wrong.insured} and this says ${wrong.until}: enter a new policy by “Insurance and inspection”.`,
    ), { issues: [{ at: 'until', says: say('晚于车辆登记的保险到期日', 'Later than the car’s own date') }] })
  },
})
export const inspectionFits: Fitting = Object.freeze({
  register: inspection,
  async refuse(tx: Parameters<Fitting['refuse']>[0], ids: readonly string[]) {
    // of one long past the last day may be unknown
    const { rows: [wrong] } = await sql`select from fleet.inspection where id = any(${ids}::uuid[]) and result = 'failed' and until is not null and retired_at is null limit 1`.execute(tx)
    if (wrong) throw new Problem('bad-input', say('不合格的不填有效期。', 'What has not passed has no last day.'), { issues: [{ at: 'until', says: say('与结果不符', 'Does not fit the result') }] })
  },
})
