// What the demonstration told others in its years 演示的年度公示、备案和报送: published every December, filed by every organ, handed to the city by the quarter.
import { systemActor } from '@houqin/access'
import { addWorkingDays, workingCalendar } from '@houqin/calendar'
import { instantOf } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import { countAnew } from '@houqin/db'
import { dice, districtSeed } from '@houqin/people/seed'
import type { DistrictPeople, SeedPerson } from '@houqin/people/seed'
import { sql } from 'kysely'
import { citySubmission, publication, roomFiling } from '../../src/contract/index.ts'
import { freeze } from '../../src/server/city/freeze.ts'
import { leaderLines } from '../../src/server/yearly/file-rooms.ts'
import { frozenOn } from '../../src/server/yearly/publish.ts'

const calendar = workingCalendar()
const publishedYears = 2
/** Of this year's filings, asked so many working days ago: the share that is filed, and of the rest the share that the organ has confirmed. */
const filing = Object.freeze({ askedAgo: 8, filed: 0.86, confirmed: 0.4 })
/** Rooms that the city sent back the first time, for these reasons; they went again with the next version. */
const sentBack = ['房间编号与平台已有编号重复', '使用面积与平台测绘数据相差超过 3%', '单位名称与平台登记不一致', '所在楼层填写不规范'] as const

export async function loadYearly(seeding: HistorySeeding, people: DistrictPeople): Promise<void> {
  // the whole ledger is read several times over, and of rows written in this transaction the database has counted none yet
  await countAnew(seeding.tx)
  const year = Number(seeding.worldDate.slice(0, 4))
  for (let past = year - publishedYears; past < year; past += 1) await publish(seeding, people, past)
  await file(seeding, people, { year: year - 1, asked: `${year - 1}-11-10`, over: true })
  await file(seeding, people, { year, asked: addWorkingDays(seeding.worldDate, -filing.askedAgo, calendar), over: false })
  await handOver(seeding, people, { day: `${year}-06-30`, note: `${year} 年第二季度`, back: sentBack })
  await handOver(seeding, people, { day: `${year}-09-30`, note: `${year} 年第三季度`, back: [] })
}

const after = (day: string, days: number, time: string): Date => instantOf({ date: addWorkingDays(day, days, calendar), time })
const by = ({ id, name }: SeedPerson) => ({ person: id, name })

async function publish({ tx, system }: HistorySeeding, people: DistrictPeople, year: number): Promise<void> {
  const roll = dice({ seed: districtSeed, day: `${year}-12-31`, name: `publication ${year}` })
  const day = addWorkingDays(`${year}-12-${String(roll.int(5, 12)).padStart(2, '0')}`, 0, calendar)
  const [id, officer, leader] = [roll.id(), by(people.named('places')), by(people.named('leader'))]
  const { sheet, ...facts } = await frozenOn(tx, day)
  await system.matters.recordPast(tx, publication, [{
    id, number: `${publication.prefix}-${day.replaceAll('-', '')}-0001`, requester: officer, organ: null, site: null,
    form: { year, corrects: null }, facts: { ...facts, edition: 1, publishedOn: addWorkingDays(day, 4, calendar) }, lines: {},
    happened: [
      { at: instantOf({ date: day, time: '09:50' }), step: null, to: 'draft', by: officer }, { at: after(day, 2, '16:20'), step: 'check', to: 'checked', by: leader },
      { at: after(day, 4, '10:05'), step: 'publish', to: 'published', by: officer },
    ],
    dueAt: null,
  }])
  await sql`insert into office_space.published (matter, organs) values (${id}::uuid, ${sheet}::jsonb)`.execute(tx)
}

/** Each organ's head confirms for it, the officer files it; of a year that is over nothing is left. */
async function file({ tx, system }: HistorySeeding, people: DistrictPeople, { year, asked, over }: { year: number; asked: string; over: boolean }): Promise<void> {
  const roll = dice({ seed: districtSeed, day: asked, name: `filings ${year}` })
  const officer = by(people.named('places'))
  const liaison = people.named('liaison')
  const all = await leaderLines(system, tx, { actor: systemActor, day: asked })
  const heads = new Map(people.persons.map((person) => [person.id, person]))
  const first = instantOf({ date: asked, time: '09:10' })
  await system.matters.recordPast(tx, roomFiling, [...all].map(([organ, leaders], place) => {
    const head = heads.get(people.heads.get(organ) ?? '')
    const [isFiled, isConfirmed] = [roll.chance(filing.filed), roll.chance(filing.confirmed)]
    // whoever tries the liaison of the demonstration has one to confirm
    const state = over || (organ !== liaison.organ && isFiled) ? 'filed' : organ !== liaison.organ && isConfirmed ? 'confirmed' : 'asked'
    const days = roll.int(1, filing.askedAgo - 3)
    const confirmer = organ === liaison.organ ? by(liaison) : head === undefined ? officer : by(head)
    return {
      id: roll.id(), number: `${roomFiling.prefix}-${asked.replaceAll('-', '')}-${String(place + 1).padStart(4, '0')}`, requester: officer, organ, site: null,
      form: { organ, year }, facts: { leaders: leaders.length, deviating: leaders.filter(({ deviation }) => deviation !== null).length, remark: null },
      lines: { leaders: leaders.map((values) => ({ at: first, by: officer.person, values: { ...values } })) },
      happened: [
        { at: first, step: null, to: 'asked', by: officer },
        ...(state === 'asked' ? [] : [{ at: after(asked, days, `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(10, 59))}`), step: 'confirm', to: 'confirmed', by: confirmer, input: { remark: null } }]),
        ...(state === 'filed' ? [{ at: after(asked, days + roll.int(1, 2), `10:${String(roll.int(10, 59))}`), step: 'file', to: 'filed', by: officer }] : []),
      ],
      dueAt: state === 'asked' ? after(asked, 10, '17:30') : state === 'confirmed' ? after(asked, days + 10, '17:30') : null,
    }
  }))
}

/** A version handed over and answered; what was sent back goes with the next. */
async function handOver({ tx, system }: HistorySeeding, people: DistrictPeople, { day, note, back }: { day: string; note: string; back: readonly string[] }): Promise<void> {
  const roll = dice({ seed: districtSeed, day, name: `handed over ${day}` })
  const [id, officer, leader] = [roll.id(), by(people.named('places')), by(people.named('leader'))]
  const handed = after(day, 6, '15:30')
  const handedOn = addWorkingDays(day, 6, calendar)
  await system.matters.recordPast(tx, citySubmission, [{
    id, number: `${citySubmission.prefix}-${addWorkingDays(day, 1, calendar).replaceAll('-', '')}-0001`, requester: officer, organ: null, site: null,
    form: { note }, facts: { day, handedOn, way: '光盘' }, lines: {},
    happened: [
      { at: after(day, 1, '09:30'), step: null, to: 'draft', by: officer }, { at: after(day, 4, '11:00'), step: 'check', to: 'checked', by: leader },
      { at: handed, step: 'hand', to: 'handed', by: officer, input: { handedOn, way: '光盘' } }, { at: after(day, 13, '14:40'), step: 'answer', to: 'answered', by: officer, input: { receipt: [] } },
    ],
    dueAt: null,
  }])
  const { rows, added, changed, gone, again, sites, organs, area, digest } = await freeze(tx, { matter: id, day })
  await sql`update office_space.city_version set handed_at = ${handed} where matter = ${id}::uuid`.execute(tx)
  await sql`
    update office_space.city_row r set answer = case when b.reason is null then 'accepted' else 'rejected' end, reason = b.reason
      from (select kind, key, row_number() over (partition by kind order by place) as nth from office_space.city_row where matter = ${id}::uuid and change <> 'same') o
      left join unnest(${back}::text[]) with ordinality as b (reason, nth) on o.kind = 'room' and b.nth * 37 = o.nth
     where r.matter = ${id}::uuid and r.kind = o.kind and r.key = o.key`.execute(tx)
  await sql`
    update office_space.city_submission s set rows = ${rows}, added = ${added}, changed = ${changed}, gone = ${gone}, again = ${again}, sites = ${sites}, organs = ${organs}, area = ${area}, digest = ${digest},
           accepted = a.accepted, rejected = a.rejected
      from (select count(*) filter (where answer = 'accepted')::int as accepted, count(*) filter (where answer = 'rejected')::int as rejected from office_space.city_row where matter = ${id}::uuid) a
     where s.matter = ${id}::uuid`.execute(tx)
}
