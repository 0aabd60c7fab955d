// A figure about a car's driving with its limit 行车限值: what it came to, what is allowed, when and where.
import { bool, breaches, decimal, defineSignal, defineStandard, parameter, text } from '@houqin/define'
import type { Citation, Reading } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import { evidenceInEnglish, unitInEnglish } from '../standards/evidence-in-english.ts'
import { vehicle } from '../vehicle.ts'
import { figuresSince } from './track-reckoning.ts'

export interface MeasuredDrive {
  /** A decimal string in the limit's unit. */
  readonly measured: string
  /** When and where, in words. */
  readonly evidence: string
}
interface Limit {
  readonly title: string
  readonly explain: string
  readonly what: string
  readonly unit: string
  readonly scale: number
  readonly value: string
  readonly cite: Citation
  readonly provision?: string
  /** 车速 and speed: what was measured. */
  readonly measures: readonly [zh: string, en: string]
  readonly advice: readonly [zh: string, en: string]
  readonly within: string
  readonly beyond: string
}

/** A standard of one figure that must not be exceeded. */
export function limitOf<const Id extends `fleet.${string}`>(id: Id, { title, explain, what, unit, scale, value, cite, provision, measures, advice, within, beyond }: Limit) {
  return defineStandard<MeasuredDrive>()(id, {
    title, explain,
    parameters: { atMost: parameter(what, unit, { scale }) },
    values: [{ parameter: 'atMost', value, from: figuresSince, cite, ...(provision !== undefined && { provision }) }],
    keep: [fleetOfficer, bureauLeader],
    check({ measured, evidence }, { atMost }) {
      if (decimal.compare(measured, atMost) <= 0) return []
      return [{
        level: 'breach', by: 'atMost', measured, limit: atMost, unit,
        says: `${measures[0]} ${measured} ${unit}，超过 ${atMost} ${unit}，${evidence}`, advice: advice[0],
        en: { says: `${measures[1]} ${measured} ${unitInEnglish(unit)}, above ${atMost} ${unitInEnglish(unit)}, ${evidenceInEnglish(evidence)}`, advice: advice[1] },
      }]
    },
    examples: [
      { says: '没有超过', given: { measured: within, evidence: '2026-11-23 10:00' }, breach: false },
      { says: '超过了', given: { measured: beyond, evidence: '2026-11-23 10:00' }, breach: true },
    ],
  })
}

const attributes = { evidence: text('时间和位置', { max: 200 }), over: bool('已结束', { optional: true }) }
type LimitStandard = ReturnType<typeof limitOf>

/** The signal of such a figure: it raises while it is exceeded, or for itself where it is told afterwards. */
export function exceeding<const Id extends `fleet.${string}`>(id: Id, { title, unit, scale, severity, by }: { title: string; unit: string; scale: number; severity: 'minor' | 'major'; by: LimitStandard }) {
  return defineSignal(id, {
    title, of: vehicle, measures: 'gauge', unit, scale, attributes,
    alarms: {
      exceeded: {
        title, severity,
        rule: breaches(by, (reading: Reading<typeof attributes>) => ({ measured: reading.attributes.over === true ? '0' : reading.value.toFixed(scale), evidence: reading.attributes.evidence })),
      },
    },
    access: { read: [fleetOfficer, bureauLeader], acknowledge: [fleetOfficer] },
    keepRawDays: 400,
  })
}
