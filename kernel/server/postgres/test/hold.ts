// A process that holds an embedded database until told to stop, so that a test can kill it.
import { startPostgres } from '../src/index.ts'
import type { StartPostgres } from '../src/index.ts'

// The test that starts us writes exactly this.
const options = JSON.parse(process.argv[2] ?? '{}') as StartPostgres
try {
  const postgres = await startPostgres(options)
  process.stdout.write(`${JSON.stringify({ url: postgres.url, pid: postgres.pid })}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void postgres.stop().then(() => process.exit(0)))
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
