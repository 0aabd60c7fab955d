// A room 房间 with its door code: what people report repairs for, sit in, measure and count.
import { choice, defineRegister, everyone, int, quantity, ref, text } from '@houqin/define'
import type { Row } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { building, floor } from './building.ts'
import { placesOfficer, steward } from './roles.ts'
import { site } from './site.ts'

/** The five uses of the office-building rules; passages are in no use and carry no usable area. */
export const roomUses = Object.freeze({
  office: '办公室',
  service: '服务用房',
  equipment: '设备用房',
  ancillary: '附属用房',
  technical: '技术业务用房',
  circulation: '公共交通',
} as const)
export type RoomUse = keyof typeof roomUses

export const roomPurposes = Object.freeze({
  office: '办公室',
  leaderOffice: '领导办公室',
  meeting: '会议室',
  reception: '接待室',
  archive: '档案室',
  copying: '文印室',
  pantry: '开水间',
  toilet: '卫生间',
  storage: '储藏室',
  duty: '值班室',
  cleaners: '保洁间',
  party: '党员活动室',
  powerRoom: '配电间',
  pumpRoom: '水泵房',
  airPlant: '空调机房',
  serverRoom: '弱电机房',
  canteen: '餐厅',
  kitchen: '厨房',
  garage: '车库',
  guard: '警卫用房',
  hall: '服务大厅',
  window: '窗口业务用房',
  interview: '询问调解室',
  courtroom: '审判法庭',
  laboratory: '检验检测室',
  stacks: '档案库',
  training: '教室',
  dormitory: '学员宿舍',
  exhibition: '展厅',
  caseStore: '物证物资库',
  command: '指挥调度室',
  corridor: '走廊',
  stairs: '楼梯间',
  lift: '电梯厅',
  lobby: '门厅',
} as const)
export type RoomPurpose = keyof typeof roomPurposes

/** A part where secrets are kept is not shown to whoever has no business there. */
export const roomGrades = Object.freeze({ ordinary: '一般', restricted: '保密要害部位' } as const)

export const room = defineRegister('places.room', {
  title: '房间',
  fields: {
    site: ref('场所', site),
    building: ref('楼栋', building),
    floor: ref('楼层', floor),
    number: text('房号', { max: 20 }),
    title: text('门牌名称', { max: 40, optional: true, hint: '如“三楼会议室”；不写使用人' }),
    use: choice('用房类别', roomUses),
    purpose: choice('具体用途', roomPurposes),
    area: quantity('使用面积', '㎡', { min: '0', hint: '走廊、楼梯、电梯厅不计使用面积，填 0' }),
    seats: int('工位数', { min: 0, optional: true, unit: '个' }),
    grade: choice('管控级别', roomGrades, { optional: true, hint: '“保密要害部位”只有场所管理员和驻点负责人看得到，查看留痕；不写部位的具体用途' }),
  },
  name: (r, label) => `${label('building')} ${r.number}${r.title ? ` ${r.title}` : ''}`,
  access: { read: [everyone], write: [placesOfficer], import: [placesOfficer], export: [placesOfficer, bureauLeader] },
  scope: { site: 'site' },
  grades: { by: 'grade', readers: { restricted: [placesOfficer, steward] } },
  card: { facts: ['floor', 'area'], state: 'use' },
  search: ['number'],
  // the name says building, number and plate
  columns: ['floor', 'use', 'purpose', 'area', 'seats'],
  sort: 'number',
  coded: true,
})
export interface Room extends Row<typeof room> {}
