// The repair categories 报修类别 of the demonstration district, their time limits, and the words people use.
import type { Category } from '../src/contract/index.ts'

export interface CategoryLine extends Pick<Category, 'name' | 'trade' | 'urgentHours' | 'normalHours' | 'lowHours'> {
  readonly key: string
  readonly quickWords: readonly string[]
  readonly keywords: string
}
export const categoryList = Object.freeze([
  { key: 'light', name: '照明', trade: 'electric', urgentHours: 4, normalHours: 8, lowHours: 24, quickWords: ['灯不亮', '灯一直闪', '开关坏了', '应急灯不亮'], keywords: '灯 灯管 灯不亮 顶灯 灯泡 照明 筒灯 射灯 灯罩 灯盘 感应灯 声控灯 应急灯没电 床头灯 镜前灯 灯光 双控开关 开关面板' },
  { key: 'power', name: '用电', trade: 'electric', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['插座没电', '跳闸了', '有焦味', '要加插座'], keywords: '插座 跳闸 没电 停电 电线 漏电 焦味 地插 打雷 配电箱 空气开关 拖线板 电表 UPS 工位没有电源 电源 加两个插座' },
  { key: 'water', name: '给排水', trade: 'water', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['水龙头漏水', '马桶堵了', '下水慢', '没有水'], keywords: '漏水 水龙头 龙头 马桶 下水 堵 水管 地漏 洗手池 洗手盆 小便池 冲水 开水器 饮水机 返水 反味 水压 拖把池 淋浴 水箱 滴水 洗菜池 接头渗水 暖气管' },
  { key: 'air', name: '空调', trade: 'air', urgentHours: 4, normalHours: 16, lowHours: 40, quickWords: ['空调不制冷', '空调不制热', '空调滴水', '空调噪声大'], keywords: '空调 制冷 制热 室内 温度 温控 风口 新风 暖气片 太冷 太热 遥控器 风量 外机 风机盘管 冷得 空调滴水 空调排水管 过滤网' },
  { key: 'door', name: '门窗锁具', trade: 'locks', urgentHours: 3, normalHours: 12, lowHours: 32, quickWords: ['门锁打不开', '门关不上', '窗户关不严', '配钥匙'], keywords: '门锁 锁 钥匙 窗户 窗把手 玻璃 合页 闭门器 纱窗 门关不上 门把手 卷帘门 自动门 地弹簧 插销 密码锁 玻璃门 防火门的门锁' },
  { key: 'furniture', name: '家具木作', trade: 'carpentry', urgentHours: 8, normalHours: 24, lowHours: 56, quickWords: ['椅子坏了', '抽屉打不开', '柜门掉了', '桌子晃'], keywords: '椅子 办公椅 桌子 桌腿 桌面 会议桌 抽屉 柜门 文件柜 铁皮柜 书柜 沙发 家具 窗帘 百叶窗 屏风 白板 椅子轮子 连排椅' },
  { key: 'wall', name: '墙面地面', trade: 'carpentry', urgentHours: 8, normalHours: 40, lowHours: 80, quickWords: ['屋顶渗水', '墙皮掉了', '地砖松动', '吊顶松了'], keywords: '墙皮 墙面 墙上钉子 地砖 吊顶 天花板上 渗水 瓷砖 屋顶 裂缝 地板 木地板 踏步 隔断 漏雨 踢脚线 落水管 外墙 石材 伸缩缝 墙角' },
  { key: 'lift', name: '电梯', trade: 'lift', urgentHours: 1, normalHours: 4, lowHours: 16, quickWords: ['电梯不动了', '电梯有异响', '按钮不灵', '有人被困'], keywords: '电梯 轿厢 困人 货梯 平层' },
  { key: 'network', name: '网络弱电', trade: 'network', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['上不了网', '电话没声音', '会议室投影不亮', '门禁刷不开'], keywords: '网络 网线 上网 上不了网 电话 投影 显示 显示屏 门禁 麦克风 广播没有 监控 无线 网速 取号机 叫号屏 网口 视频会议 打印机连 查询机 画面' },
  { key: 'clean', name: '保洁', trade: 'cleaning', urgentHours: 1, normalHours: 4, lowHours: 12, quickWords: ['地上有水', '有异味', '垃圾没清', '缺洗手液'], keywords: '垃圾 异味 卫生间异味 洗手液 厕纸 保洁 清扫 打扫 蟑螂 老鼠 打翻 脏 鸟粪 呕吐 纸箱 防滑垫 污渍 清洗 茶叶渣 积水和垃圾' },
  { key: 'green', name: '绿化室外', trade: 'greening', urgentHours: 4, normalHours: 24, lowHours: 56, quickWords: ['树枝断了', '路面破损', '井盖响', '草坪枯了'], keywords: '树 树枝 草坪 绿化 路面 停车场 停车线 井盖 花坛 车位 道闸 门口积水 围栏 充电桩 岗亭 旗杆 马蜂窝 伸缩门 结冰 车棚 灯柱 喷头坏了 地面有个坑' },
  { key: 'fire', name: '消防设施', trade: 'fire', urgentHours: 1, normalHours: 8, lowHours: 24, quickWords: ['烟感误报', '灭火器过期', '消防门关不上', '疏散灯不亮'], keywords: '消防 烟感 灭火器 喷淋 疏散 消火栓 消防主机 防火卷帘 常闭式防火门 应急广播 手动报警 安全出口 喷淋头漏水 消防主机显示' },
  { key: 'kitchen', name: '厨房设备', trade: 'kitchen', urgentHours: 2, normalHours: 8, lowHours: 24, quickWords: ['冰柜不制冷', '灶打不着', '排烟不好', '洗碗机坏了'], keywords: '灶 冰柜 蒸箱 洗碗机 油烟 油烟机 厨房 消毒柜 绞肉机 售饭机 冷库 和面机 保温台 燃气 电饼铛 地沟盖板 洗碗机漏水 蒸箱门密封条' },
  { key: 'other', name: '其他', trade: 'carpentry', urgentHours: 4, normalHours: 16, lowHours: 40, quickWords: ['其他'], keywords: '' },
] as const satisfies readonly CategoryLine[])
export type CategoryKey = (typeof categoryList)[number]['key']
