// The server 服务端: checks and migrates the database, then answers the console, the phones and the scripts.
import { join } from 'node:path'
import { openSetup } from '@houqin/access'
import { buildApp } from '@houqin/api'
import { composeSystem, migrationSetsOf, runSystem, sealedIn } from '@houqin/compose'
import type { DemoAccount, SystemOptions } from '@houqin/compose'
import { checkDatabase, migrate, openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { fault } from '@houqin/fault'
import { baseMapOf } from '@houqin/http'
import type { System } from '@houqin/http'
import { openSigner, proveKey } from '@houqin/secrets'
import { systemClock } from '@houqin/clock'
import { localCertificate, namesOfMachine } from '@houqin/tls'
import { headsTick } from './audit-heads.ts'
import { demoAccounts, historyWorkers, noticeWorkers, isDemonstration, isEmpty, loadDistrict } from './demonstration.ts'
import { guardOf } from './guard.ts'
import type { GuardOptions } from './guard.ts'
import { listen } from './listen.ts'
import { livingWorld } from './living-world.ts'
import type { Door, DoorTls, Tls } from './listen.ts'
import { logTo } from './log.ts'
import { nightlyStandards } from './nightly-standards.ts'
import { guarded, watchSpace } from './space.ts'
import { parts } from './subsystems.ts'
import { version } from './version.ts'
import { worldClockOf, worldTables, worldTick } from './world.ts'

export type { Tls } from './listen.ts'

export interface ServerOptions {
  readonly databaseUrl: string
  /** 0 takes any free port. */
  readonly port: number
  /** Address of the interface to listen on; 0.0.0.0 for all. */
  readonly host: string
  /** How people reach us when something stands in between: scheme, host, port. Printed codes carry it. */
  readonly publicUrl?: string
  readonly tls: Tls
  /** Whether an empty database is filled with the demonstration district. */
  readonly demo: boolean
  /** 'YYYY-MM-DD', today of this world in Asia/Shanghai; otherwise the machine's own. */
  readonly worldDate?: string
  /** False where the demonstration must stay as it was opened, for stories that count on it. */
  readonly worldLives?: boolean
  /** The key of the sealed passwords is known to be gone: start all the same, they will be entered anew. */
  readonly secretsLost?: boolean
  /** How the doors are kept; left out, the house's own. */
  readonly guard?: GuardOptions
  /** For files people upload, and the keys. Exists and can be written. */
  readonly dataFolder: string
  /** The built console; without it only the interface is served. */
  readonly consoleFolder?: string
  /** Technical lines for whoever keeps the machine. */
  readonly log: (line: string) => void
  /** Steps of a start that takes its time, for people. */
  readonly progress: (step: { zh: string; en: string }) => void
}

export interface RunningServer {
  /** Scheme, host and port people open. */
  readonly address: string
  /** The demonstration's accounts; none in a bureau's own database. */
  readonly accounts: readonly DemoAccount[]
  /** Where the first three administrators of an empty system are made. */
  readonly setup?: { readonly address: string; readonly expiresAt: Date }
  /** Where devices learn to trust a certificate of our own making, and the fingerprint people compare. */
  readonly trust?: { readonly address: string; readonly sha256: string }
  /** Finishes what is under way, then lets go of port and database. */
  close(): Promise<void>
}

/**
 * Starts the server and returns once it is ready; until then every request is answered 503. Throws a `Fault` whose
 * sentences can be shown as they are; port and database are then let go.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  baseMapOf(process.env) // a setting that cannot be meant is told before anything is begun
  const closing: (() => Promise<unknown>)[] = []
  const close = async (): Promise<void> => {
    for (const step of closing.toReversed()) await step()
  }
  try {
    const tls = await tlsOf(options)
    const door = await listen({ ...options, tls })
    closing.push(() => door.close())
    const database = await openDatabase({ url: options.databaseUrl, log: options.log })
    closing.push(() => database.close())
    await prepare(database.db, options)
    return await open({ door, tls, db: database.db, options, closing, close })
  } catch (error) {
    await close()
    throw error
  }
}

async function tlsOf({ tls, dataFolder, publicUrl }: ServerOptions): Promise<DoorTls> {
  if (tls.kind !== 'auto') return tls
  const names = () => namesOfMachine(publicUrl === undefined ? {} : { publicUrl })
  return { kind: 'auto', certificate: await localCertificate({ folder: join(dataFolder, 'tls'), names, clock: systemClock }) }
}

async function prepare(db: Db, { log, progress }: ServerOptions): Promise<void> {
  const findings = await checkDatabase(db)
  if (findings.length > 0) {
    throw fault({
      code: 'server.database-unfit',
      zh: findings.map(({ zh }) => zh).join('\n'),
      en: findings.map(({ en }) => en).join('\n'),
    })
  }
  progress({ zh: '检查并升级数据库结构', en: 'checking and migrating the database' })
  await migrate({ db, sets: [worldTables, ...migrationSetsOf(parts)], log, clock: systemClock })
}

async function open({ door, tls, db, options, closing, close }: {
  door: Door
  tls: DoorTls
  db: Db
  options: ServerOptions
  closing: (() => Promise<unknown>)[]
  close: () => Promise<void>
}): Promise<RunningServer> {
  let ready = false
  const address = options.publicUrl ?? door.address
  const house: SystemOptions = {
    parts,
    db,
    databaseUrl: options.databaseUrl,
    clock: await worldClockOf(db, options.worldDate),
    dataFolder: options.dataFolder,
    publicUrl: address,
    secure: address.startsWith('https:'),
    version,
    log: logTo(options.log),
    ready: () => ready,
    ...await guardOf(db, options),
  }
  const system = await composeSystem(house)
  await proveKey({ vault: system.secrets, db, sealedIn, lost: options.secretsLost === true })
  const app = await buildApp(system, {
    log: false,
    consoleFolder: options.consoleFolder,
    proxied: options.publicUrl !== undefined,
    routes: parts.flatMap(({ routes }) => routes ?? []),
  })
  closing.push(() => app.close())
  await app.ready()
  const signer = openSigner({ folder: options.dataFolder, suite: system.secrets.suite() })
  signer.current()
  const space = await watchSpace(options.dataFolder, system.log)
  closing.push(async () => space.stop())
  const world = livingWorld({ system, parts, at: (clock) => composeSystem({ ...house, clock }) })
  const own = {
    resting: space.spent, held: world.held,
    ticks: [worldTick(system.clock), ...(options.worldLives === false ? [] : [world.tick]), nightlyStandards(system, parts), headsTick(system, options.dataFolder, signer)],
    workers: { ...historyWorkers(system, parts), ...noticeWorkers(system), ...world.workers },
  }
  const running = await runSystem(system, parts, own)
  closing.push(() => running.stop())
  closing.push(async () => world.stop())
  const setup = await populate(system, { options, address })
  door.open(guarded(space, (request, response) => app.routing(request, response)))
  ready = true
  const accounts = (await isDemonstration(system)) ? demoAccounts(parts) : []
  // over plain HTTP, which the same port answers: nobody can open HTTPS in peace before he trusts it
  const trust = tls.kind === 'auto' ? { address: `${door.address.replace(/^https/, 'http')}/trust`, sha256: tls.certificate.authority.sha256 } : undefined
  return Object.freeze({ address, accounts, ...(setup && { setup }), ...(trust && { trust }), close })
}

async function populate(system: System, { options, address }: { options: ServerOptions; address: string }): Promise<RunningServer['setup']> {
  if (!(await isEmpty(system))) return undefined
  if (options.demo) {
    await loadDistrict(system, parts, options.progress)
    return undefined
  }
  const opened = await openSetup(system.db, system.clock)
  return opened && { address: `${address}/setup/${opened.token}`, expiresAt: opened.expiresAt }
}
