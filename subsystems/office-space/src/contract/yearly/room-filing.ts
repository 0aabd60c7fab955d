// The yearly filing of leaders' rooms 领导干部办公用房备案: which rooms each leader of an organ has and may have; the organ confirms, the bureau checks.
import { defineMatter, int, lines, quantity, ref, text } from '@houqin/define'
import { bureauLeader, liaison, organ, person } from '@houqin/people'
import { placesOfficer } from '@houqin/places'

export const roomFiling = defineMatter('office-space.room-filing', {
  title: '领导干部办公用房备案',
  prefix: 'BA',
  subject: (form, label) => `${label('organ')} ${form.year} 年度备案`,
  form: { organ: ref('单位', organ), year: int('年度', { min: 2017, max: 2100 }) },
  facts: {
    leaders: int('领导干部', { unit: '人', optional: true, min: 0 }),
    deviating: int('与标准不符', { unit: '人', optional: true, min: 0 }),
    remark: text('单位说明', { max: 500, optional: true, multiline: true }),
  },
  lines: {
    leaders: lines('领导干部用房', {
      fields: {
        person: ref('姓名', person),
        post: text('职务', { max: 60 }),
        rooms: text('办公用房', { max: 300, optional: true }),
        area: quantity('使用面积', '㎡', { min: '0' }),
        limit: quantity('上限', '㎡', { min: '0' }),
        deviation: text('与标准不符之处', { max: 500, optional: true }),
      },
      totals: ['area'],
    }),
  },
  states: {
    asked: { title: '待单位确认', tone: 'waiting', held: liaison, due: { workingDays: 10 } },
    confirmed: { title: '待核对', tone: 'running', held: placesOfficer, due: { workingDays: 10 } },
    filed: { title: '已备案', tone: 'done', final: true },
    dropped: { title: '已作废', tone: 'stopped', final: true },
  },
  start: 'asked',
  asks: ['leaders'],
  steps: {
    confirm: { label: '确认无误', from: 'asked', to: 'confirmed', by: [liaison], input: { remark: text('单位说明', { max: 500, optional: true, multiline: true, hint: '有与标准不符的，写明原因和怎么改' }) }, primary: true },
    file: { label: '核对备案', from: 'confirmed', to: 'filed', by: [placesOfficer], primary: true },
    rework: { label: '退回单位', from: 'confirmed', to: 'asked', by: [placesOfficer], comment: 'required' },
    drop: { label: '作废', from: ['asked', 'confirmed'], to: 'dropped', by: [placesOfficer], comment: 'required', destructive: true },
  },
  access: { start: [placesOfficer], read: [placesOfficer, liaison, bureauLeader], export: [placesOfficer, bureauLeader] },
  scope: { organ: 'organ' },
  listed: {
    owner: placesOfficer, feedback: '备案后本单位和机关事务管理部门都能查到，与标准不符的另办整改', keywords: ['备案', '领导干部用房', '年度备案'],
    bases: [{ document: '党政机关办公用房管理办法', clause: '第十九条', mark: 'V' }],
  },
})
