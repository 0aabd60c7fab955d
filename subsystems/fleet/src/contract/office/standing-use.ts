// A use without dispatch 长期与补办用车: a car for an organ's or a post's duty over a time, or an emergency that is filed once it is over and done with once it is agreed to.
import { choice, defineMatter, instant, int, longText, ref, requester, route, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { driver } from '../driver.ts'
import { dutyDriver, fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export const standingKinds = Object.freeze({ standing: '长期用车', afterwards: '应急用车补办' } as const)
export type StandingKind = keyof typeof standingKinds

const afterwards = Object.freeze({ kind: ['afterwards'] } as const)
const asked = route('fleet.standing-use', { kind: 'kind', refused: 'drafted' })

export const standingUse = defineMatter('fleet.standing-use', {
  title: '长期与补办用车',
  prefix: 'CQ',
  subject: (f, label) => `${label('vehicle')}:${standingKinds[f.kind]} ${f.duty}`,
  form: {
    kind: choice('类别', standingKinds), vehicle: ref('车辆', vehicle), organ: ref('用车单位', organ, { optional: true, hint: '不填时随车辆' }),
    duty: text('岗位或任务', { max: 80, min: 2, hint: '给单位或岗位用，不得固定给个人使用' }), begins: instant('从什么时候'), ends: instant('到什么时候'),
    driver: ref('驾驶员', driver, { only: afterwards }), whither: text('去了哪里', { max: 80, only: afterwards }),
    odometerOut: int('出车里程', { min: 0, max: 9_999_999, unit: 'km', only: afterwards, hint: '按这辆车上次登记的里程，不对的改' }), odometerBack: int('收车里程', { min: 0, max: 9_999_999, unit: 'km', only: afterwards }),
    why: longText('理由', { max: 1000, min: 2 }),
  },
  states: {
    drafted: { title: '待批准', tone: 'draft', held: requester, due: { workingDays: 1 } },
    agreed: { title: '已批准', tone: 'running', held: fleetDispatcher },
    closed: { title: '已结束', tone: 'done', final: true },
    filed: { title: '已补办', tone: 'done', final: true },
    dropped: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'drafted',
  steps: {
    submit: { label: '报批', from: 'drafted', to: 'agreed', by: [requester], only: { kind: 'standing' }, primary: true, comment: 'none', approve: asked },
    file: { label: '报批补办', from: 'drafted', to: 'filed', by: [requester], only: { kind: 'afterwards' }, primary: true, comment: 'none', approve: asked },
    end: { label: '结束', from: 'agreed', to: 'closed', by: [requester, fleetDispatcher, fleetOfficer], primary: true },
    withdraw: { label: '撤回', from: 'drafted', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [liaison, dutyDriver, fleetDispatcher, fleetOfficer], read: [fleetDispatcher, fleetOfficer, liaison, bureauLeader], export: [fleetOfficer, bureauLeader] },
  listed: {
    owner: fleetDispatcher, limit: '应急用车在收车后二十四小时内补办', feedback: '批准后这段时间的行驶就有了派车依据', keywords: ['长期用车', '应急用车', '补办派车', '补单'],
    bases: [{ document: '机关事务管理条例', clause: '第二十六条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
