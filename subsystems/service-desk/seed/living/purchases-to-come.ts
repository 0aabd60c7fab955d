// Purchases to come 往后的采购: materials the stock lacks, asked for by those who mend, approved by amount, bought, received; a few cost more than was allowed for.
import { addWorkingHours } from '@houqin/calendar'
import { instantOf, localDate } from '@houqin/clock'
import { agreeInWorld, leftToTheWorld, startInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Living, OpenMatter, WorldStep } from '@houqin/compose'
import { decimal } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { daysAfter, dice } from '@houqin/people/seed'
import { sql } from 'kysely'
import { dispatcher, purchase, serviceOfficer, worker as workerRole } from '../../src/contract/index.ts'
import { plants } from '../plants.ts'
import type { District } from '../repairs-to-come.ts'

/** A working day brings one with this chance: seven or eight in a month. */
const chance = 0.34
/** Whoever signs in has so many working hours to decide himself. */
const patience = 7.5
const reasons = ['换季检修备料', '同一处修了两次，换新的', '库里只剩一件，补上', '雨天前要换完', '会议保障前更换'] as const
/** Such a share waits a week for its goods. */
const slow = 0.15

export async function bringPurchases(bringing: Bringing, { world, places, desk, calendar }: District): Promise<void> {
  const { openedAt, from, to } = bringing
  const wanted = desk.materials.filter(({ stocked, name }) => !stocked && name !== plants.tooDear.material)
  const workers = desk.teams.flatMap(({ members }) => members).filter(({ standing, key }) => standing === 'active' && key === null)
  for (let day = localDate(from); day <= localDate(to); day = daysAfter(day, 1)) {
    if (day <= localDate(openedAt) || !calendar.isWorkingDay(day)) continue
    const roll = dice({ ...world, day, name: `purchase of ${day}` })
    const at = instantOf({ date: day, time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })
    const [asker, material] = [roll.pick(workers), roll.pick(wanted)]
    // above this the head of the bureau decides beside the leader, which nobody here does for him
    const quantity = String(Math.max(1, Math.min(roll.int(2, 18), Math.floor(19_000 / Number(material.price)))))
    if (!roll.chance(chance) || at <= from || at > to) continue
    const site = roll.pick(places.sites.filter(({ managed }) => managed))
    await startInWorld(bringing, purchase, {
      at, actor: worldActor(asker, workerRole), input: { what: `${material.name},${roll.pick(reasons)}`, site: site.id, manner: roll.weighted([['mall', 6], ['framework', 3], ['direct', 1]] as const) },
      lines: { items: [{ material: material.id, quantity, price: material.price }] },
    })
  }
}

export async function movePurchases(living: Living, district: District): Promise<void> {
  const { people, persons, calendar } = district
  const { rows } = await sql<{ matter: string; amount: string | null; planned: string; asked: boolean }>`
    select p.matter, p.amount, (select coalesce(sum(i.quantity * i.price), 0) from service_desk.purchase__items i where i.matter = p.matter)::numeric(14,2)::text as planned,
           exists (select from approval.instance r where r.matter = p.matter and r.ended_at is null) as asked
    from service_desk.purchase p where p.matter in (select id from matter.matter where kind = ${purchase.id} and closed_at is null)`.execute(living.system.db)
  const facts = new Map(rows.map((row) => [row.matter, row]))
  for (const one of await leftToTheWorld(living.system.db, purchase)) {
    const fact = facts.get(one.id)
    const asker = persons.get(one.requester ?? '')
    // what was planted when the demonstration was opened waits for whoever signs in
    if (!fact || !asker || one.openedAt <= living.openedAt || asker.key !== null) continue
    if (one.state === 'drafted' && fact.asked) {
      const at = addWorkingHours(one.openedAt, patience + 1, calendar)
      const later = addWorkingHours(one.openedAt, 2 * patience + 2, calendar)
      if (at <= living.to) await agreeInWorld(living, purchase, { number: one.number, at, actor: worldActor(people.named('officer'), serviceOfficer) })
      if (later <= living.to) await agreeInWorld(living, purchase, { number: one.number, at: later, actor: worldActor(people.named('leader'), bureauLeader) })
      continue
    }
    const next = nextOf(one, fact, { district, asker })
    if (next && next.at <= living.to) await stepInWorld(living, { matter: purchase, number: one.number, version: one.version }, next)
  }
}

function nextOf({ number, version, state, since }: OpenMatter, { amount, planned }: { amount: string | null; planned: string }, { district: { world, people, calendar }, asker }: {
  district: District
  asker: { readonly id: string; readonly name: string }
}): WorldStep | undefined {
  const roll = dice({ ...world, name: `${number} ${version}` })
  const after = (hours: number): Date => addWorkingHours(since, hours, calendar)
  if (state === 'drafted') return { at: after(0.2 + roll.next()), actor: worldActor(asker, workerRole), step: 'submit', input: { amount: decimal.times(planned, '1.00'), supplier: '网上商城最低价' } }
  const waits = roll.chance(slow) ? 5 * patience : roll.skewed(2, 9, 26)
  if (state === 'approved')
    return { at: after(waits), actor: worldActor(people.named('dispatcher'), dispatcher), step: 'buy', input: { paid: decimal.times(amount ?? planned, roll.pick(['0.96', '0.98', '1.00', '1.00'])), invoice: String(roll.int(10_000_000, 99_999_999)) } }
  return state === 'bought' ? { at: after(roll.skewed(1, 6, 14)), actor: worldActor(asker, workerRole), step: 'receive', rating: roll.weighted([[5, 7], [4, 3]] as const) } : undefined
}
