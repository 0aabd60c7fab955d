// Standards kept 规定的符合情况: how many of all that is checked every night is as the rules want it.
import { auditor, defineReport } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { goalsOfficer } from '../roles.ts'

export const standardsKept = defineReport('goals.standards-kept', {
  title: '符合规定',
  read: [goalsOfficer, bureauLeader, auditor],
  columns: {
    standards: { title: '逐日核查的规定', kind: 'int', unit: '项' },
    all: { title: '核查对象', kind: 'int', unit: '个' },
    good: { title: '符合', kind: 'int', unit: '个' },
    open: { title: '不符合', kind: 'int', unit: '个' },
    opened: { title: '本期新发现', kind: 'int', unit: '个' },
    ended: { title: '本期已整改', kind: 'int', unit: '个' },
  },
  claim: { number: 8, says: '配备符合标准：{standards}规定逐日核查，期末核查 {all}，符合 {good}，不符合 {open}；本期新发现 {opened}，已整改 {ended}。' },
  goal: { of: 'orderly', formula: '期末符合规定的核查对象 ÷ 全部核查对象' },
  // As the last night before the end of the period found it.
  query: (period, _, sql) => sql`
    with days as (select (${period.from}::timestamptz at time zone 'Asia/Shanghai')::date as first, (${period.to}::timestamptz at time zone 'Asia/Shanghai')::date as past),
         last as (select distinct on (standard) standard, checked, breaches from standard_history.run, days where day >= first and day < past order by standard, day desc)
    select (select count(*) from last)::int as standards, (select coalesce(sum(checked), 0) from last)::int as "all",
           (select coalesce(sum(checked - breaches), 0) from last)::int as good, (select coalesce(sum(breaches), 0) from last)::int as "open",
           (select count(*) from standard_history.breach, days where opened >= first and opened < past)::int as opened,
           (select count(*) from standard_history.breach, days where ended >= first and ended < past)::int as ended`,
  opens: () => '/standards',
})
