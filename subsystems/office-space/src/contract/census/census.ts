// A census 清查盘点: every room of a site seen and its people confirmed against the ledger of the opening day; two pairs of eyes before anything is corrected.
import { date, defineMatter, int, longText, ref } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, site, steward } from '@houqin/places'

const rooms = { unit: '间', optional: true, min: 0 } as const

export const census = defineMatter('office-space.census', {
  title: '清查盘点',
  prefix: 'QC',
  subject: (_, label) => `${label('site')} 清查盘点`,
  form: {
    site: ref('场所', site),
    until: date('清查期限'),
    note: longText('说明', { max: 500, optional: true, hint: '如“年度清查”“搬迁后清查”' }),
  },
  facts: {
    rooms: int('应清查', rooms),
    found: int('已找到', rooms),
    differing: int('与台账不符', rooms),
    missing: int('没有找到', rooms),
    written: int('已更正台账', { unit: '处', optional: true, min: 0 }),
    kept: int('台账已另有变动，没有改写', { unit: '处', optional: true, min: 0 }),
  },
  states: {
    counting: { title: '清查中', tone: 'running', held: steward },
    counted: { title: '待复核签字', tone: 'waiting', held: placesOfficer, due: { workingDays: 5 } },
    closed: { title: '已签字', tone: 'done', final: true },
    dropped: { title: '已取消', tone: 'stopped', final: true },
  },
  start: 'counting',
  steps: {
    submit: { label: '清查完毕，报签字', from: 'counting', to: 'counted', by: [steward, placesOfficer], primary: true },
    sign: { label: '复核签字，更正台账', from: 'counted', to: 'closed', by: [placesOfficer], primary: true },
    recount: { label: '退回再查', from: 'counted', to: 'counting', by: [placesOfficer], comment: 'required' },
    drop: { label: '取消清查', from: ['counting', 'counted'], to: 'dropped', by: [placesOfficer], comment: 'required', destructive: true },
  },
  access: { start: [placesOfficer], read: [placesOfficer, steward, bureauLeader], export: [placesOfficer] },
  listed: {
    owner: placesOfficer, feedback: '签字后台账随之更正，清查报告可以打印', keywords: ['清查', '盘点', '房屋清查', '账实相符'],
    bases: [{ document: '党政机关办公用房管理办法', clause: '第六条', mark: 'V' }],
  },
  scope: { site: 'site' },
})
