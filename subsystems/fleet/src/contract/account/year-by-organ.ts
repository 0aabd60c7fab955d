// What each organ's cars drove and cost 各单位公车使用情况: the figures that are made public for a year, with what was found to be driven without approval.
import { auditor, defineReport, listDay, listPath } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { inquiry } from '../inquiry.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { carAccounts, dayAfter, sizeOf } from './single-car.ts'

export const yearByOrgan = defineReport('fleet.year-by-organ', {
  title: '各单位公车使用和费用',
  read: [fleetOfficer, bureauLeader, auditor],
  columns: {
    id: { title: '单位编号', kind: 'text' }, organ: { title: '使用单位', kind: 'text' }, cars: { title: '车辆', kind: 'int', unit: '辆' }, km: { title: '里程', kind: 'decimal', unit: 'km' }, litres: { title: '加油量', kind: 'decimal', unit: 'L' },
    fuelCost: { title: '油费电费', kind: 'decimal', unit: '元' }, repair: { title: '维修保养', kind: 'decimal', unit: '元' }, total: { title: '费用合计', kind: 'decimal', unit: '元' }, perKm: { title: '每公里费用', kind: 'mean', unit: '元' },
    unapproved: { title: '查实未经批准用车', kind: 'int', unit: '次' },
  },
  query: (period, scope, sql) => {
    const days = { from: listDay(period.from), to: listDay(new Date(period.to.getTime() - 1)) }
    const cars = sql`
      select v.id, v.plate, v.organ, null as organ_name, v.use, ${sizeOf('v.kind', sql)} as size, 0 as age from fleet.vehicle v
       where v.retired_at is null and v.merged_into is null and v.bought_on <= ${days.to}::date and coalesce(v.grade, 'ordinary') = 'ordinary' and ${scope.organ('v.organ', vehicle)}`
    return sql`
      select v.organ::text as id, o.label as organ, count(*)::int as cars, round(sum(a.km::numeric), 1)::text as km, sum(a.litres::numeric)::text as litres, sum(a."fuelCost"::numeric)::text as "fuelCost", sum(a.repair::numeric)::text as repair,
             sum(a.total::numeric)::text as total, round(sum(a.total::numeric) / nullif(sum(a.km::numeric), 0), 2)::text as "perKm",
             (select count(*)::int from fleet.inquiry f join matter.matter m on m.id = f.matter join fleet.vehicle c on c.id = f.vehicle where coalesce(f.organ, c.organ) = v.organ and f.finding = 'unapproved' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}) as unapproved
        from (${cars}) v join people.organ o on o.id = v.organ left join (${carAccounts(days, { sql, cars })}) a on a.id::uuid = v.id
       group by v.organ, o.label order by sum(a.total::numeric) desc nulls last, o.label`
  },
  opens: ({ id }, column, period) => {
    if (column === 'cars') return listPath(vehicle, { 'where.organ': String(id), 'where.boughtOn.lt': dayAfter(period) })
    if (column === 'unapproved') return listPath(inquiry, { 'where.organ': String(id), 'where.finding': 'unapproved', 'where.closedAt.gte': period.from.toISOString(), 'where.closedAt.lt': period.to.toISOString() })
    return `/fleet/accounts?from=${listDay(period.from)}&to=${listDay(new Date(period.to.getTime() - 1))}`
  },
})
