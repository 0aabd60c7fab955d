// A gateway in a process of its own: `gateway-process.ts <database url>`; says its port, and on every line it hears what memory it holds and what it has used of the processor.
import { systemClock } from '@houqin/clock'
import { startGateway } from '@houqin/gateway-process'

const { port, gateway } = await startGateway({
  databaseUrl: process.argv[2] ?? '', clock: systemClock, host: '127.0.0.1', port: 0, policy: 'strict', log: (line) => process.stderr.write(`${line}\n`),
})
process.stdout.write(`${JSON.stringify({ port })}\n`)
process.stdin.on('data', () => {
  global.gc?.()
  const { user, system } = process.cpuUsage()
  process.stdout.write(`${JSON.stringify({ rss: process.memoryUsage().rss, links: gateway.links(), cpuMs: (user + system) / 1000 })}\n`)
})
