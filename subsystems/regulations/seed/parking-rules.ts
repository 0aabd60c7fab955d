// Another rule of the demonstration's house 演示制度: on parking in the yard, with the version that begins with the new year and the revision after it. Invented for the demonstration.
import { daysAfter } from '@houqin/people/seed'
import { plants } from './plants.ts'

const chinese = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
const rule = ({ made, number, begins, visitors, charging }: { made: string; number: string; begins: string; visitors: string; charging: string }): string => `# ${plants.takenDay.rule}

${chinese(made)} 清机管${number}印发

第一条 为规范机关大院车辆停放，保障消防通道畅通，制定本办法。

第二条 公务用车停放在划定的公务车位，干部职工车辆凭登记的号牌进出。

第三条 ${visitors}

第四条 ${charging}

第五条 消防通道、装卸平台和无障碍车位不得占用。

第六条 本办法由区机关事务管理局负责解释。

第七条 本办法自${chinese(begins)}起施行。
`
/** As it stands, and as it will from the new year on. @param day of the world, YYYY-MM-DD. */
export function parkingRules(day: string): readonly string[] {
  const year = Number(day.slice(0, 4))
  const decided = daysAfter(day, -30)
  const visitors = '外来车辆在东门登记后停放，停放不超过半天。'
  return [
    rule({ made: `${year - 2}-05-20`, number: `〔${year - 2}〕11号`, begins: `${year - 2}-06-01`, visitors, charging: '新能源车位不得由其他车辆占用。' }),
    rule({
      made: decided, number: `〔${decided.slice(0, 4)}〕23号`, begins: plants.takenDay.begins(day), visitors: '外来车辆由接待单位预约，按预约的时段进出。',
      charging: '新能源车位不得由其他车辆占用，充满后一小时内驶离。',
    }),
  ]
}
export const parkingDraft = `第一条 为规范机关大院车辆停放，保障消防通道畅通，制定本办法。
第二条 公务用车停放在划定的公务车位，干部职工车辆凭登记的号牌进出；一人登记不超过两辆。
第三条 外来车辆由接待单位预约，按预约的时段进出；访客中的残疾人车辆随到随停。
第四条 新能源车位不得由其他车辆占用，充满后一小时内驶离。
第五条 消防通道、装卸平台和无障碍车位不得占用。
第六条 本办法由区机关事务管理局负责解释。
第七条 本办法自印发之日起施行。`
