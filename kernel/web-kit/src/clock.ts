// The browser's clock, set by the server's: deadlines are told in the house's time, not the telephone's.
import { useEffect, useState } from 'react'
import { machineTime } from './machine-time.ts'

let ahead = 0

/** @param serverTime an instant the server answered with. @param arrived when, as `machineTime` tells it. */
export function setClock(serverTime: string | null, arrived = machineTime()): void {
  const at = serverTime === null ? Number.NaN : Date.parse(serverTime)
  if (!Number.isNaN(at)) ahead = at - arrived
}
/** The instant now, by the server. */
export function serverNow(): Date {
  return new Date(machineTime() + ahead)
}
/** A moment that the device wrote down, such as when a query was answered, by the server. */
export function byServer(deviceTime: number): Date {
  return new Date(deviceTime + ahead)
}
/** The instant now, told again every half minute. */
export function useNow(): Date {
  const [at, setAt] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setAt(serverNow()), 30_000)
    return () => clearInterval(timer)
  }, [])
  return at
}
