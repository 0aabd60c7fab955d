// Where the people of the district are driven to 常去的地方: how far, how long, and what for.
import type { UsePurpose } from '../../src/contract/index.ts'

export interface Destination {
  readonly name: string
  /** Of one in the streets of the district. */
  readonly address?: string
  /** There and back, km. */
  readonly kilometres: number
  readonly hours: number
  /** Of a hundred journeys. */
  readonly weight: number
  readonly why: readonly (readonly [UsePurpose, string])[]
}
export const destinations: readonly Destination[] = [
  { name: '市行政中心', kilometres: 34, hours: 3, weight: 20, why: [['meeting', '参加市里季度工作例会'], ['meeting', '参加全市视频会议分会场会议'], ['documents', '送请示件和会签文件']] },
  { name: '开发区管委会', address: '清溪区柳塘路 150 号', kilometres: 22, hours: 2.5, weight: 12, why: [['inspection', '重点项目现场调研'], ['meeting', '项目协调会']] },
  { name: '望湖街道办事处', address: '清溪区望湖路 40 号', kilometres: 14, hours: 2, weight: 12, why: [['inspection', '老旧小区改造现场检查'], ['inspection', '安全生产检查']] },
  { name: '长堤街道办事处', address: '清溪区长堤路 47 号', kilometres: 18, hours: 2.5, weight: 9, why: [['inspection', '防汛设施检查'], ['inspection', '环境整治督查']] },
  { name: '高铁东站', address: '清溪区新桥路 330 号', kilometres: 26, hours: 1.5, weight: 10, why: [['reception', '接上级检查组'], ['reception', '送考察组']] },
  { name: '市委党校', kilometres: 40, hours: 5, weight: 7, why: [['meeting', '参加处级干部培训班'], ['meeting', '送学员报到']] },
  { name: '区人民法院', address: '清溪区锦绣路 1 号', kilometres: 9, hours: 2, weight: 6, why: [['other', '行政诉讼出庭'], ['documents', '递交答辩材料']] },
  { name: '市财政局', kilometres: 36, hours: 3, weight: 7, why: [['meeting', '预算对接'], ['documents', '报送决算资料']] },
  { name: '干部疗养院', kilometres: 52, hours: 6, weight: 5, why: [['seniors', '接送老干部体检'], ['seniors', '看望离休干部']] },
  { name: '清源工业园', address: '清溪区清源路 320 号', kilometres: 20, hours: 2, weight: 7, why: [['enforcement', '联合执法检查'], ['inspection', '企业走访']] },
  { name: '南京（省发改委）', kilometres: 372, hours: 10, weight: 3, why: [['meeting', '省里项目评审会']] },
  { name: '锦绣河闸', address: '清溪区芦庄桥路 300 号', kilometres: 16, hours: 2, weight: 2, why: [['emergency', '水位异常现场处置']] },
]
