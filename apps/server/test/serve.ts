// A server in a process of its own, for a test that ends it: serves the database of DATABASE_URL and says where.
import { startServer } from '../src/start.ts'

const { DATABASE_URL: databaseUrl = '', DATA_FOLDER: dataFolder = '' } = process.env
const { address } = await startServer({
  databaseUrl, dataFolder, port: 0, host: '127.0.0.1', tls: { kind: 'off' }, demo: false,
  log: (line) => process.stderr.write(`${line}\n`),
  progress: () => undefined,
})
process.stdout.write(`${address}\n`)
