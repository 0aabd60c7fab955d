// 事项目录: what people come for, as it stands on the first day; afterwards the officer keeps it.
export interface StandingItem {
  readonly title: string
  /** Id of the matter that begins it; null where it is not yet done here. */
  readonly matter: string | null
  readonly owner: string
  readonly limit: string
  readonly feedback: string
  /** How people say it. */
  readonly keywords: readonly string[]
  readonly bases: readonly { readonly document: string; readonly clause: string | null }[]
}

const affairs = '机关事务管理条例'
const energy = '公共机构节能条例'

export const catalogueItems: readonly StandingItem[] = Object.freeze([
  {
    title: '报修', matter: 'service-desk.repair', owner: '维修调度', limit: '按类别和紧急程度,接单时写明完工时限', feedback: '每一步有提示,完工后由报修人确认、评分或要求返修',
    keywords: ['报修', '维修', '修理', '坏了', '漏水', '停电', '不亮', '堵了', '空调不制冷', '门锁', '修一下'],
    bases: [{ document: affairs, clause: '第二十七条' }],
  },
  {
    title: '投诉', matter: 'service-desk.complaint', owner: '服务诉求管理员', limit: '四小时内受理,三个工作日内答复', feedback: '答复后由投诉人确认,不满意的可重新打开',
    keywords: ['投诉', '举报', '服务态度', '没人管', '态度差', '不满意'], bases: [{ document: affairs, clause: '第二十七条' }],
  },
  {
    title: '建议', matter: 'service-desk.suggestion', owner: '服务诉求管理员', limit: '两个工作日内受理,十个工作日内答复', feedback: '告知采纳与否和理由',
    keywords: ['建议', '提意见', '希望增加', '能不能改进'], bases: [{ document: affairs, clause: '第二十七条' }],
  },
  {
    title: '表扬', matter: 'service-desk.praise', owner: '服务诉求管理员', limit: '三个工作日内转达', feedback: '转达被表扬的人和他的负责人', keywords: ['表扬', '感谢', '点赞'],
    bases: [],
  },
  {
    title: '制度制定、修订与废止', matter: 'regulations.rule-making', owner: '制度管理员', limit: '征求意见十五个工作日,法制审核五个工作日', feedback: '意见采纳情况随草案公开',
    keywords: ['制度修订', '制定制度', '订制度', '修订制度', '废止制度', '发文流程', '内部规定'], bases: [{ document: affairs, clause: '第三条' }],
  },
  {
    title: '办公用房', matter: null, owner: '场所管理员', limit: '以条文为准', feedback: '由场所管理员答复',
    keywords: ['办公用房', '办公室', '腾退', '调配', '借用房间', '出租办公用房', '租房'],
    bases: [{ document: affairs, clause: '第二十一条' }, { document: affairs, clause: '第二十二条' }, { document: affairs, clause: '第二十三条' }],
  },
  {
    title: '节能与室内温度', matter: 'service-desk.repair', owner: '维修调度', limit: '按报修时限', feedback: '温度不合规的按报修处理并告知',
    keywords: ['空调温度', '室内温度', '太冷', '太热', '节能'], bases: [{ document: energy, clause: '第三十条' }],
  },
])
