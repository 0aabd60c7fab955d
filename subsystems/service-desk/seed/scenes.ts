// Scenes 开场 of the demonstration: what lies in the inboxes of those who sign in, counted back from the present.
import type { NamedKey } from '@houqin/people/seed'
import type { Urgency } from '../src/contract/index.ts'
import type { CategoryKey } from './category-list.ts'

export interface Scene {
  readonly what: string
  readonly category: CategoryKey
  readonly urgency: Urgency
  readonly site: string
  /** One of those who sign in; somebody who works there when absent. */
  readonly asker?: NamedKey
  /** Minutes before the present at which it was asked, sent, reached, mended; it stands where the list ends. */
  readonly ago: readonly [asked: number, dispatched?: number, arrived?: number, finished?: number]
  /** Reported from the same room as the scene before it. */
  readonly again?: boolean
}
export const scenes: readonly Scene[] = [
  { what: '办公室靠窗一排灯管不亮，傍晚看不清文件', category: 'light', urgency: 'normal', site: '机关大院', asker: 'staff', ago: [310, 290, 200, 150] },
  { what: '办公椅坐下去就往下沉', category: 'furniture', urgency: 'low', site: '机关大院', asker: 'staff', ago: [170, 140] },
  { what: '二楼配电箱有焦味，摸上去发烫', category: 'power', urgency: 'urgent', site: '机关大院', ago: [9] },
  { what: '打印机那一面墙的插座都没电', category: 'power', urgency: 'normal', site: '机关大院', ago: [95, 60] },
  { what: '会议室顶灯一直闪，明天上午有会', category: 'light', urgency: 'normal', site: '机关大院', ago: [130, 100] },
  { what: '值班室应急灯充不上电', category: 'light', urgency: 'normal', site: '东仓办公楼', ago: [240, 220, 35] },
  { what: '男卫生间小便池感应不出水', category: 'water', urgency: 'normal', site: '南长大楼', ago: [48] },
  { what: '小便池一直不出水，味道很大', category: 'water', urgency: 'normal', site: '南长大楼', ago: [31], again: true },
  { what: '服务大厅叫号屏黑屏，群众在排队', category: 'network', urgency: 'urgent', site: '行政审批中心', ago: [14] },
  { what: '会议室投影有画面没声音', category: 'network', urgency: 'normal', site: '建设大厦', ago: [22] },
]
