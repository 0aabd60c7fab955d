// The words for how a car is 状态名.
import { useSay } from '@houqin/web-kit'
import type { MarkTone } from '@houqin/web-kit/map'
import { useMemo } from 'react'

export function useStateWords(): Readonly<Record<MarkTone, string>> {
  const say = useSay()
  return useMemo(() => ({ alarm: say('告警', 'Alarm'), driving: say('行驶', 'Driving'), idling: say('怠速', 'Idling'), parked: say('停放', 'Parked'), silent: say('失联', 'Silent') }), [say])
}
