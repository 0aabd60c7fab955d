// A repair 报修: something is broken somewhere; it is sent, mended, confirmed by whoever reported it, and rated.
import {
  bool, choice, date, defineMatter, everyone, files, instant, int, lines, longText, money, quantity, ref, requester, text,
} from '@houqin/define'
import type { FactsOf, FormOf } from '@houqin/define'
import { bureauLeader, liaison, person } from '@houqin/people'
import { outdoorArea, placesOfficer, room, site, steward } from '@houqin/places'
import { category } from './category.ts'
import { material } from './material.ts'
import { dispatcher, serviceOfficer, worker } from './roles.ts'
import { team } from './team.ts'
import { urgencies } from './urgency.ts'

const sentTo = ref('维修人员', person)
const sentTeam = ref('班组', team, { optional: true })
const handledAs = ref('维修类别', category, { optional: true })
// Not facts by these names: left empty they change nothing, and the effect keeps what they say.
const sending = {
  toTeam: ref('班组', team, { optional: true, hint: '不填时按类别和场所确定' }),
  correctedTo: ref('改正类别', category, { optional: true, hint: '报修人选得不对时在这里改正' }),
}
const outcome = choice('处理结果', {
  mended: '已修好',
  replaced: '已更换',
  temporary: '已临时处置',
  beyond: '无法维修，另行办理',
})
const cause = text('故障原因', { max: 300, optional: true })
const resultPhotos = files('完工照片', { accept: 'image', max: 6 })
const waitingFor = text('等什么', { max: 200 })
const waitUntil = date('预计恢复日期')

export const repair = defineMatter('service-desk.repair', {
  title: '报修',
  prefix: 'BX',
  subject: (f, label) => {
    const place = f.room ? label('room') : f.area ? label('area') : (f.whereabouts ?? label('site'))
    return `${place}:${f.what.length > 40 ? `${f.what.slice(0, 40)}…` : f.what}`
  },
  form: {
    what: longText('什么坏了', { max: 500, min: 2 }),
    category: ref('类别', category, { optional: true, hint: '拿不准可以不选' }),
    urgency: choice('紧急程度', urgencies),
    room: ref('房间', room, { optional: true }),
    area: ref('室外区域', outdoorArea, { optional: true }),
    site: ref('场所', site, { optional: true, hint: '选了房间或室外区域的不用填' }),
    whereabouts: text('具体位置', { max: 100, optional: true, hint: '如“三楼东侧走廊尽头”' }),
    photos: files('照片', { accept: 'image', max: 6 }),
    contact: text('联系人', { max: 30, optional: true }),
    phone: text('联系电话', { max: 20, optional: true, grade: 'personal', mask: 'phone' }),
  },
  facts: {
    handledAs,
    team: sentTeam,
    worker: sentTo,
    promisedAt: instant('承诺时限', { optional: true }),
    acceptedAt: instant('接单时间', { optional: true }),
    arrivedAt: instant('到场时间', { optional: true }),
    finishedAt: instant('完工时间', { optional: true }),
    inTime: bool('按时完工', { optional: true }),
    confirmedAt: instant('办结时间', { optional: true }),
    outcome,
    cause,
    resultPhotos,
    waitingFor,
    waitUntil,
    reopened: int('返修次数', { optional: true, min: 0, unit: '次' }),
    alarm: text('来源告警', { max: 40, optional: true }),
  },
  lines: {
    materials: lines('用料', {
      fields: {
        material: ref('材料', material),
        quantity: quantity('数量', '', { min: '0.01' }),
        unit: text('单位', { max: 10 }),
        price: money('单价', { min: '0' }),
      },
    }),
    needs: lines('要料', {
      fields: {
        material: ref('材料', material),
        quantity: quantity('数量', '', { min: '0.01' }),
        outcome: choice('结果', { stock: '库存已领', buy: '转采购', bought: '已到货', none: '不领了' }, { optional: true }),
        purchase: text('采购单号', { max: 40, optional: true }),
      },
    }),
    hours: lines('工时', {
      fields: { person: ref('人员', person), hours: quantity('工时', '小时', { scale: 1, min: '0.1', max: '24' }) },
      totals: ['hours'],
    }),
  },
  states: {
    asked: { title: '待派单', tone: 'running', held: dispatcher },
    dispatched: { title: '已派单', tone: 'running', held: { fact: 'worker' } },
    working: { title: '维修中', tone: 'running', held: { fact: 'worker' } },
    paused: { title: '暂缓', tone: 'waiting', held: { fact: 'worker' } },
    fixed: { title: '待确认', tone: 'waiting', held: requester, due: { workingDays: 3 } },
    returned: { title: '退回', tone: 'waiting', held: requester, due: { workingDays: 5 } },
    closed: { title: '已办结', tone: 'done', final: true },
    merged: { title: '已合并', tone: 'stopped', final: true },
    withdrawn: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    dispatch: {
      label: '派单',
      from: 'asked',
      to: 'dispatched',
      by: [dispatcher, steward, serviceOfficer],
      input: { worker: sentTo, ...sending },
      primary: true,
    },
    take: { label: '抢单', from: 'asked', to: 'dispatched', by: [worker], comment: 'none' },
    accept: { label: '接单', from: 'dispatched', by: [{ fact: 'worker' }], comment: 'none' },
    arrive: { label: '到场', from: 'dispatched', to: 'working', by: [{ fact: 'worker' }], primary: true },
    decline: { label: '退单', from: 'dispatched', to: 'asked', by: [{ fact: 'worker' }], comment: 'required' },
    book: { label: '记用料工时', from: ['working', 'paused', 'fixed'], by: [{ fact: 'worker' }, dispatcher], lines: ['materials', 'hours'] },
    request: { label: '要料', from: ['dispatched', 'working', 'paused'], by: [{ fact: 'worker' }, dispatcher], lines: ['needs'], comment: 'none' },
    /** What is not in store is bought: a purchase is asked for, and the repair waits for it. */
    issue: { label: '备料', from: ['dispatched', 'working', 'paused'], by: [dispatcher, serviceOfficer], settles: { needs: ['outcome'] }, comment: 'none' },
    pause: {
      label: '暂缓',
      from: ['dispatched', 'working'],
      to: 'paused',
      by: [{ fact: 'worker' }, dispatcher, serviceOfficer],
      input: { waitingFor, waitUntil },
    },
    resume: { label: '恢复', from: 'paused', to: 'working', by: [{ fact: 'worker' }, dispatcher, serviceOfficer], primary: true },
    finish: {
      label: '完工',
      from: 'working',
      to: 'fixed',
      by: [{ fact: 'worker' }, dispatcher, serviceOfficer],
      input: { outcome, cause, resultPhotos },
      lines: ['materials', 'hours'],
      primary: true,
    },
    confirm: { label: '修好了', from: 'fixed', to: 'closed', by: [requester], rates: true, primary: true },
    notFixed: { label: '没修好', from: ['fixed', 'closed'], to: 'asked', by: [requester], comment: 'required' },
    closeUnanswered: { label: '无人确认，办结', from: 'fixed', to: 'closed', by: [serviceOfficer] },
    reassign: {
      label: '改派',
      from: ['dispatched', 'working', 'paused'],
      to: 'dispatched',
      by: [dispatcher, steward, serviceOfficer],
      input: { worker: sentTo, ...sending },
    },
    reject: { label: '退回', from: 'asked', to: 'returned', by: [dispatcher, steward, serviceOfficer], comment: 'required' },
    resubmit: { label: '补充后再报', from: 'returned', to: 'asked', by: [requester], comment: 'required', primary: true },
    merge: {
      label: '合并',
      from: ['asked', 'dispatched'],
      to: 'merged',
      by: [dispatcher, steward, serviceOfficer],
      merges: true,
    },
    split: { label: '撤销合并', from: 'merged', to: 'asked', by: [dispatcher, serviceOfficer], comment: 'required' },
    withdraw: {
      label: '撤回',
      from: ['asked', 'dispatched', 'paused', 'returned'],
      to: 'withdrawn',
      by: [requester],
      destructive: true,
    },
    /** For whoever asked and never answered, or cannot: left the organ, reported by an alarm. */
    drop: { label: '作废', from: ['asked', 'returned'], to: 'withdrawn', by: [serviceOfficer], comment: 'required', destructive: true },
    urge: { label: '催办', from: ['asked', 'dispatched', 'working', 'paused'], by: [requester, liaison, steward] },
  },
  access: {
    start: [everyone],
    read: [dispatcher, steward, worker, serviceOfficer, liaison, bureauLeader, placesOfficer],
    export: [dispatcher, serviceOfficer, bureauLeader],
  },
  listed: {
    owner: dispatcher,
    limit: '按类别和紧急程度，接单时写明完工时限',
    feedback: '每一步有提示，完工后由报修人确认、评分或要求返修',
    keywords: ['报修', '维修', '修理', '坏了', '漏水', '停电', '不亮', '堵了', '空调不制冷', '门锁', '修一下'],
    bases: [{ document: '机关事务管理条例', clause: '第二十七条', mark: 'V' }],
  },
  scope: { site: 'site' },
  byCode: { field: 'room', also: ['area'], ask: ['what', 'urgency', 'photos', 'contact', 'phone'] },
})
export interface RepairForm extends FormOf<typeof repair> {}
export interface RepairFacts extends FactsOf<typeof repair> {}
