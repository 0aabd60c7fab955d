// Two years of repairs 演示维修: more the older the car, each part once within its warranty but for the plant, and what stands at a shop today.
import { dice, daysAfter, districtSeed } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson } from '@houqin/people/seed'
import { decimal } from '@houqin/define'
import type { PastMatter } from '@houqin/matters'
import { repair } from '../../src/contract/index.ts'
import type { RepairPart, RepairReason } from '../../src/contract/index.ts'
import { worthOn } from '../../src/contract/standards/repair-worth.ts'
import type { DistrictFleet, SeedVehicle } from '../district-fleet.ts'
import { plants } from '../plants.ts'

interface Item {
  readonly kind: 'part' | 'labour'
  readonly part: RepairPart
  readonly what: string
  readonly quantity: string
  readonly price: string
  readonly warranty: number | null
}
interface Work {
  readonly reason: RepairReason
  readonly what: string
  readonly part: RepairPart
  /** Part, from and to in yuan, hours of labour, months of warranty. */
  readonly item: string
  readonly price: readonly [number, number]
  readonly hours: readonly [number, number]
  readonly warranty: number | null
  readonly electric: boolean
}
const fuel = (reason: RepairReason, part: RepairPart, what: string, item: string, price: readonly [number, number], hours: readonly [number, number], warranty: number | null): Work => ({ reason, part, what, item, price, hours, warranty, electric: false })
const any = (...given: Parameters<typeof fuel>): Work => ({ ...fuel(...given), electric: true })
const service = any('service', 'consumables', '到保养里程', '保养耗材', [180, 420], [1, 2], null)
const works: readonly Work[] = [
  any('fault', 'brakes', '刹车有异响', '前刹车片', [320, 560], [1, 3], 6), any('fault', 'tyres', '轮胎鼓包', '轮胎', [480, 820], [1, 1], 3), any('fault', 'electrics', '大灯不亮', '大灯总成', [260, 680], [1, 2], 6),
  any('fault', 'cooling', '空调不制冷', '空调压缩机', [680, 1350], [2, 4], 12), any('accident', 'body', '后保险杠擦碰', '后保险杠', [420, 960], [2, 5], null), any('fault', 'steering', '方向跑偏', '减震器', [380, 760], [2, 3], 12),
  fuel('fault', 'engine', '发动机抖动', '点火线圈', [280, 620], [1, 3], 12), fuel('inspection', 'engine', '尾气不合格', '三元催化', [900, 1700], [2, 4], 12), fuel('fault', 'gearbox', '换挡顿挫', '变速箱阀体', [1100, 2300], [4, 8], 12),
  { ...any('fault', 'battery', '续航明显下降', '电池冷却泵', [700, 1500], [2, 4], 12) },
]
const labour = '110.00'
const day = 86_400_000

interface Hands {
  readonly officer: SeedPerson
  readonly reporters: readonly SeedPerson[]
  readonly readings: Readings
}
export interface SeedRepairs {
  readonly past: readonly PastMatter[]
  readonly costs: readonly { readonly vehicle: string; readonly kind: 'repair'; readonly day: string; readonly amount: string; readonly quantity: null; readonly odometer: number; readonly card: null; readonly shop: string; readonly source: string }[]
}

/** What the odometers of the cars said at the pump and on their journeys, the earliest first: `at` in milliseconds. */
export type Readings = ReadonlyMap<string, readonly { readonly at: number; readonly odometer: number }[]>

/** The same world gives the same repairs. @param shops appointed repair shops. @param now nothing happens after it. */
export function districtRepairs({ worldDate, now, people, fleet, shops, officer, readings }: {
  worldDate: string; now: Date; people: DistrictPeople; fleet: DistrictFleet; shops: readonly string[]; officer: SeedPerson; readings: Readings
}): SeedRepairs {
  const roll = dice({ seed: districtSeed, day: worldDate, name: 'fleet repairs' })
  const byId = new Map(people.persons.map((person) => [person.id, person]))
  const reporters = fleet.drivers.slice(0, 40).flatMap(({ person }) => byId.get(person) ?? [])
  const hands = { officer, reporters, readings }
  const cars = fleet.vehicles.filter(({ grade }) => grade === 'ordinary')
  const drafts = cars.flatMap((car) => repairsOf(roll, { car, worldDate, hands, shops }))
  const lately = planted(roll, { cars, worldDate, hands, shops })
  const chosen = new Set(lately.map(({ car }) => car.id))
  const all = [...drafts.filter(({ car }) => !chosen.has(car.id)), ...lately]
  const counted = new Map<string, number>()
  const past = all.filter(({ at }) => at <= now.getTime()).toSorted((a, b) => a.at - b.at).map((draft) => {
    const on = new Date(draft.at + 8 * 3_600_000).toISOString().slice(0, 10)
    const nth = (counted.get(on) ?? 0) + 1
    counted.set(on, nth)
    return written(draft, { number: `${repair.prefix}-${on.replaceAll('-', '')}-${String(nth).padStart(4, '0')}`, now, hands })
  })
  return { past, costs: past.flatMap(paidIn) }
}

interface Draft {
  readonly id: string
  readonly car: SeedVehicle
  readonly at: number
  readonly reporter: SeedPerson
  readonly shop: string
  readonly reason: RepairReason
  readonly what: string
  readonly items: readonly Item[]
  readonly odometer: number
  /** Hours from the report to the quote, days at the shop. */
  readonly quoted: number
  readonly days: number
  /** What was paid beyond the quote, 元. */
  readonly more: string
  /** Where it stands at the latest. */
  readonly until: 'asked' | 'quoted' | 'inShop' | 'closed'
}
function repairsOf(roll: Dice, { car, worldDate, hands, shops }: { car: SeedVehicle; worldDate: string; hands: Hands; shops: readonly string[] }): Draft[] {
  const age = (Date.parse(worldDate) - Date.parse(car.boughtOn)) / (365 * day)
  const perYear = age < 2 ? 0.4 : age < 5 ? 0.9 : age < 8 ? 1.5 : 2
  const count = Math.min(6, Math.floor(perYear * Math.min(2, age) + roll.next()))
  const possible = roll.shuffled(works.filter(({ electric, part }) => (car.energy === 'electric' ? electric : part !== 'battery')))
  const seen = new Set<RepairPart>()
  const drafts: Draft[] = []
  // within what it is worth to mend, so that what is beyond was put there
  const limit = Number(worthOn({ price: car.price, boughtOn: car.boughtOn, day: worldDate }, { years: 8, residual: 10 })) * 0.3 * 0.85
  let spent = 0
  for (let nth = 0; nth < count; nth += 1) {
    const work = roll.chance(0.45) ? service : possible.find(({ part }) => !seen.has(part)) ?? service
    if (work !== service) seen.add(work.part)
    const ago = roll.int(4, Math.min(725, Math.max(5, Math.floor(age * 365) - 10)))
    const draft = drafted(roll, { car, work, ago, worldDate, hands, shops, until: 'closed' })
    const cost = Number(total(draft.items)) + Number(draft.more)
    if (spent + cost > limit) continue
    spent += cost
    drafts.push(draft)
  }
  if (car.standing === 'mending') drafts.push(drafted(roll, { car, work: possible.find(({ part }) => !seen.has(part)) ?? service, ago: 2, worldDate, hands, shops, until: 'inShop' }))
  return drafts
}

function drafted(roll: Dice, { car, work, ago, worldDate, hands, shops, until }: { car: SeedVehicle; work: Work; ago: number; worldDate: string; hands: Hands; shops: readonly string[]; until: Draft['until'] }): Draft {
  const quantity = work.part === 'tyres' ? roll.pick(['1', '2', '4']) : '1'
  const items: readonly Item[] = [
    { kind: 'part', part: work.part, what: work.item, quantity, price: `${roll.int(...work.price)}.${roll.pick(['00', '00', '50', '80'])}`, warranty: work.warranty },
    { kind: 'labour', part: work.part, what: '工时', quantity: `${roll.int(...work.hours)}.${roll.pick(['00', '50'])}`, price: labour, warranty: null },
  ]
  const [id, reporter, shop] = [roll.id(), roll.pick(hands.reporters), roll.pick(shops)]
  const at = Date.parse(`${daysAfter(worldDate, -ago)}T00:00:00+08:00`) + roll.int(8 * 60 + 20, 16 * 60) * 60_000
  return {
    id, car, reporter, shop, reason: work.reason, what: work.what, items, until, at, odometer: readAt(car, at, { today: Date.parse(worldDate), read: hands.readings.get(car.id) ?? [] }),
    quoted: roll.int(1, 7), days: roll.int(1, 4), more: roll.chance(0.08) ? `${roll.int(20, 160)}.00` : '0.00',
  }
}
/** Between the reading before and the one after; it was bought with none, and has that of the ledger today. */
function readAt({ boughtOn, odometer }: SeedVehicle, at: number, { today, read }: { today: number; read: NonNullable<ReturnType<Readings['get']>> }): number {
  const known = [{ at: Date.parse(boughtOn), odometer: 0 }, ...read, { at: today, odometer: odometer ?? 0 }]
  const before = known.findLast((one) => one.at <= at) ?? { at: at - 1, odometer: 0 }
  const after = known.find((one) => one.at > at) ?? before
  const share = after.at === before.at ? 0 : (at - before.at) / (after.at - before.at)
  return Math.max(100, before.odometer + Math.round(Math.max(0, after.odometer - before.odometer) * share))
}
/** What is wrong on purpose: a part that failed again within its warranty, and an old car that cost more in a year than it is worth to mend. */
function planted(roll: Dice, { cars, worldDate, hands, shops }: { cars: readonly SeedVehicle[]; worldDate: string; hands: Hands; shops: readonly string[] }): Draft[] {
  const used = cars.filter(({ standing, energy }) => standing === 'inUse' && energy !== 'electric')
  const [young, old] = [used.filter(({ boughtOn }) => boughtOn > daysAfter(worldDate, -5 * 365)).at(plants.mendedAgain.nth), used.find(({ boughtOn }) => boughtOn < daysAfter(worldDate, -9 * 365))]
  const given = { worldDate, hands, shops: shops.slice(0, 1), until: 'closed' as const }
  const [brakes, gearbox] = [works.find(({ part }) => part === 'brakes'), works.find(({ part }) => part === 'gearbox')]
  if (!young || !old || !brakes || !gearbox) throw new Error('no car of that age')
  const dear = drafted(roll, { ...given, car: old, work: gearbox, ago: 96 })
  return [
    ...plants.mendedAgain.daysAgo.map((ago) => drafted(roll, { ...given, car: young, work: brakes, ago })),
    { ...dear, items: dear.items.map((item) => (item.kind === 'part' ? { ...item, what: '变速箱总成', price: plants.dearToMend.price } : item)), more: '0.00' },
  ]
}
const total = (items: readonly Item[]): string => decimal.sum(items.map(({ quantity, price }) => decimal.times(quantity, price)))

function written({ id, car, at, reporter, shop, reason, what, items, odometer, quoted, days, more, until }: Draft, { number, now, hands }: { number: string; now: Date; hands: Hands }): PastMatter {
  const by = ({ id: person, name }: SeedPerson) => ({ person, name })
  const officer = by(hands.officer)
  const when = { quote: new Date(at + quoted * 3_600_000), submit: new Date(at + (quoted + 1) * 3_600_000), deliver: new Date(at + 20 * 3_600_000), receive: new Date(at + 20 * 3_600_000 + days * day) }
  const sum = total(items)
  const paid = decimal.sum([sum, more])
  const promised = new Date(when.deliver.getTime() + Math.max(days, until === 'inShop' ? 5 : 1) * day).toISOString().slice(0, 10)
  const happened: [PastMatter['happened'][0], ...PastMatter['happened'][0][]] = [{ at: new Date(at), step: null, to: 'asked', by: by(reporter) }]
  const facts: Record<string, unknown> = {}
  const explained = more === '0.00' ? null : '拆检后更换相邻的易损件'
  if (when.quote <= now && until !== 'asked') {
    happened.push({ at: when.quote, step: 'quote', to: 'quoted', by: officer, input: { shop, quotation: [] } })
    Object.assign(facts, { shop, quoted: sum })
  }
  if (when.submit <= now && until !== 'asked' && until !== 'quoted') happened.push({ at: when.submit, step: 'submit', to: 'approved', by: officer })
  if (when.deliver <= now && until !== 'asked' && until !== 'quoted') {
    happened.push({ at: when.deliver, step: 'deliver', to: 'inShop', by: officer, input: { promised } })
    Object.assign(facts, { promised, deliveredAt: when.deliver.toISOString() })
  }
  if (when.receive <= now && until === 'closed') {
    const input = { paid, invoice: String(24_000_000 + (at % 900_000)), explained, invoicePhoto: [] }
    happened.push({ at: when.receive, step: 'receive', to: 'closed', by: officer, input })
    Object.assign(facts, input, { receivedOn: new Date(when.receive.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) })
  }
  const state = happened.at(-1)?.to
  return {
    id, number, requester: by(reporter), organ: car.organ, site: null, happened,
    dueAt: state === 'closed' ? null : state === 'inShop' ? new Date(`${promised}T18:00:00+08:00`) : new Date(at + 30 * 3_600_000),
    form: { vehicle: car.id, organ: car.organ, reason, what, odometer, drivable: reason !== 'accident', photos: [] }, facts,
    lines: { items: state === 'asked' ? [] : items.map((values) => ({ at: when.quote, by: hands.officer.id, values: { ...values, outcome: null } })) },
  }
}
function paidIn({ number, form, facts }: PastMatter): SeedRepairs['costs'] {
  const { paid } = facts
  if (typeof paid !== 'string') return []
  return [{ vehicle: String(form['vehicle']), kind: 'repair', day: String(facts['receivedOn']), amount: paid, quantity: null, odometer: Number(form['odometer']), card: null, shop: String(facts['shop']), source: number }]
}
