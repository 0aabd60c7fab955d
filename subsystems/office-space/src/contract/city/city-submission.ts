// A submission to the city 数据报送: a version of the district's office space, frozen, checked by another, handed over, and answered row by row.
import { date, defineMatter, files, int, longText, quantity, text } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'

const rows = { unit: '条', optional: true, min: 0 } as const
const handedOn = date('送交日期')
const receipt = files('回执文件', { max: 1 })

export const citySubmission = defineMatter('office-space.city-submission', {
  title: '办公用房数据报送',
  prefix: 'SB',
  subject: (form) => `报送市平台的办公用房数据${form.note ? `（${form.note}）` : ''}`,
  form: { note: text('说明', { max: 60, optional: true, hint: '如“2026 年第四季度”' }) },
  facts: {
    day: date('数据日期', { optional: true }),
    sites: int('场所', { unit: '处', optional: true, min: 0 }),
    organs: int('单位', { unit: '个', optional: true, min: 0 }),
    area: quantity('证载建筑面积', '㎡', { optional: true, min: '0' }),
    rows: int('共', rows),
    added: int('新增', rows),
    changed: int('变更', rows),
    gone: int('撤销', rows),
    again: int('上次退回、这次再报', rows),
    digest: text('数据摘要', { max: 64, optional: true }),
    handedOn, receipt,
    way: text('送交方式', { max: 60, optional: true }),
    accepted: int('已接收', rows),
    rejected: int('被退回', rows),
    unread: longText('回执里认不出的行', { max: 1000, optional: true }),
  },
  states: {
    draft: { title: '待核对', tone: 'draft', held: placesOfficer, due: { workingDays: 5 } },
    checked: { title: '待送交', tone: 'waiting', held: placesOfficer, due: { workingDays: 3 } },
    handed: { title: '待回执', tone: 'running', held: placesOfficer, due: { workingDays: 20 } },
    answered: { title: '已回执', tone: 'done', final: true },
    dropped: { title: '已作废', tone: 'stopped', final: true },
  },
  start: 'draft',
  steps: {
    check: { label: '核对无误', from: 'draft', to: 'checked', by: [placesOfficer, bureauLeader], primary: true },
    hand: { label: '已送交', from: 'checked', to: 'handed', by: [placesOfficer], input: { handedOn, way: text('送交方式', { max: 60, hint: '如“政务邮箱”“光盘”' }) }, primary: true },
    answer: { label: '读入回执', from: 'handed', to: 'answered', by: [placesOfficer], input: { receipt }, primary: true },
    drop: { label: '作废', from: ['draft', 'checked'], to: 'dropped', by: [placesOfficer], comment: 'required', destructive: true },
  },
  access: { start: [placesOfficer], read: [placesOfficer, bureauLeader], export: [placesOfficer] },
  listed: {
    owner: placesOfficer, feedback: '回执逐条记在数据上，被退回的改好后随下一版再报', keywords: ['市平台', '上报', '数据报送', '办公用房统计'],
    bases: [{ document: '党政机关办公用房管理办法', clause: '第七条', mark: 'V' }],
  },
})
