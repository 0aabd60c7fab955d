// Slips against the road 派车单与行驶: driving nobody was sent for, a slip on which nobody drove, a destination nobody came to; each figure with where it is written.
import { exceeding, limitOf } from './measured.ts'
import { ownFigures } from './track-reckoning.ts'

export const withoutSlipLimit = limitOf('fleet.without-slip-limit', {
  title: '无派车单行驶', what: '统一调度的车辆没有派车单行驶不超过', unit: 'km', scale: 1, value: '2.0', cite: ownFigures, measures: ['没有派车单行驶', 'Driving without a slip for'],
  explain: '纳入统一调度的车辆凭派车单出车。一次行程前后放宽规定时间仍没有派车单的，按里程判断；小于限值的按院内挪车、加油洗车不计。应急先派车的也要有派车单。单位自用、不由平台派车的车辆不判断。限值由本区自定。',
  advice: ['联系驾驶员和使用单位核实：确因工作的补派车单，没有事由的按公车私用处理', 'Ask the driver and the organ: where work needed it write the slip afterwards, else it was private use'], within: '0.8', beyond: '17.4',
})
export const unmovedSlipLimit = limitOf('fleet.unmoved-slip-limit', {
  title: '有派车单没有行驶', what: '派车单占用车辆而没有行驶不超过', unit: '分钟', scale: 0, value: '60', cite: ownFigures, measures: ['派车单占用车辆却没有行驶', 'A slip held the car and it did not drive for'],
  explain: '派车单登记了出车，终端也在报位置，整个时段里车辆却没有行驶：可能没有用车却没有收回派车单，可能乘用了别的车，也可能里程和费用是虚填的。终端在这段时间里没有消息的不判断。限值由本区自定。',
  advice: ['核实这一单的里程和费用，没有用车的收回派车单', 'Check kilometres and costs of the slip, and call it back where nobody drove'], within: '40', beyond: '180',
})
export const destinationLimit = limitOf('fleet.destination-limit', {
  title: '到达批准的目的地', what: '离批准的目的地最近不超过', unit: 'km', scale: 1, value: '1.0', cite: ownFigures, measures: ['离批准的目的地最近', 'Never nearer to the approved destination than'],
  explain: '派车单写明目的地，而这个目的地在“电子围栏”里画过（类别“批准的目的地”，名称相同）的，看这一单的轨迹有没有到过：最近的位置离围栏边界超过限值的，说明车去了别处。没有画过的目的地、轨迹有中断的不判断。限值由本区自定。',
  advice: ['核实是否改了行程：临时改目的地的在事项里说明，去了别处的按违规用车处理', 'Ask whether the journey was changed: say so in the matter, else it was used for something else'], within: '0.2', beyond: '6.3',
})

export const withoutSlip = exceeding('fleet.without-slip', { title: '无派车单行驶', unit: 'km', scale: 1, severity: 'major', by: withoutSlipLimit })
export const unmovedSlip = exceeding('fleet.unmoved-slip', { title: '有派车单没有行驶', unit: '分钟', scale: 0, severity: 'minor', by: unmovedSlipLimit })
export const missedDestination = exceeding('fleet.missed-destination', { title: '没有到批准的目的地', unit: 'km', scale: 1, severity: 'major', by: destinationLimit })
