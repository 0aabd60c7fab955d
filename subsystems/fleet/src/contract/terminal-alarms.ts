// What a terminal raises by itself 终端报警: the bits of its last report, each an alarm of its own, raised once and cleared when it falls.
import { defineSignal, text } from '@houqin/define'
import type { AlarmKind, Reading } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from './roles.ts'
import { vehicle } from './vehicle.ts'

const attributes = { evidence: text('时间和位置', { max: 100, optional: true }) }

/** @param bit of JT/T 808's alarm word. */
function raisedBy(bit: number, { title, severity, english, advice }: { title: string; severity: AlarmKind['severity']; english: string; advice: readonly [zh: string, en: string] }): AlarmKind<typeof attributes> {
  return {
    title,
    severity,
    rule: Object.freeze({
      raiseAfter: 0,
      clearAfter: 0,
      judge({ value, attributes: { evidence } }: Reading<typeof attributes>) {
        if (Math.floor(value / 2 ** bit) % 2 !== 1) return []
        const where = evidence === null ? '' : `,${evidence}`
        return [{ level: 'breach' as const, says: `终端报警：${title}${where}`, advice: advice[0], by: 'bit', en: { says: `The terminal says: ${english}${where}`, advice: advice[1] } }]
      },
    }),
  }
}

export const terminalAlarms = defineSignal('fleet.terminal-alarms', {
  title: '终端报警',
  of: vehicle,
  measures: 'gauge',
  unit: '位',
  scale: 0,
  attributes,
  alarms: {
    sos: raisedBy(0, { title: '紧急报警', severity: 'critical', english: 'emergency', advice: ['立即联系驾驶员', 'Call the driver at once'] }),
    overspeed: raisedBy(1, { title: '超速', severity: 'minor', english: 'overspeed', advice: ['提醒驾驶员减速', 'Have the driver slow down'] }),
    antennaOpen: raisedBy(5, { title: '天线断开', severity: 'major', english: 'antenna open', advice: ['检查终端天线是否被拔掉', 'See whether the antenna was pulled'] }),
    powerCut: raisedBy(8, { title: '主电源断电', severity: 'major', english: 'main power cut', advice: ['检查终端电源是否被拔掉', 'See whether the power was pulled'] }),
  },
  access: { read: [fleetOfficer, bureauLeader], acknowledge: [fleetOfficer] },
  keepRawDays: 400,
})
