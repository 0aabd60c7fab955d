// Room temperature 室内温度: what the sensor in a room says, and the alarm when the limits are broken.
import { breaches, choice, defineSignal } from '@houqin/define'
import type { Reading } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer, steward } from './roles.ts'
import { room } from './room.ts'
import { airModes, roomTemperatureLimits } from './standards/room-temperature-limits.ts'

const minutes = 60_000
const attributes = { mode: choice('空调状态', airModes) }

export const roomTemperature = defineSignal('places.room-temperature', {
  title: '室内温度',
  of: room,
  measures: 'gauge',
  unit: '℃',
  scale: 1,
  attributes,
  alarms: {
    outOfLimits: {
      title: '空调温度超限',
      severity: 'minor',
      // Ten minutes: an open door or a just started unit is no waste yet.
      rule: breaches(
        roomTemperatureLimits,
        (reading: Reading<typeof attributes>) => ({ mode: reading.attributes.mode, celsius: reading.value.toFixed(1) }),
        { raiseAfter: 10 * minutes, clearAfter: 5 * minutes },
      ),
    },
  },
  access: { read: [placesOfficer, steward, bureauLeader], acknowledge: [placesOfficer, steward] },
  keepRawDays: 90,
})
