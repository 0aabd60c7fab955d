// The teams 班组 of the demonstration district: trade, whose people, and where they go.
import type { Team } from '../src/contract/index.ts'

export interface TeamLine {
  readonly name: string
  readonly trade: Team['trade']
  /** A contractor's name; without one the bureau's own logistics centre. */
  readonly contractor?: string
  readonly members: number
  /** Names of managed sites; 'managed' = all of them, 'others' = the rest, 'all' = both. */
  readonly covers: readonly string[] | 'managed' | 'others' | 'all'
}
export const teamList: readonly TeamLine[] = [
  { name: '电工一班', trade: 'electric', members: 5, covers: ['机关大院', '东仓办公楼', '文昌行政楼'] },
  { name: '电工二班', trade: 'electric', contractor: '清溪博远机电工程有限公司', members: 6, covers: ['南长大楼', '建设大厦', '行政审批中心', '区委党校'] },
  { name: '电工三班', trade: 'electric', contractor: '清溪博远机电工程有限公司', members: 4, covers: 'others' },
  { name: '水暖一班', trade: 'water', members: 4, covers: 'managed' },
  { name: '水暖二班', trade: 'water', contractor: '清溪博远机电工程有限公司', members: 5, covers: 'others' },
  { name: '空调班', trade: 'air', contractor: '江畔清风暖通技术有限公司', members: 8, covers: 'all' },
  { name: '木工泥瓦班', trade: 'carpentry', members: 4, covers: 'managed' },
  { name: '零星修缮班', trade: 'carpentry', contractor: '清溪博远机电工程有限公司', members: 5, covers: 'others' },
  { name: '门锁五金班', trade: 'locks', contractor: '清溪恒洁物业服务有限公司', members: 4, covers: 'all' },
  { name: '电梯维保班', trade: 'lift', contractor: '清溪迅升电梯有限公司', members: 5, covers: 'all' },
  { name: '网络弱电班', trade: 'network', contractor: '清溪联云信息技术有限公司', members: 6, covers: 'all' },
  { name: '保洁一班', trade: 'cleaning', contractor: '清溪恒洁物业服务有限公司', members: 8, covers: 'managed' },
  { name: '保洁二班', trade: 'cleaning', contractor: '江畔和信物业管理有限公司', members: 7, covers: 'others' },
  { name: '绿化养护班', trade: 'greening', contractor: '清溪绿野园林绿化有限公司', members: 6, covers: 'all' },
  { name: '厨房设备班', trade: 'kitchen', contractor: '清溪味和餐饮管理有限公司', members: 3, covers: 'all' },
  { name: '消防维保班', trade: 'fire', contractor: '清溪护消消防技术服务有限公司', members: 5, covers: 'all' },
]
