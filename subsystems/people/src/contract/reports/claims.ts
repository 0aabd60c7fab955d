// What people and organs have to show 人员与单位的成效: one row each, for the sentences of the work report.
import { auditor, defineReport, listPath } from '@houqin/define'
import { organ } from '../organ.ts'
import { person } from '../person.ts'
import { bureauLeader, peopleOfficer } from '../roles.ts'

const read = [peopleOfficer, bureauLeader, auditor]

export const staffed = defineReport('people.staffed', {
  title: '人员力量',
  read,
  columns: {
    approved: { title: '编制', kind: 'int', unit: '名' },
    filled: { title: '在编在岗', kind: 'int', unit: '人' },
    hired: { title: '聘用', kind: 'int', unit: '人' },
  },
  claim: { number: 14, says: '全区核定编制 {approved}，在编在岗 {filled}，另有聘用人员 {hired}。' },
  query: (_, scope, sql) => sql`
    select (select coalesce(sum(o.establishment), 0) from people.organ o where o.retired_at is null and o.merged_into is null and ${scope.organ('o.id', organ)})::int as approved,
           (count(*) filter (where p.employment in ('civil', 'institution')))::int as filled, (count(*) filter (where p.employment = 'hired'))::int as hired
      from people.person p where p.standing = 'active' and p.retired_at is null and p.merged_into is null and ${scope.organ('p.organ', person)}`,
  opens: (_, column) =>
    column === 'approved'
      ? '/reports/people.establishment'
      : listPath(person, { 'where.standing': 'active', [column === 'filled' ? 'where.employment.in' : 'where.employment']: column === 'filled' ? 'civil,institution' : 'hired' }),
})

export const organsTotal = defineReport('people.organs-total', {
  title: '单位总数',
  read,
  columns: { organs: { title: '单位', kind: 'int', unit: '家' } },
  claim: { number: 68, says: '全区行政事业单位 {organs} 全部入库。' },
  query: (_, scope, sql) => sql`
    select count(*)::int as organs from people.organ o where o.retired_at is null and o.merged_into is null and ${scope.organ('o.id', organ)}`,
  opens: () => listPath(organ),
})
