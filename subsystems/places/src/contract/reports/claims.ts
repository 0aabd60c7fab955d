// What the premises have to show 场所的成效: one row each, for the leader's figures and the sentences of the work report.
import { auditor, defineReport, listDay, listPath } from '@houqin/define'
import type { ReportPeriod } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { certificate } from '../certificate.ts'
import { patrol } from '../patrol.ts'
import { placesOfficer, steward } from '../roles.ts'
import { room } from '../room.ts'
import { site } from '../site.ts'
import { stewardship } from '../stewardship.ts'

const read = [placesOfficer, steward, bureauLeader, auditor]

export const sitesKept = defineReport('places.sites-kept', {
  title: '统一管理与驻点负责',
  read,
  columns: {
    sites: { title: '场所', kind: 'int', unit: '处' },
    kept: { title: '有驻点负责人', kind: 'int', unit: '处' },
    lacking: { title: '缺负责人', kind: 'int', unit: '处' },
  },
  claim: { number: 11, says: '局统一管理、驻点负责：在管场所 {sites}，已明确驻点负责人 {kept}，尚缺 {lacking}。' },
  query: (_, scope, sql) => sql`
    select count(*)::int as sites, count(s.steward)::int as kept, (count(*) filter (where s.steward is null))::int as lacking
      from places.site s where s.retired_at is null and s.merged_into is null and ${scope.site('s.id', site)}`,
  opens: (_, column) => listPath(site, { 'where.steward.null': column === 'kept' ? 'false' : column === 'lacking' ? 'true' : null }),
})

export const buildingsManaged = defineReport('places.buildings-managed', {
  title: '直接管理的办公大楼',
  read,
  columns: { sites: { title: '办公大楼', kind: 'int', unit: '处' }, rooms: { title: '房间', kind: 'int', unit: '间' } },
  claim: { number: 12, says: '直接管理办公大楼 {sites}；全区登记房间 {rooms}。' },
  query: (_, scope, sql) => sql`
    select (select count(*) from places.site s where s.managed and s.retired_at is null and s.merged_into is null and ${scope.site('s.id', site)})::int as sites,
           (select count(*) from places.room r where r.retired_at is null and r.merged_into is null and ${scope.site('r.site', room)})::int as rooms`,
  opens: (_, column) => (column === 'rooms' ? listPath(room) : listPath(site, { 'where.managed': 'true' })),
})

/** Who answers for a site on the last day of the period, each for one part. */
export const partsHeld = defineReport('places.parts-held', {
  title: '专人专项负责',
  read,
  columns: {
    held: { title: '驻点岗位', kind: 'int', unit: '个' },
    lead: { title: '负责人', kind: 'int', unit: '个' },
    deputy: { title: '副职', kind: 'int', unit: '个' },
    relief: { title: '替班', kind: 'int', unit: '个' },
    managed: { title: '直接管理的办公大楼', kind: 'int', unit: '处' },
    lacking: { title: '其中没有负责人', kind: 'int', unit: '处' },
  },
  claim: { number: 13, says: '专人专项负责：驻点岗位 {held} 都明确到人，其中负责人 {lead}、副职 {deputy}、替班 {relief}；直接管理的办公大楼 {managed}，其中没有负责人的 {lacking}。' },
  query: (period, scope, sql) => sql`
    select count(*)::int as held, (count(*) filter (where w.part = 'lead'))::int as lead, (count(*) filter (where w.part = 'deputy'))::int as deputy, (count(*) filter (where w.part = 'relief'))::int as relief,
           (select count(*) from places.site s where s.managed and s.retired_at is null and s.merged_into is null and ${scope.site('s.id', site)})::int as managed,
           (select count(*) from places.site s where s.managed and s.steward is null and s.retired_at is null and s.merged_into is null and ${scope.site('s.id', site)})::int as lacking
      from places.stewardship w where w.valid @> ${lastDay(period)}::date and w.retired_at is null and w.merged_into is null and ${scope.site('w.site', stewardship)}`,
  opens(_, column, period) {
    if (column === 'managed' || column === 'lacking') return listPath(site, { 'where.managed': 'true', 'where.steward.null': column === 'lacking' ? 'true' : null })
    return listPath(stewardship, { asOf: lastDay(period), 'where.part': column === 'held' ? null : column })
  },
})
const lastDay = ({ to }: ReportPeriod): string => listDay(new Date(to.getTime() - 1))

export const patrolsWalked = defineReport('places.patrols-walked', {
  title: '驻点巡查',
  read,
  columns: {
    planned: { title: '应巡查', kind: 'int', unit: '次' },
    all: { title: '已结束', kind: 'int', unit: '次' },
    good: { title: '全部走到', kind: 'int', unit: '次' },
    gaps: { title: '有漏查', kind: 'int', unit: '次' },
    open: { title: '还没走完', kind: 'int', unit: '次' },
  },
  claim: { number: 19, says: '以技管人代替以人管人：按计划应巡查 {planned}，逐点走到 {good}，有漏查 {gaps}，还没走完 {open}；每一处何时由谁到点均有记录。' },
  goal: { of: 'safe', formula: '逐点走到的巡查 ÷ 已结束的巡查（还没走完的在“超期”里）' },
  query: (period, scope, sql) => sql`
    select count(*)::int as planned, (count(*) filter (where m.state in ('done', 'gaps')))::int as "all", (count(*) filter (where m.state = 'done'))::int as good,
           (count(*) filter (where m.state = 'gaps'))::int as gaps, (count(*) filter (where m.state = 'walking'))::int as "open"
      from matter.matter m join places.patrol f on f.matter = m.id
     where f.day >= (${period.from}::timestamptz at time zone 'Asia/Shanghai')::date and f.day < (${period.to}::timestamptz at time zone 'Asia/Shanghai')::date
       and ${scope.site('m.site')}`,
  opens: (_, column, period) =>
    listPath(patrol, {
      'where.day.gte': listDay(period.from), 'where.day.lt': listDay(period.to),
      'where.state.in': { planned: null, all: 'done,gaps', good: 'done', gaps: 'gaps', open: 'walking' }[column],
    }),
})

export const sitesTotal = defineReport('places.sites-total', {
  title: '场所总数',
  read,
  columns: { sites: { title: '场所', kind: 'int', unit: '处' } },
  claim: { number: 67, says: '全区行政事业单位场所 {sites} 全部入库。' },
  query: (_, scope, sql) => sql`
    select count(*)::int as sites from places.site s where s.retired_at is null and s.merged_into is null and ${scope.site('s.id', site)}`,
  opens: () => listPath(site),
})

export const areaTotal = defineReport('places.area-total', {
  title: '建筑面积',
  read,
  columns: { area: { title: '建筑面积', kind: 'decimal', unit: '㎡' }, papers: { title: '权属证书', kind: 'int', unit: '本' } },
  claim: { number: 69, says: '建筑面积 {area}，逐处有权属证书或移交清单 {papers} 为据。' },
  query: (_, scope, sql) => sql`
    select sum(c.building_area)::text as area, count(*)::int as papers
      from places.certificate c where c.retired_at is null and c.merged_into is null and ${scope.site('c.site', certificate)}`,
  opens: () => listPath(certificate),
})
