// The repair categories 报修类别 of the demonstration district, their time limits, and the words people use.
import type { Category } from '../src/contract/index.ts'

export interface CategoryLine extends Pick<Category, 'name' | 'trade' | 'urgentHours' | 'normalHours' | 'lowHours'> {
  readonly key: string
  readonly quickWords: readonly string[]
  readonly keywords: string
}
export const categoryList = Object.freeze([
  { key: 'light', name: '照明', trade: 'electric', urgentHours: 4, normalHours: 8, lowHours: 24, quickWords: ['灯不亮', '灯一直闪', '开关坏了', '应急灯不亮'], keywords: '灯 照明 开关 灯管 闪' },
  { key: 'power', name: '用电', trade: 'electric', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['插座没电', '跳闸了', '有焦味', '要加插座'], keywords: '插座 跳闸 没电 停电 电线 漏电 焦味' },
  { key: 'water', name: '给排水', trade: 'water', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['水龙头漏水', '马桶堵了', '下水慢', '没有水'], keywords: '漏水 水龙头 马桶 下水 堵 水管 地漏 洗手池 小便池 冲水' },
  { key: 'air', name: '空调', trade: 'air', urgentHours: 4, normalHours: 16, lowHours: 40, quickWords: ['空调不制冷', '空调不制热', '空调滴水', '空调噪声大'], keywords: '空调 制冷 制热 温度 风口 新风 暖气 太冷 太热' },
  { key: 'door', name: '门窗锁具', trade: 'locks', urgentHours: 3, normalHours: 12, lowHours: 32, quickWords: ['门锁打不开', '门关不上', '窗户关不严', '配钥匙'], keywords: '门 锁 窗 钥匙 玻璃 合页 闭门器 纱窗' },
  { key: 'furniture', name: '家具木作', trade: 'carpentry', urgentHours: 8, normalHours: 24, lowHours: 56, quickWords: ['椅子坏了', '抽屉打不开', '柜门掉了', '桌子晃'], keywords: '椅子 桌子 抽屉 柜 沙发 家具 窗帘' },
  { key: 'wall', name: '墙面地面', trade: 'carpentry', urgentHours: 8, normalHours: 40, lowHours: 80, quickWords: ['屋顶渗水', '墙皮掉了', '地砖松动', '吊顶松了'], keywords: '墙 地砖 吊顶 天花板 渗水 瓷砖 屋顶 裂缝 地板' },
  { key: 'lift', name: '电梯', trade: 'lift', urgentHours: 1, normalHours: 4, lowHours: 16, quickWords: ['电梯不动了', '电梯有异响', '按钮不灵', '有人被困'], keywords: '电梯 轿厢 困人' },
  { key: 'network', name: '网络弱电', trade: 'network', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['上不了网', '电话没声音', '会议室投影不亮', '门禁刷不开'], keywords: '网络 网线 上网 电话 投影 显示屏 门禁 麦克风 广播 监控 无线' },
  { key: 'clean', name: '保洁', trade: 'cleaning', urgentHours: 1, normalHours: 4, lowHours: 12, quickWords: ['地上有水', '有异味', '垃圾没清', '缺洗手液'], keywords: '垃圾 异味 卫生 洗手液 厕纸 保洁 清扫 打扫 蟑螂 老鼠 蚊' },
  { key: 'green', name: '绿化室外', trade: 'greening', urgentHours: 4, normalHours: 24, lowHours: 56, quickWords: ['树枝断了', '路面破损', '井盖响', '草坪枯了'], keywords: '树 草坪 绿化 路面 井盖 花坛 车位 道闸 积水 围栏' },
  { key: 'fire', name: '消防设施', trade: 'fire', urgentHours: 1, normalHours: 8, lowHours: 24, quickWords: ['烟感误报', '灭火器过期', '消防门关不上', '疏散灯不亮'], keywords: '消防 烟感 灭火器 喷淋 疏散 消火栓' },
  { key: 'kitchen', name: '厨房设备', trade: 'kitchen', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['冰柜不制冷', '灶打不着', '排烟不好', '洗碗机坏了'], keywords: '灶 冰柜 蒸箱 洗碗机 油烟 厨房 消毒柜 绞肉机' },
  { key: 'other', name: '其他', trade: 'carpentry', urgentHours: 4, normalHours: 16, lowHours: 40, quickWords: ['其他'], keywords: '' },
] as const satisfies readonly CategoryLine[])
export type CategoryKey = (typeof categoryList)[number]['key']
