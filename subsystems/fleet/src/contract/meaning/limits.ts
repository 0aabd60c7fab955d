// The limits of driving 行车限值: speed, idling, hours, bounds, fuel, silence; each figure with where it is written.
import type { Citation } from '@houqin/define'
import { exceeding, limitOf } from './measured.ts'
import { ownFigures } from './track-reckoning.ts'

// the rules name no minutes and this house knows no road's own limit: both figures are its own reading until somebody has looked them up
const useRules: Citation = { document: '本局公务用车节假日封存口径', mark: 'U', level: '区' }
const roadRules: Citation = { document: '本局公务用车车速口径', mark: 'U', level: '区' }

export const speedLimit = limitOf('fleet.speed-limit', {
  title: '公务用车车速', what: '任何道路上车速不超过', unit: 'km/h', scale: 1, value: '120.0', cite: roadRules, measures: ['车速', 'Speed'],
  explain: '高速公路最高车速每小时 120 公里（《道路交通安全法实施条例》，条文待核）；其他道路的限速低于它，这里没有道路限速数据，只判断在任何道路上都不允许的车速。连续两个位置都超过才算，单个跳动的点不算。',
  advice: ['提醒驾驶员，核实是否执行紧急任务', 'Speak to the driver and ask whether the work was urgent'], within: '118.0', beyond: '136.5',
})
export const idlingLimit = limitOf('fleet.idling-limit', {
  title: '停车怠速', what: '停车不熄火不超过', unit: '分钟', scale: 0, value: '20', cite: ownFigures, measures: ['停车不熄火', 'Standing with the engine on for'],
  explain: '停车等候应当熄火，怠速既耗油又说明车辆可能没有用于公务。停下后点火一直开着，从停下起计时。',
  advice: ['提醒驾驶员停车熄火', 'Have the driver stop the engine while he waits'], within: '15', beyond: '48',
})
export const offHoursLimit = limitOf('fleet.off-hours-limit', {
  title: '夜间和节假日用车', what: '没有派车单的夜间、节假日行驶不超过', unit: '分钟', scale: 0, value: '5', cite: useRules, measures: ['夜间或节假日没有派车单行驶', 'Driving at night or on a day off without a slip for'],
  explain: '除特殊工作需要外，公务用车节假日封存停驶，下班后停在指定地点（《党政机关公务用车管理办法》，条文待核）。非工作日全天和工作日夜间有行驶而没有派车单的产生告警。应急保障、执法执勤和特种专业技术用车值勤在外，不在此列。夜间的起止按“夜间”口径。',
  advice: ['核实用车事由：确因工作的补办手续，没有事由的按公车私用处理', 'Ask what it was for: where work needed it file the papers afterwards, else it was private use'], within: '3', beyond: '34',
})
export const boundsLimit = limitOf('fleet.bounds-limit', {
  title: '行驶范围', what: '未经批准在行政区域外或禁止区域内不超过', unit: '分钟', scale: 0, value: '5', cite: ownFigures, measures: ['在行政区域外或禁止区域内', 'Outside the district or in a forbidden place for'],
  explain: '公务用车在登记的行政区域内行驶，跨区域用车须经批准；禁止进入的区域不得进入。边界附近的来回跳动不算，离开边界一定距离并持续规定时间才算；有派车单的不算。',
  advice: ['核实是否批准跨区域用车', 'Ask whether driving there was approved'], within: '4', beyond: '52',
})
export const fuelDropLimit = limitOf('fleet.fuel-drop-limit', {
  title: '停车油量', what: '停车期间油量下降不超过', unit: 'L', scale: 1, value: '8.0', cite: ownFigures, measures: ['停车期间油量下降', 'Fuel fell while it stood by'],
  explain: '停着的车油量明显下降，可能漏油或被抽油。以终端报送的油量计算，小于限值的按传感器误差不计。',
  advice: ['检查油箱和油路，核实是否被抽油', 'Look at tank and pipes, and ask whether fuel was taken'], within: '2.5', beyond: '26.0',
})
export const silenceLimit = limitOf('fleet.silence-limit', {
  title: '终端按时上报', what: '在用车辆的终端没有消息不超过', unit: '小时', scale: 0, value: '48', cite: ownFigures, measures: ['终端没有消息', 'Nothing heard of the terminal for'],
  explain: '装有在用终端的在用车辆应当按时上报位置，熄火时也不例外。过久没有消息的，可能断电、拆除或欠费。',
  advice: ['联系驾驶员检查终端电源和通信卡', 'Have the driver look at the terminal’s power and its card'], within: '12', beyond: '96',
})

export const speeding = exceeding('fleet.speeding', { title: '超速行驶', unit: 'km/h', scale: 1, severity: 'minor', by: speedLimit })
export const idling = exceeding('fleet.idling', { title: '长时间怠速', unit: '分钟', scale: 0, severity: 'minor', by: idlingLimit })
export const offHours = exceeding('fleet.off-hours', { title: '夜间或节假日用车', unit: '分钟', scale: 0, severity: 'major', by: offHoursLimit })
export const outOfBounds = exceeding('fleet.out-of-bounds', { title: '越界行驶', unit: '分钟', scale: 0, severity: 'major', by: boundsLimit })
export const fuelDrop = exceeding('fleet.fuel-drop', { title: '停车油量下降', unit: 'L', scale: 1, severity: 'major', by: fuelDropLimit })
export const silence = exceeding('fleet.silence', { title: '终端失联', unit: '小时', scale: 0, severity: 'minor', by: silenceLimit })
