// What the people of the district say of a draft 演示意见: which article, what, and what the drafter makes of it. Invented for the demonstration.
import type { Handling } from '../src/contract/index.ts'

export interface SeedOpinion {
  readonly article?: string
  readonly text: string
  readonly handling: Handling
  readonly why?: string
}
/** In the order in which they are given. */
export const opinionsOfDraft: readonly SeedOpinion[] = Object.freeze([
  { article: '第四条', text: '会前两小时取消对临时改期的会太紧，建议改为一小时，并允许在手机上取消。', handling: 'partly', why: '手机上已可取消；两小时是为了让给别的单位' },
  { article: '第五条', text: '大会议室坐满以后二十六度偏闷，能不能写成“可以按人数适当调整”？', handling: 'declined', why: '室温限值按公共建筑室内温度控制的规定执行，不另设口子' },
  { text: '建议把各会议室的座位数、有没有视频设备列成附表，预约时少打电话。', handling: 'adopted' },
  { article: '第三条', text: '“会后补记事由”由谁补记要写清楚，建议写明是预约人。', handling: 'adopted' },
  { article: '第六条', text: '茶水间和会议室之间的走廊也常常没人收拾，建议一并写入。', handling: 'partly', why: '走廊由物业按保洁合同负责，已转告物业' },
  { text: '没有意见。', handling: 'adopted' },
])
/** Of whoever handles what people said of their own accord. */
export const thanks = '已记下，印发后一并评估'
