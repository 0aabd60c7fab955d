// The device's own clock, which nobody sets while a page is open.

/** By the device, in milliseconds. */
export function machineTime(): number {
  return performance.timeOrigin + performance.now()
}
