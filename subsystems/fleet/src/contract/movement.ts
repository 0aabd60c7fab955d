// Movement 行驶: a car starts or stops, and whether it should stand still that day.
import { bool, breaches, defineSignal, text } from '@houqin/define'
import type { Reading } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from './roles.ts'
import { immobilisedStandsStill } from './standards/immobilised-stands-still.ts'
import { vehicle } from './vehicle.ts'

const attributes = { immobilised: bool('封存日'), evidence: text('时间和位置', { max: 100, optional: true }) }

export const movement = defineSignal('fleet.movement', {
  title: '行驶',
  of: vehicle,
  measures: 'gauge',
  unit: 'km/h',
  scale: 1,
  attributes,
  alarms: {
    whileImmobilised: {
      title: '封存期间行驶',
      severity: 'major',
      rule: breaches(immobilisedStandsStill, (reading: Reading<typeof attributes>) => ({
        immobilised: reading.attributes.immobilised, speed: reading.value.toFixed(1), evidence: reading.attributes.evidence ?? '',
      })),
    },
  },
  access: { read: [fleetOfficer, bureauLeader], acknowledge: [fleetOfficer] },
  keepRawDays: 400,
})
