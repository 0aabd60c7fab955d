// Redress of two years 演示整改: those who moved on and gave up their room, and the retired who have been asked to.
import { addWorkingDays, addWorkingHours, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf, localDate } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import type { PastMatter, PastStep } from '@houqin/matters'
import { dice, districtSeed } from '@houqin/people/seed'
import type { Dice, DistrictPeople } from '@houqin/people/seed'
import { sql } from 'kysely'
import { redress } from '../../src/contract/index.ts'

const calendar = workingCalendar()
const daysBehind = 700
/** Of the retired who still hold a room, so many have been asked to give it up. */
const asked = 9

interface Seat {
  readonly person: string
  readonly name: string
  readonly organ: string
  readonly room: string
  readonly where: string
  /** The first day on which it was free; null while it is held. */
  readonly freed: string | null
}

export async function loadRedress({ tx, system, worldDate: day }: HistorySeeding, people: DistrictPeople): Promise<void> {
  const roll = dice({ seed: districtSeed, day, name: 'redress' })
  const now = system.clock.now()
  const { rows: left } = await sql<Seat>`
    select w.person, p.label as name, coalesce(a.organ, p.organ) as organ, w.room, r.label as "where", upper(w.valid)::text as freed
      from staffing.workplace w join people.person p on p.id = w.person join places.room r on r.id = w.room
      left join lateral (select organ from office_space.allotment a where a.room = w.room order by a.id limit 1) a on true
     where upper(w.valid) <= ${day}::date and upper(w.valid) >= ${addDays(day, -daysBehind)}::date and r.grade is null order by md5(w.id::text) limit 60`.execute(tx)
  const { rows: held } = await sql<Seat>`
    select w.person, p.label as name, p.organ, w.room, r.label as "where", null as freed
      from staffing.workplace w join people.person p on p.id = w.person join places.room r on r.id = w.room
     where p.standing = 'retired' and r.grade is null and w.valid @> ${day}::date and w.retired_at is null order by w.id limit ${asked}`.execute(tx)
  const seen = new Map<string, number>()
  const numberOf = (at: Date): string => {
    const on = localDate(at)
    seen.set(on, (seen.get(on) ?? 0) + 1)
    return `${redress.prefix}-${on.replaceAll('-', '')}-${String(seen.get(on)).padStart(4, '0')}`
  }
  const past = [...left, ...held].map((seat) => pastRedress(seat, { people, roll, now, numberOf }))
  await system.matters.recordPast(tx, redress, past.toSorted((a, b) => a.happened[0].at.getTime() - b.happened[0].at.getTime()))
}

function pastRedress({ person, name, organ, room, where, freed }: Seat, { people, roll, now, numberOf }: { people: DistrictPeople; roll: Dice; now: Date; numberOf: (at: Date) => string }): PastMatter {
  const officer = people.named('places')
  const by: PastStep['by'] = { person: officer.id, name: officer.name }
  const found = instantOf({ date: addDays(freed ?? localDate(now), -(freed === null ? Math.ceil(roll.skewed(0.5, 12, 50)) : roll.int(12, 40))), time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(10, 59))}` })
  const ordered = addWorkingHours(found, roll.skewed(1, 9, 34), calendar)
  const until = addWorkingDays(localDate(ordered), roll.int(8, 15), calendar)
  const closed = freed === null ? null : instantOf({ date: freed, time: `${String(roll.int(9, 17)).padStart(2, '0')}:05` })
  const steps: readonly PastStep[] = [
    ...(ordered <= now ? [{ at: ordered, step: 'order', to: 'ordered', by, input: { way: 'vacate', newRoom: null, until } }] : []),
    ...(closed === null ? [] : [{ at: closed > ordered ? closed : ordered, step: 'conclude', to: 'closed', by }]),
  ]
  const state = steps.at(-1)?.to ?? 'found'
  return {
    id: roll.id(), number: numberOf(found), requester: by, organ, site: null,
    form: { organ, person, room, what: freed === null ? `${name} 已退休，仍登记在 ${where}，过了腾退期限` : `${name} 已调离，原办公室 ${where} 尚未腾退` },
    facts: steps.length > 0 ? { way: 'vacate', newRoom: null, until } : {},
    happened: [{ at: found, step: null, to: 'found', by }, ...steps],
    dueAt: state === 'found' ? instantOf({ date: addWorkingDays(localDate(found), 5, calendar), time: '17:30' }) : null,
  }
}
