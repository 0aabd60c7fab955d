// What the cars have to show 车辆管理的成效: renewal, disposal, basic data; one row each, for the sentences of the work report.
import { auditor, defineReport, listPath } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { basicFields, lacks } from '../office/basic-data.ts'
import type { BasicField } from '../office/basic-data.ts'
import { card } from '../office/card.ts'
import { disposal } from '../office/disposal.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import { closedIn, daysIn, onDays, openedIn } from './in-period.ts'

const read = [fleetOfficer, bureauLeader, auditor]
/** A disposal on its way: looked at and decided on, then carried out. */
const judged = ['asked', 'appraised']
const carriedOut = ['approved', 'sold', 'deregistered']

export const carsRenewed = defineReport('fleet.cars-renewed', {
  title: '公务用车更新',
  read,
  columns: {
    asked: { title: '申请更新', kind: 'int', unit: '件' },
    ended: { title: '办结', kind: 'int', unit: '件' },
    kept: { title: '鉴定后继续使用', kind: 'int', unit: '件' },
    open: { title: '正在办理', kind: 'int', unit: '件' },
    bought: { title: '购置车辆', kind: 'int', unit: '辆' },
  },
  claim: { number: 4, says: '公务用车更新先鉴定后审批：本期申请更新 {asked}，办结 {ended}，其中鉴定为能用、继续使用 {kept}；正在办理 {open}。本期购置车辆 {bought}。' },
  query: (period, scope, sql) => sql`
    select (count(*) filter (where m.opened_at >= ${period.from} and m.opened_at < ${period.to}))::int as asked,
           (count(*) filter (where m.state in ('closed', 'kept') and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as ended,
           (count(*) filter (where m.state = 'kept' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as kept,
           (count(*) filter (where m.closed_at is null))::int as "open",
           (select count(*) from fleet.vehicle v where v.retired_at is null and v.merged_into is null and ${onDays(period, 'v.bought_on', sql)} and ${scope.organ('v.organ', vehicle)})::int as bought
      from matter.matter m join fleet.disposal f on f.matter = m.id where f.why = 'renewal' and ${scope.organ('m.organ')}`,
  opens(_, column, period) {
    if (column === 'bought') return listPath(vehicle, daysIn(period, 'boughtOn'))
    const renewal = { 'where.why': 'renewal' }
    if (column === 'open') return listPath(disposal, { ...renewal, 'where.closedAt.null': 'true' })
    return listPath(disposal, column === 'asked' ? { ...renewal, ...openedIn(period) } : { ...renewal, ...closedIn(period), 'where.state.in': column === 'kept' ? 'kept' : 'closed,kept' })
  },
})

export const carsDisposed = defineReport('fleet.cars-disposed', {
  title: '车辆报废处置',
  read,
  columns: {
    asked: { title: '申请处置', kind: 'int', unit: '件' },
    judged: { title: '正在鉴定送审', kind: 'int', unit: '件' },
    going: { title: '批准后正在处置', kind: 'int', unit: '件' },
    done: { title: '处置完毕', kind: 'int', unit: '件' },
    scrapped: { title: '报废回收', kind: 'int', unit: '件' },
  },
  claim: { number: 5, says: '报废处置按鉴定、审批、处置、注销、上缴收入五步办理：本期申请处置 {asked}，处置完毕 {done}，其中报废回收 {scrapped}；正在鉴定送审 {judged}，批准后正在处置 {going}。' },
  query: (period, scope, sql) => sql`
    select (count(*) filter (where m.opened_at >= ${period.from} and m.opened_at < ${period.to}))::int as asked,
           (count(*) filter (where m.state = any(${judged}::text[])))::int as judged, (count(*) filter (where m.state = any(${carriedOut}::text[])))::int as going,
           (count(*) filter (where m.state = 'closed' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as done,
           (count(*) filter (where m.state = 'closed' and f.way = 'scrap' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as scrapped
      from matter.matter m join fleet.disposal f on f.matter = m.id where ${scope.organ('m.organ')}`,
  opens(_, column, period) {
    if (column === 'asked') return listPath(disposal, openedIn(period))
    if (column === 'judged' || column === 'going') return listPath(disposal, { 'where.state.in': (column === 'judged' ? judged : carriedOut).join(',') })
    return listPath(disposal, { ...closedIn(period), 'where.state': 'closed', 'where.way': column === 'scrapped' ? 'scrap' : null })
  },
})

export const basicDataKnown = defineReport('fleet.basic-data-known', {
  title: '车辆基础信息',
  read,
  columns: {
    cars: { title: '在册车辆', kind: 'int', unit: '辆' },
    complete: { title: '信息齐全', kind: 'int', unit: '辆' },
    share: { title: '齐全率', kind: 'percent' },
    cards: { title: '在用油卡和通行卡', kind: 'int', unit: '张' },
  },
  claim: { number: 72, says: '车辆基础信息全覆盖：在册公务用车 {cars}，基础信息逐项齐全 {complete}，齐全率 {share}；一车一卡，在用油卡和通行卡 {cards}。' },
  query: (_, scope, sql) => {
    const incomplete = sql.join((Object.keys(basicFields) as BasicField[]).map((field) => lacks(field, sql)), sql` or `)
    return sql`
      select count(*)::int as cars, (count(*) filter (where not (${incomplete})))::int as complete, round(100.0 * count(*) filter (where not (${incomplete})) / nullif(count(*), 0), 1)::text as share,
             (select count(*) from fleet.card c where c.standing = 'inUse' and c.retired_at is null and c.merged_into is null)::int as cards
        from fleet.vehicle t where t.standing <> 'disposed' and t.retired_at is null and t.merged_into is null and ${scope.organ('t.organ', vehicle)}`
  },
  opens(_, column) {
    if (column === 'cards') return listPath(card, { 'where.standing': 'inUse' })
    return column === 'cars' ? listPath(vehicle, { 'where.standing.not': 'disposed' }) : '/fleet/check?show=completeness'
  },
})
