// A patrol 巡查: a route of points at doors and rooms, walked as planned; each point is seen, ticked or reported.
import { choice, date, defineMatter, defineRegister, instant, int, lines, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { outdoorArea } from './outdoor-area.ts'
import { placesOfficer, steward } from './roles.ts'
import { room } from './room.ts'
import { site } from './site.ts'

const where = {
  place: text('地点', { max: 60 }),
  room: ref('房间', room, { optional: true, hint: '选了房间，扫门牌码就是到点' }),
  area: ref('室外区域', outdoorArea, { optional: true }),
  look: text('看什么', { max: 200, optional: true, hint: '如“灭火器压力在绿区、通道畅通”' }),
}

export const patrolRoute = defineRegister('places.patrol-route', {
  title: '巡查路线',
  fields: { site: ref('场所', site), name: text('名称', { max: 40 }), note: text('说明', { max: 200, optional: true }) },
  name: (r, label) => `${label('site')} ${r.name}`,
  access: { read: [placesOfficer, steward, bureauLeader], write: [placesOfficer, steward], export: [placesOfficer] },
  scope: { site: 'site' },
  card: { facts: ['site', 'note'] },
  lines: { points: lines('巡查点', { fields: where }) },
})
export interface PatrolRoute extends Row<typeof patrolRoute> {}

export const patrol = defineMatter('places.patrol', {
  title: '巡查',
  prefix: 'XC',
  subject: (f, label) => `${label('route')} ${f.day}`,
  form: { route: ref('路线', patrolRoute), site: ref('场所', site), day: date('日期') },
  facts: {
    finishedAt: instant('完成时间', { optional: true }),
    missed: int('漏查', { optional: true, unit: '处' }),
    faults: int('有问题', { optional: true, unit: '处' }),
  },
  lines: {
    points: lines('巡查点', {
      fields: {
        ...where,
        outcome: choice('结果', { ok: '正常', fault: '有问题' }, { optional: true }),
        way: choice('到点', { scan: '扫码', hand: '手点' }, { optional: true }),
        reachedAt: instant('到点时间', { optional: true }),
        repair: text('报修单号', { max: 40, optional: true }),
      },
    }),
  },
  states: {
    walking: { title: '待巡查', tone: 'running', held: steward },
    done: { title: '已巡查', tone: 'done', final: true },
    gaps: { title: '有漏查', tone: 'stopped', final: true },
  },
  start: 'walking',
  asks: ['points'],
  steps: {
    check: { label: '到点', from: 'walking', by: [steward, placesOfficer], settles: { points: ['outcome', 'way', 'reachedAt', 'repair'] }, comment: 'none' },
    finish: { label: '巡查完毕', from: 'walking', to: 'done', by: [steward, placesOfficer], primary: true },
    leave: { label: '有几处没走到', from: 'walking', to: 'gaps', by: [steward, placesOfficer], comment: 'required' },
  },
  access: { start: [placesOfficer, steward], read: [placesOfficer, steward, bureauLeader], export: [placesOfficer] },
  scope: { site: 'site' },
  listed: { owner: steward, feedback: '每一处的结果记在巡查单上，有问题的当场报修，漏查的报场所管理员', keywords: ['巡查', '巡检', '安全检查'], bases: [] },
})
