// What the use of the cars has to show 用车管理的成效: holidays, redress, driving without a slip, fences, ratings; one row each, for the leader's figures and the sentences of the work report.
import { auditor, defineReport, listPath } from '@houqin/define'
import type { Report, ReportCell, ReportPeriod, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fence } from '../fence.ts'
import { immobilisation } from '../immobilisation.ts'
import { inquiry } from '../inquiry.ts'
import type { InquiredAlarm } from '../inquiry.ts'
import { useByCar } from '../meaning/reports.ts'
import { fleetRedress } from '../office/redress.ts'
import { use } from '../office/use.ts'
import { fleetOfficer } from '../roles.ts'
import { sealCheck } from '../seal-check.ts'
import { vehicle } from '../vehicle.ts'
import { closedIn, daysIn, onDays, openedIn } from './in-period.ts'

const read = [fleetOfficer, bureauLeader, auditor]
type Scope = Parameters<Report['query']>[1]
/** Inquiries that an alarm began in the period, as `m` with their form `f`. */
function inquired(period: ReportPeriod, scope: Scope, sql: SqlTag, alarm: InquiredAlarm) {
  return sql<Record<string, ReportCell>>`matter.matter m join fleet.inquiry f on f.matter = m.id
    where f.alarm = ${alarm} and m.opened_at >= ${period.from} and m.opened_at < ${period.to} and ${scope.organ('m.organ')}`
}
/** What somebody saw at a sealed car that is not as it was left. */
const amiss = ['elsewhere', 'driven', 'missing']
/** As the claim says it: two kilometres about a place. */
const nearMetres = 2000

export const carsUsedByRule = defineReport('fleet.cars-used-by-rule', {
  title: '公务用车使用规范',
  read,
  columns: {
    held: { title: '节假日封存', kind: 'int', unit: '次' },
    concluded: { title: '核验完毕', kind: 'int', unit: '次' },
    seen: { title: '现场核对', kind: 'int', unit: '辆' },
    amiss: { title: '与封存要求不符', kind: 'int', unit: '辆' },
    unapproved: { title: '查实未经批准用车', kind: 'int', unit: '次' },
    found: { title: '立案整改', kind: 'int', unit: '件' },
    mended: { title: '整改完成', kind: 'int', unit: '件' },
    open: { title: '正在整改', kind: 'int', unit: '件' },
  },
  claim: { number: 7, says: '公务用车使用规范：本期结束的节假日封存 {held}，逐车核验完毕 {concluded}，终端没有消息的到现场核对 {seen}，与封存要求不符 {amiss}；查实未经批准用车 {unapproved}；立案整改 {found}，整改完成 {mended}，正在整改 {open}。' },
  query: (period, scope, sql) => sql`
    with seen as (select c.found from fleet.seal_check c where c.retired_at is null and c.merged_into is null and c.seen_at >= ${period.from} and c.seen_at < ${period.to})
    select count(i.id)::int as held, count(i.concluded_on)::int as concluded, (select count(*) from seen)::int as seen, (select count(*) from seen where found = any(${amiss}::text[]))::int as amiss,
           (select count(*) from matter.matter m join fleet.inquiry f on f.matter = m.id where f.finding = 'unapproved' and m.closed_at >= ${period.from} and m.closed_at < ${period.to} and ${scope.organ('m.organ')})::int as unapproved,
           r.found, r.mended, r."open"
      from (select (count(*) filter (where m.state <> 'dropped' and m.opened_at >= ${period.from} and m.opened_at < ${period.to}))::int as found,
                   (count(*) filter (where m.state = 'closed' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as mended, (count(*) filter (where m.closed_at is null))::int as "open"
              from matter.matter m join fleet.redress f on f.matter = m.id where ${scope.organ('m.organ')}) r
      left join fleet.immobilisation i on i.retired_at is null and i.merged_into is null and ${onDays(period, 'i.ends', sql)} group by r.found, r.mended, r."open"`,
  opens(_, column, period) {
    switch (column) {
      case 'held':
      case 'concluded':
        return listPath(immobilisation, { ...daysIn(period, 'ends'), 'where.concludedOn.null': column === 'concluded' ? 'false' : null })
      case 'seen':
      case 'amiss':
        return listPath(sealCheck, { 'where.seenAt.gte': period.from.toISOString(), 'where.seenAt.lt': period.to.toISOString(), 'where.found.in': column === 'amiss' ? amiss.join(',') : null })
      case 'unapproved':
        return listPath(inquiry, { 'where.finding': 'unapproved', ...closedIn(period) })
      case 'found':
        return listPath(fleetRedress, { 'where.state.not': 'dropped', ...openedIn(period) })
      case 'mended':
        return listPath(fleetRedress, { 'where.state': 'closed', ...closedIn(period) })
      default:
        return listPath(fleetRedress, { 'where.closedAt.null': 'true' })
    }
  },
})

export const carsOnline = defineReport('fleet.cars-online', {
  title: '互联网管控',
  read,
  columns: {
    heard: { title: '在线车辆', kind: 'int', unit: '辆' },
    asked: { title: '无派车单行驶核查', kind: 'int', unit: '件' },
    approved: { title: '经批准的工作用车', kind: 'int', unit: '件' },
    mistaken: { title: '终端误报', kind: 'int', unit: '件' },
    unapproved: { title: '未经批准', kind: 'int', unit: '件' },
    open: { title: '尚未查明', kind: 'int', unit: '件' },
  },
  claim: { number: 73, says: '公务用车互联网管控：本期在线车辆 {heard}；核查没有派车单的行驶 {asked}，其中经批准的工作用车 {approved}、终端误报 {mistaken}、未经批准 {unapproved}，尚未查明 {open}。' },
  query: (period, scope, sql) => sql`
    select (select count(distinct d.vehicle) from fleet.vehicle_day d join fleet.vehicle v on v.id = d.vehicle
             where ${onDays(period, 'd.day', sql)} and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary' and ${scope.organ('v.organ', vehicle)})::int as heard,
           count(*)::int as asked, (count(*) filter (where f.finding = 'approved'))::int as approved, (count(*) filter (where f.finding = 'mistaken'))::int as mistaken,
           (count(*) filter (where f.finding = 'unapproved'))::int as unapproved, (count(*) filter (where f.finding is null))::int as "open"
      from ${inquired(period, scope, sql, 'withoutSlip')}`,
  opens: (_, column, period) =>
    column === 'heard'
      ? `/reports/${useByCar.id}`
      : listPath(inquiry, { 'where.alarm': 'withoutSlip', ...openedIn(period), 'where.finding': column === 'asked' || column === 'open' ? null : column, 'where.finding.null': column === 'open' ? 'true' : null }),
})

export const fencesKept = defineReport('fleet.fences-kept', {
  title: '电子围栏',
  read,
  columns: {
    fences: { title: '电子围栏', kind: 'int', unit: '处' },
    district: { title: '行政区域', kind: 'int', unit: '处' },
    yards: { title: '停放场所', kind: 'int', unit: '处' },
    destinations: { title: '批准的目的地', kind: 'int', unit: '处' },
    forbidden: { title: '禁止进入', kind: 'int', unit: '处' },
    near: { title: '半径 2000 米以内', kind: 'int', unit: '处' },
    crossed: { title: '越界行驶核查', kind: 'int', unit: '件' },
    answered: { title: '已查明', kind: 'int', unit: '件' },
  },
  claim: { number: 74, says: '电子围栏在用 {fences}：行政区域 {district}、停放场所 {yards}、批准的目的地 {destinations}、禁止进入 {forbidden}，其中半径在 2000 米以内 {near}；本期核查越界行驶 {crossed}，已查明 {answered}。' },
  query: (period, scope, sql) => sql`
    with inquired as (select f.finding from ${inquired(period, scope, sql, 'outOfBounds')})
    select count(*)::int as fences, (count(*) filter (where e.kind = 'district'))::int as district, (count(*) filter (where e.kind = 'site'))::int as yards,
           (count(*) filter (where e.kind = 'destination'))::int as destinations, (count(*) filter (where e.kind = 'forbidden'))::int as forbidden, (count(*) filter (where e.radius <= ${nearMetres}))::int as near,
           (select count(*) from inquired)::int as crossed, (select count(finding) from inquired)::int as answered
      from fleet.fence e where e.retired_at is null and e.merged_into is null`,
  opens(_, column, period) {
    if (column === 'crossed' || column === 'answered') return listPath(inquiry, { 'where.alarm': 'outOfBounds', ...openedIn(period), 'where.finding.null': column === 'answered' ? 'false' : null })
    if (column === 'near') return listPath(fence, { 'where.radius.lt': String(nearMetres + 1) })
    return listPath(fence, { 'where.kind': { fences: null, district: 'district', yards: 'site', destinations: 'destination', forbidden: 'forbidden' }[column] })
  },
})

export const usesRated = defineReport('fleet.uses-rated', {
  title: '用车评价',
  read,
  columns: {
    all: { title: '有评价', kind: 'int', unit: '件' },
    good: { title: '4–5 星', kind: 'int', unit: '件' },
    share: { title: '好评率', kind: 'percent' },
    stars: { title: '平均', kind: 'mean', unit: '星' },
  },
  goal: { of: 'satisfied', formula: '4–5 星的用车评价 ÷ 全部用车评价' },
  query: (period, scope, sql) => sql`
    select count(*)::int as "all", (count(*) filter (where m.rating >= 4))::int as good, round(100.0 * count(*) filter (where m.rating >= 4) / nullif(count(*), 0), 1)::text as share, round(avg(m.rating), 2)::text as stars
      from matter.matter m where m.kind = ${use.id} and m.rating is not null and m.closed_at >= ${period.from} and m.closed_at < ${period.to} and ${scope.organ('m.organ')}`,
  opens: (_, column, period) => listPath(use, { ...closedIn(period), 'where.rating.null': column === 'all' || column === 'stars' ? 'false' : null, 'where.rating.gte': column === 'good' || column === 'share' ? '4' : null }),
})
