// A gateway in a process of its own, to be killed by a story: `hold.ts <database url>`.
import { systemClock } from '@houqin/clock'
import { startGateway } from '@houqin/gateway-process'

const running = await startGateway({
  databaseUrl: process.argv[2] ?? '', clock: systemClock, host: '127.0.0.1', port: 0, policy: 'strict', log: (line) => process.stderr.write(`${line}\n`),
})
process.stdout.write(`${String(running.port)}\n`)
