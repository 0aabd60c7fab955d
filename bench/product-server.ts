// The product's own interface for a bench of lists 被测服务: as a start serves it, but that one account may ask as often as the machine can answer.
import { buildApp } from '@houqin/api'
import { parts } from '@houqin/server/subsystems'
import { withSystem } from '@houqin/server/with-system'

const [, , dataFolder = ''] = process.argv
const stopped = new Promise<void>((resolve) => process.once('SIGTERM', resolve))
await withSystem({ databaseUrl: process.env['DATABASE_URL'] ?? '', dataFolder, log: () => undefined }, async (system) => {
  const app = await buildApp(system, { log: false, consoleFolder: undefined, proxied: false, routes: parts.flatMap(({ routes }) => routes ?? []), perMinute: Number.MAX_SAFE_INTEGER })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  process.stdout.write(`the product is ready: ${address}\n`)
  await stopped
  await app.close()
})
