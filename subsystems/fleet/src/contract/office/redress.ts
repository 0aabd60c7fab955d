// A redress of the fleet 公车整改: what the audit found is put right, and it closes only when the ledger complies.
import { choice, date, defineMatter, longText, ref, requester, text } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import { driver } from '../driver.ts'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

/** What is mended by hand: the findings of standards, by their place in the subsystem, and a use that an inquiry found nobody had approved. */
export const redressed = Object.freeze({
  marked: '标识化', licenceHolds: '驾驶证', priceAndDisplacement: '价格和排量', withinEstablishment: '编制', newEnergyShare: '新能源占比', repairWorth: '维修费', repairWarranty: '质保期内重复维修', disposalInOrder: '更新处置', useWithoutDispatch: '长期与补办用车', singleCarKept: '单车核算',
  plainInterior: '内饰和配置', ownCars: '借用和捐赠', appointedShops: '定点保障', unapprovedUse: '未经批准用车',
} as const)
export type Redressed = keyof typeof redressed
const until = date('改好的期限')
const how = text('怎么改', { max: 200, min: 2 })

export const fleetRedress = defineMatter('fleet.redress', {
  title: '公车整改',
  prefix: 'CZ',
  subject: (f) => (f.what.length > 40 ? `${f.what.slice(0, 40)}…` : f.what),
  form: {
    rule: choice('哪方面', redressed),
    vehicle: ref('车辆', vehicle, { optional: true }),
    driver: ref('驾驶员', driver, { optional: true }),
    organ: ref('单位', organ, { optional: true, hint: '不填时随车辆或驾驶员' }),
    what: longText('问题', { max: 1000, min: 2, hint: '从检查结果带来，可以补充' }),
  },
  facts: { how, until },
  states: {
    found: { title: '待定办法', tone: 'waiting', held: fleetOfficer, due: { workingDays: 5 } },
    ordered: { title: '整改中', tone: 'running', held: fleetOfficer },
    closed: { title: '已整改', tone: 'done', final: true },
    dropped: { title: '不需整改', tone: 'stopped', final: true },
  },
  start: 'found',
  steps: {
    order: { label: '定下办法', from: 'found', to: 'ordered', by: [fleetOfficer], input: { how, until }, primary: true },
    conclude: { label: '办结', from: 'ordered', to: 'closed', by: [fleetOfficer], primary: true },
    rethink: { label: '重定办法', from: 'ordered', to: 'found', by: [fleetOfficer], comment: 'required' },
    drop: { label: '不需整改', from: ['found', 'ordered'], to: 'dropped', by: [fleetOfficer], comment: 'required', destructive: true },
    withdraw: { label: '撤回', from: 'found', to: 'dropped', by: [requester], destructive: true },
  },
  access: { start: [fleetOfficer, fleetDispatcher, bureauLeader], read: [fleetOfficer, fleetDispatcher, bureauLeader, liaison], export: [fleetOfficer] },
  listed: { owner: fleetOfficer, feedback: '改好后复核台账，符合了才能办结', keywords: ['公车整改', '超编', '标识化', '驾驶证到期'], bases: [{ document: '机关事务管理条例', clause: '第二十五条', mark: 'V' }] },
  scope: { organ: 'organ' },
})
