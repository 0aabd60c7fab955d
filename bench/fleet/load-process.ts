// Terminals in a process of their own: `load-process.ts <port> <seconds> <rate> <together> <first> <count> [<how many sign in at once>]`; says how long it took until all had, and what came of it.
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '@houqin/clock'
import { startLoad } from '@houqin/simulators'

const [port = 0, seconds = 0, rate = 0, together = 1, first = 0, count = 0, crowd = 200] = process.argv.slice(2).map(Number)
const terminals = Array.from({ length: count }, (_, nth) => {
  const number = String(first + nth + 1).padStart(5, '0')
  return { phone: `139000${number}`, plate: `苏B${number}` }
})
const began = performance.now()
const load = await startLoad({ host: '127.0.0.1', port, terminals, rate: rate === 0 ? Infinity : rate, together, crowd, clock: systemClock })
process.stdout.write(`${JSON.stringify({ signedInMs: performance.now() - began })}\n`)
await pause(seconds * 1000)
const before = process.cpuUsage()
const report = await load.stop(60_000)
process.stdout.write(`${JSON.stringify({ ...report, cpuMs: (before.user + before.system) / 1000 })}\n`)
