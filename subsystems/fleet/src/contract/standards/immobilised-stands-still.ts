// Immobilised cars stand still 节假日封存停驶: on the days a notice names, a car that is not let off does not move.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { evidenceInEnglish } from './evidence-in-english.ts'

export interface SeenOnTheRoad {
  readonly immobilised: boolean
  /** km/h as a decimal string. */
  readonly speed: string
  /** When and where, in words, for whoever has to explain it. */
  readonly evidence: string
}

// The rules' chapter on use (中办发〔2017〕71号, CAR-R12, mark K/V2) names no speed: that standing still means none is the house's own reading.
const rules: Citation = { document: '本局公务用车节假日封存口径', mark: 'U', level: '区' }

export const immobilisedStandsStill = defineStandard<SeenOnTheRoad>()('fleet.immobilised-stands-still', {
  title: '节假日封存停驶',
  explain:
    '除特殊工作需要外，公务用车节假日封存停驶，停放在指定地点（《党政机关公务用车管理办法》，条文待核）。封存的日期和不封存的车辆按通知登记在“节假日封存”里；在这些日子里没有被准许的车辆只要行驶就产生告警，并自动开出核查事项。车速低于 5 km/h 的漂移不算行驶。',
  parameters: { atMost: parameter('封存期间车速不超过', 'km/h', { scale: 1 }) },
  values: [{ parameter: 'atMost', value: '0.0', from: '2017-12-05', cite: rules }],
  keep: [fleetOfficer, bureauLeader],
  check({ immobilised, speed, evidence }, { atMost }) {
    if (!immobilised || decimal.compare(speed, atMost) <= 0) return []
    return [
      {
        level: 'breach',
        says: `封存期间行驶，车速 ${speed} km/h，${evidence}`,
        measured: speed,
        limit: atMost,
        unit: 'km/h',
        advice: '联系使用单位核实：确因工作需要的补办手续并列入不封存车辆，没有批准的停驶并说明情况',
        by: 'atMost',
        en: {
          says: `Driving while immobilised, at ${speed} km/h, ${evidenceInEnglish(evidence)}`,
          advice: 'Ask the organ that uses it: where work needs it let it off and file the papers afterwards, else have it stopped and explained',
        },
      },
    ]
  },
  examples: [
    { says: '国庆封存期间停在院里', given: { immobilised: true, speed: '0.0', evidence: '2026-10-03 10:00' }, breach: false },
    { says: '国庆封存期间在路上', given: { immobilised: true, speed: '42.0', evidence: '2026-10-03 10:00' }, breach: true },
    { says: '平常工作日在路上', given: { immobilised: false, speed: '42.0', evidence: '2026-09-24 10:00' }, breach: false },
  ],
})
