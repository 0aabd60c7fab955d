// A driver's log 行车日志: his journeys of a month slip by slip, with odometer, what the terminal heard, and whether it was duty.
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { localDate } from '@houqin/clock'
import { auditor, decimal } from '@houqin/define'
import type { System } from '@houqin/http'
import { bureauLeader } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { fleetDispatcher, fleetOfficer, offHoursLimit, singleCarKept, trackReckoning } from '../../contract/index.ts'
import type { DriverLog, LoggedJourney } from '../../contract/answers.ts'
import { offHoursOf } from '../meaning/off-hours.ts'

const everyones = [fleetOfficer, fleetDispatcher, bureauLeader, auditor]

/** @throws Problem not-found for a driver the reader may not ask about. */
export async function driverLog(system: System, actor: Actor, { driver, month }: { driver: string | undefined; month: string }): Promise<DriverLog<Date>> {
  const { db, standards } = system
  const all = holds(actor.principal, everyones)
  const first = `${month}-01`
  const within = sql`coalesce(u.left_at, u.out_at) >= ${first}::date::timestamp at time zone 'Asia/Shanghai' and coalesce(u.left_at, u.out_at) < (${first}::date + interval '1 month') at time zone 'Asia/Shanghai'`
  const { rows: drivers } = await sql<DriverLog<Date>['drivers'][number]>`
    select d.id, d.label as name, count(j.matter)::int as journeys from fleet.driver d
      left join (select u.matter, u.driver from fleet.use u join matter.matter m on m.id = u.matter where m.state in ('underway', 'returned', 'closed') and ${within}) j on j.driver = d.id
     where d.retired_at is null and d.merged_into is null and ${all ? sql`true` : sql`d.person = ${actor.principal.person}::uuid`}
     group by d.id having count(j.matter) > 0 or ${!all} order by count(j.matter) desc, d.label collate "zh-natural"`.execute(db)
  const one = driver === undefined ? drivers[0] : drivers.find(({ id }) => id === driver)
  if (one === undefined) {
    if (driver !== undefined && !all) throw new Problem('not-found', say('没有这名驾驶员，或者您不能看他的日志。', 'There is no such driver, or his log is not yours to see.'))
    return { month, driver: null, drivers, journeys: [] }
  }
  const { rows } = await sql<Omit<LoggedJourney<Date>, 'nature' | 'notes'> & { asked: string | null; unapproved: boolean }>`
    select m.number, u.purpose, u.why, u.whence, u.whither, m.requester_name as asker, g.short_name as organ, jsonb_build_object('id', v.id, 'name', v.plate) as car, coalesce(u.left_at, u.out_at) as "leftAt", u.came_at as "cameAt",
           u.odometer_out as "odometerOut", u.odometer_back as "odometerBack", u.kilometres, t.km as "terminalKm", u.cost::text as cost, i.number as asked, coalesce(i.unapproved, false) as unapproved
      from fleet.use u join matter.matter m on m.id = u.matter join fleet.vehicle v on v.id = u.vehicle left join people.organ g on g.id = m.organ
      left join lateral (
        select round(sum(t.metres) / 1000.0, 1)::text as km from fleet.trip t where t.vehicle = u.vehicle and t.day between (u.left_at at time zone 'Asia/Shanghai')::date and (u.came_at at time zone 'Asia/Shanghai')::date
           and t.begins < u.came_at and t.ends > u.left_at
      ) t on true
      left join lateral (
        select n.number, f.finding = 'unapproved' as unapproved from fleet.inquiry f join matter.matter n on n.id = f.matter
         where f.vehicle = u.vehicle and n.opened_at between u.left_at and coalesce(u.came_at, u.left_at) + interval '1 day' and (f.finding is null or f.finding = 'unapproved') order by n.opened_at limit 1
      ) i on true
     where u.driver = ${one.id}::uuid and m.state in ('underway', 'returned', 'closed') and ${within} and coalesce(v.grade, 'ordinary') = 'ordinary' order by 9, m.number`.execute(db)
  const figures = async (standard: Parameters<typeof standards.figuresAsOf>[1]): Promise<Readonly<Record<string, string>>> => (await standards.figuresAsOf(db, standard, first)).figures as Readonly<Record<string, string>>
  const [{ slipsBeyond = '' }, { nightFrom = '', nightTo = '' }, { atMost = '' }] = [await figures(singleCarKept), await figures(trackReckoning), await figures(offHoursLimit)]
  const journeys = rows.map(({ asked, unapproved, ...journey }): LoggedJourney<Date> => {
    const { kilometres, terminalKm, leftAt, cameAt } = journey
    const notes: { zh: string; en: string }[] = []
    if (asked !== null) notes.push(unapproved ? { zh: `行驶核查 ${asked} 结论：未经批准`, en: `Inquiry ${asked} found it unapproved` } : { zh: `行驶核查 ${asked} 正在核查`, en: `Inquiry ${asked} is under way` })
    const beyond = kilometres !== null && terminalKm !== null && decimal.compare(decimal.times(String(kilometres), '100'), decimal.times(terminalKm, slipsBeyond)) > 0
    if (beyond) notes.push({ zh: `里程表 ${kilometres} km，终端只有 ${terminalKm} km`, en: `Odometer ${kilometres} km, terminal ${terminalKm} km` })
    const off = cameAt === null ? 0 : offHoursOf({ day: localDate(leftAt), begins: leftAt.getTime(), ends: cameAt.getTime(), nightFrom: Number(nightFrom), nightTo: Number(nightTo) })
    if (off > Number(atMost)) notes.push({ zh: `夜间或节假日 ${off} 分钟，有派车单`, en: `${off} minutes at night or on a day off, by slip` })
    return { ...journey, nature: unapproved ? 'private' : asked !== null || beyond ? 'ask' : 'duty', notes }
  })
  return { month, driver: { id: one.id, name: one.name }, drivers, journeys }
}
