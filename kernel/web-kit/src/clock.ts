// The browser's clock, set by the server's: deadlines are told in the house's time, not the telephone's.
import { useEffect, useState } from 'react'

let ahead = 0

/** By the device, in milliseconds. */
export function machineTime(): number {
  return performance.timeOrigin + performance.now()
}
/** @param serverTime an instant the server just answered with. */
export function setClock(serverTime: string | null): void {
  const at = serverTime === null ? Number.NaN : Date.parse(serverTime)
  if (!Number.isNaN(at)) ahead = at - machineTime()
}
/** The instant now, by the server. */
export function serverNow(): Date {
  return new Date(machineTime() + ahead)
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
