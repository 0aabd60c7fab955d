// What the service desk has to show 服务诉求的成效: one row each, for the leader's figures and the sentences of the work report.
import { defineReport, listPath } from '@houqin/define'
import type { Report, ReportCell, ReportPeriod, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { purchase } from '../purchase.ts'
import { dispatcher, serviceOfficer } from '../roles.ts'
import { repairList } from './repair-list.ts'

const read = [serviceOfficer, dispatcher, bureauLeader]
type Scope = Parameters<Report['query']>[1]
/** Repairs asked for in the period that count, as `m` with their form `f`. */
function asked(period: ReportPeriod, scope: Scope, sql: SqlTag) {
  return sql<Record<string, ReportCell>>`matter.matter m join service_desk.repair f on f.matter = m.id
    where m.opened_at >= ${period.from} and m.opened_at < ${period.to} and m.state not in ('merged', 'withdrawn') and ${scope.site('m.site')}`
}

export const repairsDone = defineReport('service-desk.repairs-done', {
  title: '公房维修',
  read,
  columns: {
    asked: { title: '受理', kind: 'int', unit: '件' },
    all: { title: '完工', kind: 'int', unit: '件' },
    good: { title: '按时完工', kind: 'int', unit: '件' },
    share: { title: '及时率', kind: 'percent' },
    lateOpen: { title: '超时未完', kind: 'int', unit: '件' },
  },
  claim: { number: 2, says: '公房维修及时到位：受理报修 {asked}，完工 {all}，其中按承诺时限完工 {good}，及时率 {share}；超过时限尚未完工 {lateOpen}。' },
  goal: { of: 'efficient', formula: '承诺时限内完工的报修 ÷ 已完工的报修' },
  query: (period, scope, sql) => sql`
    select count(*)::int as asked, (count(*) filter (where f.finished_at is not null))::int as "all",
           (count(*) filter (where f.in_time))::int as good,
           round(100.0 * count(*) filter (where f.in_time) / nullif(count(*) filter (where f.finished_at is not null), 0), 1)::text as share,
           (count(*) filter (where f.finished_at is null and f.promised_at < ${period.to}))::int as "lateOpen"
      from ${asked(period, scope, sql)}`,
  opens: (_, column, period) =>
    repairList(period, {
      'where.finishedAt.null': column === 'all' ? 'false' : column === 'lateOpen' ? 'true' : null,
      'where.inTime': column === 'good' || column === 'share' ? 'true' : null,
      'where.promisedAt.lt': column === 'lateOpen' ? period.to.toISOString() : null,
    }),
})

export const urgentDone = defineReport('service-desk.urgent-done', {
  title: '紧急报修',
  read,
  columns: { all: { title: '已完工', kind: 'int', unit: '件' }, good: { title: '按时完工', kind: 'int', unit: '件' } },
  goal: { of: 'safe', formula: '承诺时限内完工的紧急报修（有危险或无法办公） ÷ 已完工的紧急报修' },
  query: (period, scope, sql) => sql`
    select (count(*) filter (where f.finished_at is not null))::int as "all", (count(*) filter (where f.in_time))::int as good
      from ${asked(period, scope, sql)} and f.urgency = 'urgent'`,
  opens: (_, column, period) =>
    repairList(period, { 'where.urgency': 'urgent', 'where.finishedAt.null': 'false', 'where.inTime': column === 'good' ? 'true' : null }),
})

export const repairsRated = defineReport('service-desk.repairs-rated', {
  title: '报修评价',
  read,
  columns: {
    all: { title: '有评价', kind: 'int', unit: '件' },
    good: { title: '4–5 星', kind: 'int', unit: '件' },
    share: { title: '好评率', kind: 'percent' },
    stars: { title: '平均', kind: 'mean', unit: '星' },
  },
  claim: { number: 20, says: '服务体验持续提升：报修人评价 {all}，四星以上 {good}，好评率 {share}，平均 {stars}。' },
  goal: { of: 'satisfied', formula: '4–5 星的评价 ÷ 全部评价' },
  query: (period, scope, sql) => sql`
    select count(m.rating)::int as "all", (count(*) filter (where m.rating >= 4))::int as good,
           round(100.0 * count(*) filter (where m.rating >= 4) / nullif(count(m.rating), 0), 1)::text as share, round(avg(m.rating), 2)::text as stars
      from ${asked(period, scope, sql)}`,
  opens: (_, column, period) =>
    repairList(period, { 'where.rating.null': column === 'good' || column === 'share' ? null : 'false', 'where.rating.gte': column === 'good' || column === 'share' ? '4' : null }),
})

export const repairsPlaced = defineReport('service-desk.repairs-placed', {
  title: '事事找得准',
  read,
  columns: {
    all: { title: '受理', kind: 'int', unit: '件' },
    placed: { title: '定位到房间', kind: 'int', unit: '件' },
    held: { title: '明确到人', kind: 'int', unit: '件' },
  },
  claim: { number: 99, says: '事事找得准：受理报修 {all}，定位到房间 {placed}，明确到维修人员 {held}。' },
  query: (period, scope, sql) => sql`
    select count(*)::int as "all", count(f.room)::int as placed, count(f.worker)::int as held from ${asked(period, scope, sql)}`,
  opens: (_, column, period) =>
    repairList(period, { 'where.room.null': column === 'placed' ? 'false' : null, 'where.worker.null': column === 'held' ? 'false' : null }),
})

export const repairsAnswered = defineReport('service-desk.repairs-answered', {
  title: '事事能反馈',
  read,
  columns: {
    all: { title: '已完工', kind: 'int', unit: '件' },
    confirmed: { title: '报修人确认', kind: 'int', unit: '件' },
    share: { title: '确认率', kind: 'percent' },
  },
  claim: { number: 101, says: '事事能反馈：完工的报修 {all}，报修人确认修好 {confirmed}，确认率 {share}。' },
  query: (period, scope, sql) => sql`
    select (count(*) filter (where f.finished_at is not null))::int as "all",
           (count(*) filter (where f.finished_at is not null and f.confirmed_at is not null))::int as confirmed,
           round(100.0 * count(*) filter (where f.finished_at is not null and f.confirmed_at is not null) / nullif(count(*) filter (where f.finished_at is not null), 0), 1)::text as share
      from ${asked(period, scope, sql)}`,
  opens: (_, column, period) =>
    repairList(period, { 'where.finishedAt.null': 'false', 'where.confirmedAt.null': column === 'all' ? null : 'false' }),
})

export const materialsBought = defineReport('service-desk.materials-bought', {
  title: '维修材料采购入库',
  read,
  columns: {
    asked: { title: '申请采购', kind: 'int', unit: '件' },
    received: { title: '验收入库', kind: 'int', unit: '件' },
    open: { title: '正在办理', kind: 'int', unit: '件' },
  },
  claim: { number: 37, says: '维修材料先申请、后审批、再采购入库：本期申请采购 {asked}，验收入库 {received}，正在办理 {open}。' },
  query: (period, scope, sql) => sql`
    select (count(*) filter (where m.state <> 'dropped' and m.opened_at >= ${period.from} and m.opened_at < ${period.to}))::int as asked,
           (count(*) filter (where m.state = 'closed' and m.closed_at >= ${period.from} and m.closed_at < ${period.to}))::int as received, (count(*) filter (where m.closed_at is null))::int as "open"
      from matter.matter m where m.kind = ${purchase.id} and ${scope.site('m.site')}`,
  opens(_, column, period) {
    if (column === 'open') return listPath(purchase, { 'where.closedAt.null': 'true' })
    const [from, to] = [period.from.toISOString(), period.to.toISOString()]
    return listPath(purchase, column === 'asked' ? { 'where.openedAt.gte': from, 'where.openedAt.lt': to, 'where.state.not': 'dropped' } : { 'where.closedAt.gte': from, 'where.closedAt.lt': to, 'where.state': 'closed' })
  },
})
