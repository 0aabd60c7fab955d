// Asking about rooms 用房申请: one shape for rooms given, exchanged, vacated, leased, let out, changed in use or disposed of: asked, proposed, decided, carried out.
import { choice, date, defineMatter, files, lines, longText, quantity, ref, requester, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { placesOfficer, room, roomUses } from '@houqin/places'
import { allotmentKinds } from '../allotment.ts'

export const requestKinds = Object.freeze({
  allot: '申请用房', exchange: '置换用房', vacate: '腾退交回', lease: '租用房屋', use: '改变用途', let: '出租出借', dispose: '处置利用',
} as const)
export type RequestKind = keyof typeof requestKinds
/** In the order in which they are to be tried. */
export const configureWays = Object.freeze({ reallocate: '调剂', exchange: '置换', lease: '租用', build: '建设' } as const)
export type ConfigureWay = keyof typeof configureWays
/** Six by count of the regulations; their names were not read and are to be confirmed. */
export const disposalWays = Object.freeze({ reuse: '调剂使用', convert: '转变用途', exchange: '置换', let: '统一出租', auction: '拍卖', demolish: '拆除' } as const)

const way = choice('配置方式', configureWays, { optional: true, hint: '按调剂、置换、租用、建设的次序' })
const misfit = longText('调剂为什么不合用', { max: 500, optional: true, hint: '置换、租用、建设的都要写；池里有空房的，逐间或分类写明' })
const noExchange = longText('置换为什么不合用', { max: 500, optional: true, hint: '租用、建设的要写' })
const noLease = longText('租用为什么不合用', { max: 500, optional: true, hint: '建设的要写' })
const disposal = choice('处置方式', disposalWays, { optional: true, hint: '处置利用时选' })
const from = date('自')
const certificate = text('使用凭证号', { max: 40, optional: true })
const approval = text('批准文号', { max: 60, optional: true, hint: '租用、出租出借要有本级政府的批准' })
const ofOthers = Object.freeze({ what: ['lease', 'let'] } as const)

export const roomRequest = defineMatter('office-space.room-request', {
  title: '用房申请',
  prefix: 'YS',
  subject: (f, label) => `${label('organ')} ${requestKinds[f.what]}`,
  form: {
    organ: ref('使用单位', organ),
    what: choice('办什么', requestKinds),
    room: ref('哪一间', room, { only: { what: ['exchange', 'vacate', 'use', 'let', 'dispose'] } }),
    use: choice('用作', roomUses, { optional: true, only: { what: ['allot', 'exchange', 'lease', 'use'] }, hint: '申请哪一类用房，不选为办公室；改变用途时选改作什么' }),
    area: quantity('需要使用面积', '㎡', { min: '0.01', optional: true, only: { what: ['allot', 'exchange', 'lease'] }, hint: '租用时必写；申请时不写，按核定余额安排' }),
    party: text('对方', { max: 80, only: ofOthers }),
    until: date('到期', { only: ofOthers }),
    reason: longText('理由', { max: 1000, min: 2 }),
    papers: files('材料', { max: 6 }),
  },
  facts: {
    way, misfit, noExchange, noLease, disposal, from, certificate, approval,
    offered: longText('房源情况', { max: 1000, optional: true }),
  },
  lines: {
    rooms: lines('安排的房间', {
      fields: { room: ref('房间', room), kind: choice('使用方式', allotmentKinds) },
    }),
  },
  states: {
    asked: { title: '待提方案', tone: 'waiting', held: placesOfficer, due: { workingDays: 5 } },
    proposed: { title: '待审批', tone: 'waiting', held: bureauLeader, due: { workingDays: 5 } },
    agreed: { title: '待办理', tone: 'running', held: placesOfficer, due: { workingDays: 10 } },
    done: { title: '已办理', tone: 'done', final: true },
    refused: { title: '未同意', tone: 'stopped', final: true },
    dropped: { title: '已撤回', tone: 'stopped', final: true },
  },
  start: 'asked',
  steps: {
    propose: { label: '提出方案', from: 'asked', to: 'proposed', by: [placesOfficer], input: { way, misfit, noExchange, noLease, disposal, from, certificate, approval }, lines: ['rooms'], primary: true },
    agree: { label: '同意', from: 'proposed', to: 'agreed', by: [bureauLeader], primary: true },
    rework: { label: '退回重提', from: 'proposed', to: 'asked', by: [bureauLeader], comment: 'required' },
    refuse: { label: '不同意', from: 'proposed', to: 'refused', by: [bureauLeader], comment: 'required', destructive: true },
    carryOut: { label: '办理交接，记入台账', from: 'agreed', to: 'done', by: [placesOfficer], primary: true },
    withdraw: { label: '撤回', from: ['asked', 'proposed', 'agreed'], to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [liaison, placesOfficer], read: [liaison, placesOfficer, bureauLeader], export: [placesOfficer] },
  listed: {
    owner: placesOfficer, feedback: '办理后台账和使用凭证随之更新', keywords: ['申请用房', '调剂', '置换', '腾退', '租房', '借房', '改变用途', '闲置房'],
    bases: [{ document: '党政机关办公用房管理办法', clause: '第十九条', mark: 'V' }, { document: '机关事务管理条例', clause: '第二十三条', mark: 'V' }],
  },
  scope: { organ: 'organ' },
})
