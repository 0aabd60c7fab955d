// Room temperature limits 室内温度控制: not cooled below 26 ℃, not heated above 20 ℃, and the rule that says so.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '../roles.ts'

export const airModes = Object.freeze({ cooling: '制冷', heating: '制热', off: '关闭' } as const)
export type AirMode = keyof typeof airModes

export interface RoomTemperature {
  /** What the air-conditioning was doing when it was measured. */
  readonly mode: AirMode
  /** ℃ as a decimal string. */
  readonly celsius: string
}

// The two figures were read in a restatement of this notice, not in the notice itself: mark V2, and no clause.
const notice: Citation = {
  document: '国务院办公厅关于严格执行公共建筑空调温度控制标准的通知',
  number: '国办发〔2007〕42号',
  mark: 'V2',
  level: '国家',
}

export const roomTemperatureLimits = defineStandard<RoomTemperature>()('places.room-temperature-limits', {
  title: '室内空调温度',
  explain:
    '公共机构应当严格执行国家有关空调室内温度控制的规定（《公共机构节能条例》第三十条）。制冷时室温不低于 26 ℃，制热时室温不高于 20 ℃；空调没有开的时候不作判断。数据机房、医疗等有特殊要求的房间不适用。',
  parameters: {
    coolingAtLeast: parameter('制冷时室温不低于', '℃', { scale: 1 }),
    heatingAtMost: parameter('制热时室温不高于', '℃', { scale: 1 }),
  },
  values: [
    { parameter: 'coolingAtLeast', value: '26.0', from: '2007-06-01', cite: notice, provision: 'OFF-BLD-03' },
    { parameter: 'heatingAtMost', value: '20.0', from: '2007-06-01', cite: notice, provision: 'OFF-BLD-03' },
  ],
  keep: [placesOfficer, bureauLeader],
  check({ mode, celsius }, { coolingAtLeast, heatingAtMost }) {
    if (mode === 'cooling' && decimal.compare(celsius, coolingAtLeast) < 0)
      return [
        {
          level: 'breach',
          says: `正在制冷，室温 ${celsius} ℃，低于 ${coolingAtLeast} ℃`,
          measured: celsius,
          limit: coolingAtLeast,
          unit: '℃',
          advice: `把设定温度调到 ${coolingAtLeast} ℃ 以上；调不上去的，报修空调或温控器`,
          by: 'coolingAtLeast',
          en: {
            says: `Cooling while the room is at ${celsius} ℃, below ${coolingAtLeast} ℃`,
            advice: `Set it above ${coolingAtLeast} ℃; report the air-conditioning when it will not go up`,
          },
        },
      ]
    if (mode === 'heating' && decimal.compare(celsius, heatingAtMost) > 0)
      return [
        {
          level: 'breach',
          says: `正在制热，室温 ${celsius} ℃，高于 ${heatingAtMost} ℃`,
          measured: celsius,
          limit: heatingAtMost,
          unit: '℃',
          advice: `把设定温度调到 ${heatingAtMost} ℃ 以下；调不下来的，报修空调或温控器`,
          by: 'heatingAtMost',
          en: {
            says: `Heating while the room is at ${celsius} ℃, above ${heatingAtMost} ℃`,
            advice: `Set it below ${heatingAtMost} ℃; report the heating when it will not go down`,
          },
        },
      ]
    return []
  },
  examples: [
    { says: '七月制冷，室温 26.0 ℃，正好在线上', given: { mode: 'cooling', celsius: '26.0' }, breach: false },
    { says: '七月制冷，室温 22.5 ℃，开得太冷', given: { mode: 'cooling', celsius: '22.5' }, breach: true },
    { says: '一月制热，室温 23.0 ℃，开得太热', given: { mode: 'heating', celsius: '23.0' }, breach: true },
    { says: '一月没有开空调，室温 9.0 ℃', given: { mode: 'off', celsius: '9.0' }, breach: false },
  ],
})
