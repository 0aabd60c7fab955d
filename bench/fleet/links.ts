// Many terminals at once 长连接: what each holds of the gateway's memory, and how long one waits for its acknowledgement while all report now and then.
import { rounded } from '../measured.ts'
import type { Measured } from '../measured.ts'
import { child } from './child.ts'
import type { FleetHouse } from './house.ts'

interface State {
  readonly rss: number
  readonly links: number
}

/** @param rate positions a second over all of them. @param back of them come back in the same moment, after all have been cut off. */
export async function benchLinks({ url }: FleetHouse, { terminals, rate, seconds, back }: { terminals: number; rate: number; seconds: number; back: number }): Promise<readonly Measured[]> {
  const gateway = child('gateway-process.ts', [url])
  try {
    const { port } = await gateway.hear<{ port: number }>()
    const empty = await gateway.ask<State>()
    const load = child('load-process.ts', [port, seconds, rate, 1, 0, terminals])
    try {
      const { signedInMs } = await load.hear<{ signedInMs: number }>()
      const full = await gateway.ask<State>()
      const report = await load.hear<{ acknowledged: number; sent: number; lost: number; seconds: number; waited: { p50: number; p99: number } }>()
      if (report.lost > 0 || report.acknowledged < report.sent) throw new Error(`of ${String(report.sent)} positions ${String(report.acknowledged)} were acknowledged, ${String(report.lost)} links lost`)
      await load.kill()
      const returnedMs = await returned(port, back)
      return [
        { what: 'terminals signed in at once', value: full.links, unit: 'links', goal: `${String(terminals)}` },
        { what: 'memory of one', value: rounded((full.rss - empty.rss) / full.links / 1024), unit: 'KiB' },
        { what: `acknowledgement at ${String(rate)} positions/s, half of them`, value: rounded(report.waited.p50), unit: 'ms' },
        { what: 'the same, 99 of 100', value: rounded(report.waited.p99), unit: 'ms' },
        { what: 'all signed in, 200 at a time', value: rounded(signedInMs), unit: 'ms' },
        { what: `all cut off, ${String(back)} back in the same moment, until the last is signed in`, value: rounded(returnedMs), unit: 'ms' },
      ]
    } finally {
      await load.kill()
    }
  } finally {
    await gateway.kill()
  }
}

/** @returns milliseconds until the last of so many is signed in. */
async function returned(port: number, back: number): Promise<number> {
  const load = child('load-process.ts', [port, 0, back, 1, 0, back, back])
  try {
    return (await load.hear<{ signedInMs: number }>()).signedInMs
  } finally {
    await load.kill()
  }
}
