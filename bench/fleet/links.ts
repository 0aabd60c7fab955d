// Many terminals at once 长连接: what each holds of the gateway's memory, and how long one waits for its acknowledgement while all report now and then.
import { rounded } from '../measured.ts'
import type { Measured } from '../measured.ts'
import { child } from './child.ts'
import type { FleetHouse } from './house.ts'

interface State {
  readonly rss: number
  readonly links: number
}

/** @param rate positions a second over all of them. */
export async function benchLinks({ url }: FleetHouse, { terminals, rate, seconds }: { terminals: number; rate: number; seconds: number }): Promise<readonly Measured[]> {
  const gateway = child('gateway-process.ts', [url])
  try {
    const { port } = await gateway.hear<{ port: number }>()
    const empty = await gateway.ask<State>()
    const load = child('load-process.ts', [port, seconds, rate, 1, 0, terminals])
    try {
      await load.hear()
      const full = await gateway.ask<State>()
      const report = await load.hear<{ acknowledged: number; sent: number; lost: number; seconds: number; waited: { p50: number; p99: number } }>()
      if (report.lost > 0 || report.acknowledged < report.sent) throw new Error(`of ${String(report.sent)} positions ${String(report.acknowledged)} were acknowledged, ${String(report.lost)} links lost`)
      return [
        { what: 'terminals signed in at once', value: full.links, unit: 'links', goal: `${String(terminals)}` },
        { what: 'memory of one', value: rounded((full.rss - empty.rss) / full.links / 1024), unit: 'KiB' },
        { what: `acknowledgement at ${String(rate)} positions/s, half of them`, value: rounded(report.waited.p50), unit: 'ms' },
        { what: 'the same, 99 of 100', value: rounded(report.waited.p99), unit: 'ms' },
      ]
    } finally {
      await load.kill()
    }
  } finally {
    await gateway.kill()
  }
}
