// The gateway on its own: `npm run gateway` beside a server elsewhere, on the same database. /metrics for this machine.
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { openDatabase } from '@houqin/db'
import { fault, isFault } from '@houqin/fault'
import { worldClockOf } from '@houqin/server/world'
import { startGateway } from './start-gateway.ts'

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: '0.0.0.0' },
    port: { type: 'string', default: '6808' },
    policy: { type: 'string', default: 'strict' },
    'metrics-port': { type: 'string', default: '6809' },
  },
})

try {
  await serve()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${isFault(error) ? error.message : String(error)}\n`)
  process.exit(1)
}

async function serve(): Promise<void> {
  const url = process.env['DATABASE_URL']
  if (url === undefined) throw fault({
    code: 'gateway.no-database',
    zh: '没有 DATABASE_URL：接入网关须与服务端使用同一个数据库。',
    en: 'DATABASE_URL is missing: the gateway works on the database of the server.',
  })
  if (values.policy !== 'strict' && values.policy !== 'lenient') throw fault({
    code: 'gateway.policy',
    zh: `--policy 只能是 strict 或 lenient，不能是 ${values.policy}。`,
    en: `--policy is strict or lenient, not ${values.policy}.`,
  })
  const database = await openDatabase({ url, poolSize: 1 })
  const clock = await worldClockOf(database.db, undefined)
  await database.close()
  const running = await startGateway({
    databaseUrl: url, clock, host: values.host, port: Number(values.port), policy: values.policy, log: (line) => process.stderr.write(`${line}\n`),
  })
  const metrics = createServer((_, response) => {
    void running.metrics().then((text) => response.setHeader('content-type', 'text/plain; version=0.0.4').end(text))
  }).listen(Number(values['metrics-port']), '127.0.0.1')
  process.stdout.write(`listening ${String(running.port)}\n`)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  metrics.close()
  await running.close()
}
