// How the cars are used 用车统计: of each car and of each organ, in a period; every figure opens to the days it was added up from.
import { auditor, defineReport, listDay } from '@houqin/define'
import type { Report, ReportCell, ReportPeriod, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

type Scope = Parameters<Report['query']>[1]
const read = [fleetOfficer, bureauLeader, auditor]
const figures = {
  days: { title: '出车', kind: 'int', unit: '车日' },
  share: { title: '出车率', kind: 'percent' },
  trips: { title: '行程', kind: 'int', unit: '次' },
  km: { title: '里程', kind: 'decimal', unit: 'km' },
  perTrip: { title: '平均每次', kind: 'mean', unit: 'km' },
  driving: { title: '行驶', kind: 'decimal', unit: '小时' },
  idling: { title: '怠速', kind: 'decimal', unit: '小时' },
} as const

/** Working days are not told apart here: the share is of the days on which the terminal was heard. */
function driven(period: ReportPeriod, scope: Scope, sql: SqlTag) {
  return sql<Record<string, ReportCell>>`
    select v.id, v.plate, v.organ, o.label as organ_name, d.*
      from fleet.vehicle_day d join fleet.vehicle v on v.id = d.vehicle join people.organ o on o.id = v.organ
     where d.day >= (${period.from}::timestamptz at time zone 'Asia/Shanghai')::date and d.day < (${period.to}::timestamptz at time zone 'Asia/Shanghai')::date
       and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary' and ${scope.organ('v.organ', vehicle)}`
}
function summed(sql: SqlTag) {
  return sql<Record<string, ReportCell>>`(count(*) filter (where trips > 0))::int as days, round(100.0 * count(*) filter (where trips > 0) / count(*), 1)::text as share, sum(trips)::int as trips,
    round(sum(metres) / 1000.0, 1)::text as km, round(sum(metres) / 1000.0 / nullif(sum(trips), 0), 1)::text as "perTrip",
    round(sum(driving_seconds) / 3600.0, 1)::text as driving, round(sum(idling_seconds) / 3600.0, 1)::text as idling`
}
function daysOf(who: 'vehicle' | 'organ', id: ReportCell, period: ReportPeriod): string {
  return `/fleet/car-days?${who}=${String(id)}&from=${listDay(period.from)}&to=${listDay(new Date(period.to.getTime() - 1))}`
}

export const useByCar = defineReport('fleet.use-by-car', {
  title: '各车使用情况',
  read,
  columns: { id: { title: '车辆编号', kind: 'text' }, car: { title: '车牌号', kind: 'text' }, organ: { title: '使用单位', kind: 'text' }, ...figures },
  query: (period, scope, sql) => sql`
    with driven as (${driven(period, scope, sql)})
    select id::text as id, plate as car, organ_name as organ, ${summed(sql)} from driven group by id, plate, organ_name order by sum(metres) desc, plate`,
  opens: ({ id }, _, period) => daysOf('vehicle', id, period),
})

export const useByOrgan = defineReport('fleet.use-by-organ', {
  title: '各单位用车情况',
  read,
  columns: { id: { title: '单位编号', kind: 'text' }, organ: { title: '使用单位', kind: 'text' }, cars: { title: '车辆', kind: 'int', unit: '辆' }, ...figures },
  query: (period, scope, sql) => sql`
    with driven as (${driven(period, scope, sql)})
    select organ::text as id, organ_name as organ, count(distinct id)::int as cars, ${summed(sql)} from driven group by organ, organ_name order by sum(metres) desc, organ_name`,
  opens: ({ id }, _, period) => daysOf('organ', id, period),
})
