// Two years of asking about rooms 演示用房申请: rooms given from the pool, rooms given back, some refused, the last ones still under way.
import { addWorkingDays, addWorkingHours, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf, localDate } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import { decimal } from '@houqin/define'
import type { PastMatter, PastStep } from '@houqin/matters'
import { dice, districtSeed } from '@houqin/people/seed'
import type { Dice, DistrictPeople, SeedPerson } from '@houqin/people/seed'
import { sql } from 'kysely'
import { allotment, roomRequest } from '../../src/contract/index.ts'
import { organStanding } from '../../src/server/request/organ-standing.ts'
import { isFree } from '../../src/server/request/pool.ts'
import { plants } from '../plants.ts'
import { certificateOf } from './certificate.ts'
import { givingBack, refusals, wanting } from './reasons.ts'

const calendar = workingCalendar()
const daysBehind = 700
const leasedBefore = 240
/** A working day brings one with this chance, one of the last days with the other. */
const often = { ever: 0.075, lately: 0.45, days: 9 }
const share = { vacate: 0.42, refused: 0.12 }
/** When the offices of the district were given out. */
const given = '2021-03-01'

interface Room {
  readonly id: string
  readonly area: string
  readonly organ: string
}
interface Stock {
  readonly people: DistrictPeople
  readonly writers: ReadonlyMap<string, SeedPerson>
  /** Service rooms of the bureau's, with an organ of their site that may have them. */
  readonly toGive: Room[]
  /** Empty offices, with an organ of their site that had them. */
  readonly givenBack: Room[]
  /** Service rooms that organs have and sit nobody in. */
  readonly held: Room[]
}

/** Written as history, with the rows of the ledger it left behind. */
export async function loadRequests({ tx, system, worldDate: day }: HistorySeeding, people: DistrictPeople): Promise<void> {
  const roll = dice({ seed: districtSeed, day, name: 'room requests' })
  const stock = await stockOf({ tx, system, day, people, roll })
  const now = system.clock.now()
  const [past, rows]: [PastMatter[], { organ: string; room: string; kind: 'own'; certificate: string; agreement: []; from: string; to: string | null }[]] = [[], []]
  for (let on = addDays(day, -daysBehind); on <= day; on = addDays(on, 1)) {
    if (!calendar.isWorkingDay(on) || !roll.chance(on >= addDays(day, -often.days) ? often.lately : often.ever)) continue
    const asked = instantOf({ date: on, time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })
    const made = asked < now ? pastRequest(asked, { stock, roll, now, number: `${roomRequest.prefix}-${on.replaceAll('-', '')}-0001` }) : undefined
    if (made === undefined) continue
    past.push(made.matter)
    if (made.row) rows.push({ kind: 'own', agreement: [], ...made.row })
  }
  const lease = leasedOutOfOrder(addDays(day, -leasedBefore), { people, writers: stock.writers, id: roll.id() })
  if (lease) past.push(lease)
  await system.matters.recordPast(tx, roomRequest, past.toSorted((a, b) => a.happened[0].at.getTime() - b.happened[0].at.getTime()))
  await system.registers.bulkInsert(tx, allotment, rows)
}

/** Planted: a lease that was agreed to with a reason for the pool alone. */
function leasedOutOfOrder(day: string, { people, writers, id }: Pick<Stock, 'people' | 'writers'> & { id: string }): PastMatter | undefined {
  const organ = people.organ(plants.leasedOutOfOrder).id
  const asker = writers.get(organ)
  if (asker === undefined) return undefined
  const by = ({ id: person, name }: SeedPerson): PastStep['by'] => ({ person, name })
  const on = addWorkingDays(day, 1, calendar)
  const at = (days: number, time: string): Date => instantOf({ date: addWorkingDays(on, days, calendar), time })
  const [officer, leader] = [people.named('places'), people.named('leader')]
  const from = addWorkingDays(on, 12, calendar)
  const proposal = { way: 'lease', misfit: '书库要一层大开间，调剂池里的空房都是小间', from, approval: `清政函〔${from.slice(0, 4)}〕17号` }
  return {
    id, number: `${roomRequest.prefix}-${on.replaceAll('-', '')}-0002`, requester: by(asker), organ, site: null,
    form: { organ, what: 'lease', room: null, use: 'technical', area: '180.00', party: '清溪区城投资产管理有限公司', until: addDays(from, 1095), reason: '地方文献书库扩容，现有库房已满', papers: [] },
    facts: proposal, lines: { rooms: [] },
    happened: [
      { at: at(0, '10:12'), step: null, to: 'asked', by: by(asker) }, { at: at(2, '15:40'), step: 'propose', to: 'proposed', by: by(officer), input: proposal },
      { at: at(4, '09:25'), step: 'agree', to: 'agreed', by: by(leader) }, { at: at(12, '16:05'), step: 'carryOut', to: 'done', by: by(officer) },
    ],
    dueAt: null,
  }
}

async function stockOf({ tx, system, day, people, roll }: Pick<HistorySeeding, 'tx' | 'system'> & { day: string; people: DistrictPeople; roll: Dice }): Promise<Stock> {
  const free = async (use: string): Promise<readonly (Omit<Room, 'organ'> & { organs: readonly string[] })[]> => (await sql<Omit<Room, 'organ'> & { organs: readonly string[] }>`
    select r.id, r.area::text as area, (select array_agg(o.organ order by md5(o.organ::text || r.id::text)) from places.organ_seat o where o.site = r.site and o.valid @> ${day}::date) as organs from places.room r
     where r.use = ${use} and r.purpose <> 'toilet' and ${isFree(day)} and exists (select from places.organ_seat o where o.site = r.site and o.valid @> ${day}::date) order by r.id limit 400`.execute(tx)).rows
  const { rows: held } = await sql<Room>`
    select r.id, r.area::text as area, a.organ from office_space.allotment a join places.room r on r.id = a.room
     where r.use = 'service' and r.grade is null and a.valid @> ${day}::date and not exists (select from staffing.workplace w where w.room = r.id) order by r.id limit 400`.execute(tx)
  const toGive: Room[] = []
  const left = new Map<string, string>()
  const gapOf = async (organ: string): Promise<string> => {
    const known = left.get(organ)
    if (known !== undefined) return known
    // of service rooms, and of all together
    const gaps = (await organStanding(tx, system, { organ, day })).lines.flatMap(({ kind, gap }) => (kind === 'service' || kind === 'all' ? [gap] : []))
    const least = gaps.reduce((low, gap) => (decimal.compare(gap, low) < 0 ? gap : low), gaps[0] ?? '0')
    left.set(organ, least)
    return least
  }
  for (const { organs, ...room } of roll.shuffled(await free('service')))
    for (const organ of organs) {
      const gap = await gapOf(organ)
      if (decimal.compare(room.area, gap) > 0) continue
      left.set(organ, decimal.minus(gap, room.area))
      toGive.push({ ...room, organ })
      break
    }
  const writers = new Map(people.persons.filter(({ standing, employment }) => standing === 'active' && employment !== 'outsourced').toReversed().map((person) => [person.organ, person]))
  return { people, writers, toGive, givenBack: roll.shuffled(await free('office')).flatMap(({ organs: [organ], ...room }) => (organ === undefined ? [] : [{ ...room, organ }])), held: roll.shuffled(held) }
}

/** Days and deeds of one; what lies after now has not happened. */
function pastRequest(askedAt: Date, { stock, roll, now, number }: { stock: Stock; roll: Dice; now: Date; number: string }): { matter: PastMatter; row: { organ: string; room: string; certificate: string; from: string; to: string | null } | undefined } | undefined {
  const { people, writers } = stock
  const vacates = roll.chance(share.vacate)
  const at = [roll.skewed(3, 14, 45), roll.skewed(2, 10, 40), roll.skewed(4, 16, 60)].reduce<Date[]>((all, hours) => [...all, addWorkingHours(all.at(-1) ?? askedAt, hours, calendar)], [])
  const [proposed = askedAt, decided = askedAt, done = askedAt] = at
  const room = vacates ? (done <= now ? stock.givenBack : stock.held).pop() : stock.toGive.pop()
  const asker = writers.get(room?.organ ?? '')
  if (room === undefined || asker === undefined) return undefined
  const refused = !vacates && roll.chance(share.refused)
  const from = localDate(done)
  const certificate = vacates ? null : certificateOf(number, from)
  const [officer, leader] = [people.named('places'), people.named('leader')]
  const by = ({ id, name }: SeedPerson): PastStep['by'] => ({ person: id, name })
  const proposal = vacates ? { from } : { way: 'reallocate', from, certificate }
  const all: readonly [PastStep, ...PastStep[]] = [
    { at: askedAt, step: null, to: 'asked', by: by(asker) },
    { at: proposed, step: 'propose', to: 'proposed', by: by(officer), input: proposal },
    refused ? { at: decided, step: 'refuse', to: 'refused', by: by(leader), comment: roll.pick(refusals) } : { at: decided, step: 'agree', to: 'agreed', by: by(leader) },
    ...(refused ? [] : [{ at: done, step: 'carryOut', to: 'done', by: by(officer) }]),
  ]
  const [first, ...later] = all
  const happened = [first, ...later.filter((step) => step.at <= now)] as const
  const told = happened.length > 1
  const last = happened.at(-1) ?? first
  const days = { asked: 5, proposed: 5, agreed: 10 }[last.to]
  const finished = last.to === 'done'
  return {
    row: finished ? { organ: room.organ, room: room.id, certificate: certificate ?? certificateOf(number, given), ...(vacates ? { from: given, to: addDays(from, -1) } : { from, to: null }) } : undefined,
    matter: {
      id: roll.id(), number, requester: by(asker), organ: room.organ, site: null,
      form: { organ: room.organ, what: vacates ? 'vacate' : 'allot', room: vacates ? room.id : null, use: vacates ? null : 'service', area: vacates ? null : room.area, party: null, until: null, reason: roll.pick(vacates ? givingBack : wanting), papers: [] },
      facts: told ? { ...proposal, way: vacates ? null : 'reallocate', certificate } : {},
      lines: { rooms: told && !vacates ? [{ at: proposed, by: officer.id, values: { room: room.id, kind: 'own' } }] : [] },
      happened,
      dueAt: days === undefined ? null : instantOf({ date: addWorkingDays(localDate(last.at), days, calendar), time: '17:30' }),
    },
  }
}
