// What the rules have to show 制度的成效: one row each, for the sentences of the work report.
import { auditor, defineReport, listDay, listPath } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { catalogueItem } from '../catalogue-item.ts'
import { document } from '../document.ts'
import { regulationsOfficer } from '../roles.ts'
import { ruleMaking } from '../rule-making.ts'
import { version } from '../version.ts'
import { byMatter, mattersByBasis } from './matters-by-basis.ts'

const read = [regulationsOfficer, bureauLeader, auditor]

export const rulesMade = defineReport('regulations.rules-made', {
  title: '制定管理办法',
  read,
  columns: {
    current: { title: '现行制度', kind: 'int', unit: '件' },
    making: { title: '制定中', kind: 'int', unit: '件' },
    begun: { title: '本期立项', kind: 'int', unit: '件' },
  },
  claim: { number: 1, says: '科学化管理以制度为先：平台收录现行有效的制度文件 {current}，本期新立项制定、修订 {begun}，正在制定 {making}。' },
  query: (period, _, sql) => sql`
    select (select count(*) from regulations.document d where d.standing = 'current' and d.retired_at is null and d.merged_into is null)::int as current,
           (count(*) filter (where m.state in ('draft', 'opinions', 'review', 'decision')))::int as making,
           (count(*) filter (where m.opened_at >= ${period.from} and m.opened_at < ${period.to}))::int as begun
      from matter.matter m where m.kind = ${ruleMaking.id}`,
  opens: (_, column, period) => {
    if (column === 'current') return listPath(document, { 'where.standing': 'current' })
    return column === 'making'
      ? listPath(ruleMaking, { 'where.state.in': 'draft,opinions,review,decision' })
      : listPath(ruleMaking, { 'where.openedAt.gte': period.from.toISOString(), 'where.openedAt.lt': period.to.toISOString() })
  },
})

export const rulesRevised = defineReport('regulations.rules-revised', {
  title: '修订工作制度',
  read,
  columns: { versions: { title: '版本', kind: 'int', unit: '个' }, begun: { title: '本期施行', kind: 'int', unit: '个' } },
  claim: { number: 92, says: '修订各项工作制度：收录制度版本 {versions}，其中本期开始施行 {begun}。' },
  query: (period, _, sql) => sql`
    select count(*)::int as versions,
           (count(*) filter (where v.in_force_on >= (${period.from}::timestamptz at time zone 'Asia/Shanghai')::date
                               and v.in_force_on < (${period.to}::timestamptz at time zone 'Asia/Shanghai')::date))::int as begun
      from regulations.version v where v.retired_at is null and v.merged_into is null`,
  opens: (_, column, period) =>
    listPath(version, column === 'begun' ? { 'where.inForceOn.gte': listDay(period.from), 'where.inForceOn.lt': listDay(period.to) } : {}),
})

export const mattersListed = defineReport('regulations.matters-listed', {
  title: '服务制度、流程、标准',
  read,
  columns: { items: { title: '目录事项', kind: 'int', unit: '项' }, online: { title: '可在平台办理', kind: 'int', unit: '项' } },
  claim: { number: 89, says: '服务制度、流程、标准成目录：列入事项目录 {items}，写明由谁办、多久办完、怎样反馈，其中可在平台直接办理 {online}。' },
  query: (_, __, sql) => sql`
    select count(*)::int as items, count(i.matter)::int as online from regulations.catalogue_item i where i.retired_at is null and i.merged_into is null`,
  opens: (_, column) => listPath(catalogueItem, { 'where.matter.null': column === 'online' ? 'false' : null }),
})

export const mattersGrounded = defineReport('regulations.matters-grounded', {
  title: '事事有依据',
  read,
  columns: {
    all: { title: '本期发起', kind: 'int', unit: '件' },
    grounded: { title: '写明依据', kind: 'int', unit: '件' },
    share: { title: '有依据率', kind: 'percent' },
    kinds: { title: '平台办理的事项', kind: 'int', unit: '项' },
    bare: { title: '没有写明依据', kind: 'int', unit: '项' },
  },
  claim: { number: 100, says: '事事有依据：目录中由平台办理的事项 {kinds}，还没有写明依据条款的 {bare}；本期发起 {all}，所办事项写明依据的 {grounded}，有依据率 {share}。' },
  query: (period, scope, sql) => sql`
    with counted as (${byMatter(period, scope, sql)})
    select coalesce(sum(opened), 0)::int as "all", coalesce(sum(opened) filter (where bases > 0), 0)::int as grounded,
           round(100.0 * sum(opened) filter (where bases > 0) / nullif(sum(opened), 0), 1)::text as share, count(*)::int as kinds, (count(*) filter (where bases = 0))::int as bare from counted`,
  opens: () => `/reports/${mattersByBasis.id}`,
})
