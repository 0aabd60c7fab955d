// One command 一条命令: database, server and console of one machine, from the first line printed to the last lock released.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { fault, isFault } from '@houqin/fault'
import { startPostgres } from '@houqin/postgres'
import { startServer } from '@houqin/server'
import { announcement } from './announce.ts'
import { startCars } from './cars.ts'
import type { Cars } from './cars.ts'
import { buildConsole } from './console-build.ts'
import { refuseHalfRestored } from './restoring.ts'
import { help, readSettings } from './settings.ts'
import type { Settings } from './settings.ts'
import { stopAsked } from './stop-asked.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const consoleFolder = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** A database for this start. `ended` never comes for one that is not ours to watch. */
interface LentDatabase {
  readonly url: string
  readonly ended: Promise<void>
  stop(): Promise<void>
}

// Whoever reads what we print may leave (npm start | head); that is no reason to stop serving.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

try {
  const settings = readSettings({ args: process.argv.slice(2), environment: process.env, folder: process.cwd() })
  if (settings === 'help') process.stdout.write(help)
  else await serve(settings)
  process.exit(0)
} catch (error) {
  process.stderr.write(`\n${isFault(error) ? error.message : sorry(error)}\n`)
  process.exit(1)
}

async function serve(settings: Settings): Promise<void> {
  const stopping = stopAsked()
  if (settings.databaseUrl === undefined) refuseHalfRestored(settings.dataFolder)
  makeDataFolder(settings.dataFolder)
  await buildConsole({ root, progress })
  const database = await lendDatabase(settings)
  try {
    // A stop asked for during a long first start is obeyed at once: every step of it is a transaction.
    const server = await Promise.race([startServer({ ...settings, consoleFolder, databaseUrl: database.url, log: note, progress }), stopping])
    if (server === undefined) return
    process.stdout.write(announcement({ server, settings }))
    let cars: Cars | undefined
    try {
      cars = await carsOf(settings, { databaseUrl: database.url, demonstration: server.accounts.length > 0 })
      await Promise.race([stopping, database.ended.then(databaseGone)])
      progress({ zh: '正在停止', en: 'stopping' })
    } finally {
      await cars?.close()
      await server.close()
    }
  } finally {
    await database.stop()
  }
}

/** The gateway where somebody wants it: terminals by a port of their own, or the demonstration's cars. */
async function carsOf({ cars, gatewayPort, host }: Settings, { databaseUrl, demonstration }: { databaseUrl: string; demonstration: boolean }): Promise<Cars | undefined> {
  const driven = cars !== false && demonstration
  if (!driven && gatewayPort === undefined) return undefined
  let running: Cars
  try {
    running = await startCars({ databaseUrl, host: gatewayPort === undefined ? '127.0.0.1' : host, port: gatewayPort ?? 0, cars: driven, note })
  } catch (thrown) {
    // nobody asked for the demonstration's cars by name: without them the house serves all the same
    if (gatewayPort !== undefined) throw thrown
    note(isFault(thrown) ? thrown.message : String(thrown))
    return undefined
  }
  progress(driven
    ? { zh: `演示车辆已上路，终端接入端口 ${running.port}`, en: `the demonstration's cars are on the road, terminals' port ${running.port}` }
    : { zh: `车载终端接入端口 ${running.port}`, en: `terminals' port ${running.port}` })
  return running
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw fault({
      code: 'all.folder-unwritable',
      zh: `无权写入数据目录 ${folder}：请改正其权限，或用 --data 另选目录。`,
      en: `The data folder ${folder} cannot be written: mend its permissions, or choose another with --data.`,
      cause,
    })
  }
}

async function lendDatabase({ databaseUrl, dataFolder }: Settings): Promise<LentDatabase> {
  if (databaseUrl !== undefined) return { url: databaseUrl, ended: new Promise(() => undefined), stop: async () => undefined }
  progress({ zh: '启动内嵌数据库', en: 'starting the embedded database' })
  return startPostgres({ dataFolder })
}

function databaseGone(): never {
  throw fault({
    code: 'all.database-ended',
    zh: '内嵌数据库意外终止，服务已停止；已提交的数据都在，请重新运行 npm start。',
    en: 'The embedded database ended unexpectedly and the server has stopped; everything committed is kept. Run npm start again.',
  })
}

function progress({ zh, en }: { zh: string; en: string }): void {
  process.stdout.write(`· ${zh} ${en}\n`)
}

function note(line: string): void {
  process.stdout.write(`  ${line}\n`)
}

function sorry(error: unknown): string {
  const details = error instanceof Error ? error.stack ?? error.message : String(error)
  return `程序出错了，这是我们的缺陷，请附上以下内容报告。\nThis is a defect of ours, please report it with what follows.\n${details}`
}
