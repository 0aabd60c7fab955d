// What internal control has to show 内部管控的成效: one row, for a sentence of the work report.
import { auditor, defineReport, listPath } from '@houqin/define'
import { bureauLeader, peopleOfficer } from '@houqin/people'
import { roleRequest } from '../role-request.ts'

export const rolesControlled = defineReport('staffing.roles-controlled', {
  title: '内部管控',
  read: [peopleOfficer, bureauLeader, auditor],
  columns: {
    asked: { title: '申请', kind: 'int', unit: '件' },
    done: { title: '批准并办理', kind: 'int', unit: '件' },
    stopped: { title: '未批准或撤销', kind: 'int', unit: '件' },
  },
  claim: { number: 93, says: '内部管控条例落到权限：本期角色申请 {asked}，审批后由他人办理 {done}，未予办理或撤销 {stopped}；申请、审批、办理不由一人完成。' },
  query: (period, scope, sql) => sql`
    select count(*)::int as asked, (count(*) filter (where m.state = 'done'))::int as done,
           (count(*) filter (where m.state in ('declined', 'dropped')))::int as stopped
      from matter.matter m
     where m.kind = ${roleRequest.id} and m.opened_at >= ${period.from} and m.opened_at < ${period.to} and ${scope.organ('m.organ')}`,
  opens: (_, column, period) =>
    listPath(roleRequest, {
      'where.openedAt.gte': period.from.toISOString(), 'where.openedAt.lt': period.to.toISOString(),
      'where.state': column === 'done' ? 'done' : null, 'where.state.in': column === 'stopped' ? 'declined,dropped' : null,
    }),
})
