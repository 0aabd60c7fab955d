// What went wrong and how often 计数: by device and reason, with the bytes of the last faults for whoever looks.

export interface SeenFault {
  readonly at: Date
  readonly device: string
  readonly reason: string
  readonly says: string
  /** At most the first 512 bytes. */
  readonly hex: string
}
export interface Counters {
  add(reason: string, device?: string, count?: number): void
  fault(fault: { readonly at: Date; readonly device: string; readonly reason: string; readonly says: string; readonly bytes: Uint8Array }): void
  /** Counts by reason, and of each device's. */
  counts(): readonly { readonly reason: string; readonly device: string; readonly count: number }[]
  /** The newest last. */
  faults(): readonly SeenFault[]
}

const keptFaults = 200
const keptBytes = 512
/** Past these devices a device's faults are counted under its reason alone: whoever forges numbers fills no memory. */
const keptDevices = 20_000
export const unknownDevice = '—'

export function createCounters(): Counters {
  const counts = new Map<string, Map<string, number>>()
  const faults: SeenFault[] = []
  let devices = 0

  function add(reason: string, device = unknownDevice, count = 1): void {
    const byDevice = counts.get(reason) ?? new Map<string, number>()
    counts.set(reason, byDevice)
    const name = byDevice.has(device) || devices < keptDevices ? device : unknownDevice
    if (!byDevice.has(name)) devices += 1
    byDevice.set(name, (byDevice.get(name) ?? 0) + count)
  }

  return Object.freeze<Counters>({
    add,
    fault({ at, device, reason, says, bytes }) {
      add(reason, device)
      faults.push({ at, device, reason, says, hex: Buffer.from(bytes.subarray(0, keptBytes)).toString('hex') })
      if (faults.length > keptFaults) faults.shift()
    },
    counts: () => [...counts].flatMap(([reason, byDevice]) => [...byDevice].map(([device, count]) => ({ reason, device, count }))),
    faults: () => [...faults],
  })
}
