// Forty-five days of the world 演示世界四十五天: broken off and taken up again, like the days before, with its plants, and rings while people look on.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { workingCalendar } from '@houqin/calendar'
import { addDays, localDate, localTime, weekday } from '@houqin/clock'
import { sql } from 'kysely'
import { livingStage } from './living-stage.ts'
import type { LivingStage } from './living-stage.ts'

const calendar = workingCalendar()
let stage: LivingStage
before(async () => {
  stage = await livingStage()
  await stage.open()
})

test('broken off in the middle of forty-five days and taken up again, no day is told twice', async () => {
  stage.house.clock.advance({ days: 45 })
  await stage.world.tick.run(stage.house.system.db)
  const days = await stage.ask(sql<{ until: Date }>`select until from world.lived`)
  assert.ok(days.every(({ until }) => localDate(until) === '2026-11-24'), 'the tick only asks for the job')
  const worker = stage.world.workers['demonstration.continue']
  const broken = worker?.({ db: stage.house.system.db, payload: {}, progress: (done) => (done < 30 ? Promise.resolve() : Promise.reject(new Error('the machine was switched off'))) })
  await assert.rejects(broken ?? Promise.resolve(), /switched off/)
  await stage.workAll()
  const doubled = await stage.ask(sql`select opened_at, r.what from matter.matter m join service_desk.repair r on r.matter = m.id where opened_at > '2026-11-24T10:30:00+08:00' and r.alarm is null group by 1, 2 having count(*) > 1`)
  assert.deepEqual(doubled, [])
  const walked = await stage.ask(sql`select route, day from places.patrol group by 1, 2 having count(*) > 1`)
  assert.deepEqual(walked, [])
  const futures = await stage.count(sql`select count(*)::int as count from matter.event where at > ${stage.house.clock.now()}`)
  assert.equal(futures, 0)
  assert.deepEqual(stage.refused, [])
})

test('the days lived since look like those before: Mondays, mornings, quiet weekends, many voices', async () => {
  const came = await stage.repairs('2026-11-25T00:00:00+08:00', '2027-01-07T23:59:59+08:00')
  const byDay = Map.groupBy(came, ({ openedAt }) => localDate(openedAt))
  const mean = (days: (day: string) => boolean): number => {
    const chosen = Array.from({ length: 44 }, (_, place) => addDays('2026-11-25', place)).filter(days)
    return chosen.reduce((sum, day) => sum + (byDay.get(day)?.length ?? 0), 0) / chosen.length
  }
  const [monday, midweek] = [mean((day) => weekday(day) === 1), mean((day) => [2, 3, 4].includes(weekday(day)) && calendar.isWorkingDay(day))]
  assert.ok(monday > midweek * 1.2, `${monday} on a Monday, ${midweek} in the middle of the week`)
  assert.ok(mean((day) => !calendar.isWorkingDay(day)) < midweek / 4)
  const between = (from: string, to: string): number => came.filter(({ openedAt }) => localTime(openedAt) >= from && localTime(openedAt) < to).length
  assert.ok(between('12:00', '13:00') < between('10:00', '11:00') / 3, 'at lunch hardly anybody reports')
  assert.ok(new Set(came.map(({ what }) => what)).size >= 180)
  const closed = came.filter(({ state }) => state === 'closed').length
  assert.ok(closed / came.length > 0.8, `${closed} of ${came.length} closed`)
})

test('what was planted is found again, and what is planned goes on', async () => {
  const now = stage.house.clock.now()
  const late = await stage.count(sql`select count(*)::int as count from matter.matter where kind = 'service-desk.repair' and closed_at is null and due_at < ${now} and state in ('asked', 'dispatched', 'working', 'paused')`)
  assert.ok(late >= 3 && late <= 30, `${late} repairs past their promise`)
  const hall = await stage.count(sql`select count(*)::int as count from signal.alarm where state <> 'cleared'`)
  assert.ok(hall > 0, 'the hall is still too cold')
  const [roster] = await stage.ask(sql<{ last: string; days: number }>`select max(lower(valid))::text as last, count(distinct lower(valid)) filter (where lower(valid) >= '2026-11-25')::int as days from places.duty where shift = 'whole'`)
  assert.deepEqual(roster, { last: '2027-01-22', days: 59 })
  const rounds = await stage.count(sql`select count(distinct day)::int as count from places.patrol where day > '2026-11-24' and day < '2027-01-08'`)
  const workdays = Array.from({ length: 44 }, (_, place) => addDays('2026-11-25', place)).filter((day) => calendar.isWorkingDay(day)).length
  assert.equal(rounds, workdays)
  const notes = await stage.count(sql`select count(distinct (at at time zone 'Asia/Shanghai')::date)::int as count from places.handover where at > '2026-11-25T00:00:00+08:00'`)
  assert.equal(notes, 45)
  const away = await stage.ask(sql<{ state: string }>`select distinct m.state from matter.matter m where kind = 'staffing.leave'`)
  assert.ok(away.some(({ state }) => state === 'back'), JSON.stringify(away))
  const roles = await stage.ask(sql<{ state: string; count: number }>`select state, count(*)::int as count from matter.matter where kind = 'staffing.role-request' group by 1`)
  assert.ok((roles.find(({ state }) => state === 'done')?.count ?? 0) >= 2, JSON.stringify(roles))
  const bought = await stage.ask(sql<{ state: string; count: number }>`select state, count(*)::int as count from matter.matter where kind = 'service-desk.purchase' and opened_at > '2026-11-25T00:00:00+08:00' group by 1`)
  assert.ok((bought.find(({ state }) => state === 'closed')?.count ?? 0) >= 5, JSON.stringify(bought))
  const rooms = await stage.ask(sql<{ state: string; count: number }>`select state, count(*)::int as count from matter.matter where kind in ('office-space.room-request', 'office-space.redress') and state_since > '2026-11-25T00:00:00+08:00' group by 1`)
  assert.ok(['done', 'closed'].every((over) => (rooms.find(({ state }) => state === over)?.count ?? 0) >= 2), JSON.stringify(rooms))
  const patrols = await stage.ask(sql<{ state: string; rooms: number; seen: number }>`select m.state, p.rooms, p.seen from matter.matter m join office_space.room_patrol p on p.matter = m.id where m.opened_at > '2026-11-22T00:00:00+08:00' order by m.opened_at`)
  assert.ok(patrols.length >= 2 && patrols.filter(({ state, rooms, seen }) => state === 'done' && seen === rooms).length >= 2, JSON.stringify(patrols))
  const rules = await stage.ask(sql<{ state: string; opinions: number; read: number }>`
    select m.state, (select count(*)::int from regulations.rule_making__opinions o where o.matter = m.id and o.handling is not null) as opinions,
           (select count(*)::int from regulations.addressee a join regulations.version v on v.id = a.of where v.document = r.issued and a.read_at is not null) as read
      from matter.matter m join regulations.rule_making r on r.matter = m.id where r.title like '%会议室管理办法'`)
  assert.ok(rules.length === 1 && rules[0]?.state === 'inForce' && rules[0].opinions >= 6 && rules[0].read >= 10, JSON.stringify(rules))
  const surveys = await stage.count(sql`select count(*)::int as count from matter.matter where kind = 'goals.survey' and closed_at is null`)
  assert.equal(surveys, 0, 'the survey of the fourth quarter has ended')
})

test('while people look on, an hour is lived through the engine, and rings where a repair rings', async () => {
  stage.house.clock.set('2027-01-11T09:00:00+08:00')
  await stage.liveOn()
  const before = await stage.count(sql`select count(*)::int as count from audit.entry where action = 'service-desk.repair.start'`)
  const jobs = await stage.count(sql`select count(*)::int as count from job.job where kind = 'demonstration.continue'`)
  stage.house.clock.set('2027-01-11T11:30:00+08:00')
  await stage.liveOn()
  const asked = await stage.repairs('2027-01-11T09:00:00+08:00', '2027-01-11T11:30:00+08:00')
  assert.ok(asked.length > 0)
  assert.equal(await stage.count(sql`select count(*)::int as count from audit.entry where action = 'service-desk.repair.start'`), before + asked.length)
  assert.equal(await stage.count(sql`select count(*)::int as count from job.job where kind = 'demonstration.continue'`), jobs, 'in passing, without a job')
})
