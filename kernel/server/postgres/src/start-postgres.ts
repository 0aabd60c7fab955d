// Starting the embedded database: lock the folder, stop what an earlier run left behind, make the cluster if new, serve.
import { accessSync, chmodSync, constants, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fault } from '@houqin/fault'
import { installedBinaries } from './binaries.ts'
import { ensureCluster, owner, program } from './cluster.ts'
import { lockFolder } from './folder-lock.ts'
import type { Lock } from './folder-lock.ts'
import { stopOrphans } from './orphans.ts'
import { recall } from './memory.ts'
import type { Remembered } from './memory.ts'
import { clusterName, findPlace, handOver } from './place.ts'
import type { Place } from './place.ts'
import { start } from './runner.ts'
import type { Runner } from './runner.ts'
import { watch } from './watchdog.ts'

/** A database that accepts connections. */
export interface RunningPostgres {
  /** Unix socket and password inside: whoever has it owns the database. `new URL()` reads it. */
  readonly url: string
  /** Process number of the postmaster. */
  readonly pid: number
  /** Ends open connections, waits for the checkpoint, gives the folder back. May be called twice. */
  stop(): Promise<void>
  /** Fulfilled when the postmaster has ended, for whatever reason. */
  readonly ended: Promise<void>
}

export interface StartPostgres {
  /** Made when missing. Everything of the database lies under its `postgres/`, or is pointed to from there. */
  readonly dataFolder: string
  /** Receives the database's own log, line by line, in English. */
  readonly log?: ((line: string) => void) | undefined
  /** Forces one way of running; otherwise those that suit this machine are tried in turn. */
  readonly runAs?: Runner['as'] | undefined
  /** For clusters of root that cannot lie in the data folder, because the database's user cannot get there. */
  readonly sharedFolder?: string | undefined
}

const port = 5432
/** Said, for initdb notes a fifth of it where the machine was short of memory that day. Two servers take some thirty. */
const mostConnections = '120'
const longestSocketPath = 107

/**
 * Starts PostgreSQL 17 in `dataFolder` and returns once it accepts connections.
 * Throws a `Fault`, its code beginning with `postgres.`, when it cannot; the folder is then as it was.
 */
export async function startPostgres(options: StartPostgres): Promise<RunningPostgres> {
  const { dataFolder, log } = options
  const folder = makeFolder(dataFolder)
  const locks = new Map<string, Lock>()
  const lock = async (path: string): Promise<void> => {
    if (!locks.has(path)) locks.set(path, await lockFolder({ folder: path, name: dataFolder }))
  }
  const release = (): void => { for (const { release: letGo } of locks.values()) letGo() }
  try {
    await lock(folder)
    const remembered = recall(folder)
    if (remembered !== undefined) {
      await lock(remembered.home)
      await clearAway(remembered, log)
    }
    const place = findPlace({
      folder, remembered, binaries: installedBinaries(), runAs: options.runAs, sharedFolder: options.sharedFolder ?? '/var/lib/houqin',
    })
    // A cluster outside has a lock of its own: a copied data folder points at the same one.
    await lock(place.home)
    const passwordFile = join(folder, 'password')
    ensureCluster({ place, passwordFile })
    return await serve({ place, password: readPassword(passwordFile), log, release })
  } catch (error) {
    release()
    throw error
  }
}

/**
 * The address of the database another process of this machine runs in `dataFolder`; undefined when none accepts
 * connections there. Whoever may read the folder may ask.
 */
export function runningPostgres({ dataFolder }: { dataFolder: string }): string | undefined {
  if (!hasPostgres({ dataFolder })) return undefined
  const folder = realpathSync(join(dataFolder, 'postgres'))
  const remembered = recall(folder)
  if (remembered === undefined) return undefined
  const socketFolder = socketFolderOf(remembered)
  if (!existsSync(join(socketFolder, `.s.PGSQL.${port}`))) return undefined
  return addressOf({ password: readPassword(join(folder, 'password')), socketFolder })
}

/** Whether a database was ever made in `dataFolder`. */
export function hasPostgres({ dataFolder }: { dataFolder: string }): boolean {
  return existsSync(join(dataFolder, 'postgres', 'place.json'))
}

function readPassword(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw fault({
      code: 'postgres.no-password',
      zh: `数据库口令文件 ${file} 读不了：请从备份恢复该文件。`,
      en: `The database's password file ${file} cannot be read: restore it from a backup.`,
      cause,
    })
  }
}

function makeFolder(dataFolder: string): string {
  const folder = join(dataFolder, 'postgres')
  try {
    mkdirSync(dataFolder, { recursive: true })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(folder)
  } catch (cause) {
    throw fault({
      code: 'postgres.folder-unwritable',
      zh: `无权写入数据目录 ${dataFolder}：请改正其权限，或用 --data 另选目录。`,
      en: `The data folder ${dataFolder} cannot be written: mend its permissions, or choose another with --data.`,
      cause,
    })
  }
}

// PostgreSQL would take any process that now bears the number in its old lock files for itself; we know them by name.
export async function clearAway(remembered: Remembered, log: StartPostgres['log']): Promise<void> {
  const pidFile = join(remembered.home, 'cluster', 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const stopped = await stopOrphans(clusterName(remembered))
  if (stopped > 0) log?.(`stopped ${stopped} processes of an earlier run`)
  rmSync(pidFile, { force: true })
}

function makeSocketFolder(place: Place): string {
  const folder = socketFolderOf(place)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  chmodSync(folder, 0o700)
  handOver({ path: folder, runner: place.runner })
  return folder
}

function socketFolderOf({ home, id }: Pick<Place, 'home' | 'id'>): string {
  const inside = join(home, 'run')
  const fits = Buffer.byteLength(join(inside, `.s.PGSQL.${port}.lock`)) <= longestSocketPath
  return fits ? inside : join(tmpdir(), `houqin-${id}`)
}

interface Serve {
  readonly place: Place
  readonly password: string
  readonly log: StartPostgres['log']
  readonly release: () => void
}

async function serve({ place, password, log, release }: Serve): Promise<RunningPostgres> {
  const socketFolder = makeSocketFolder(place)
  const postmaster = start({
    runner: place.runner,
    command: program(place, 'postgres', [
      '-D', join(place.home, 'cluster'), '-k', socketFolder, '-h', '', '-p', String(port),
      ...settings({ cluster_name: clusterName(place), unix_socket_permissions: '0700', max_connections: mostConnections, timezone: 'UTC', log_timezone: 'UTC' }),
    ]),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => {
    postmaster.once('exit', () => resolve())
    postmaster.once('error', () => resolve())
  })
  const { pid } = postmaster
  const watchdog = pid === undefined ? undefined : watch(pid)
  const afterwards = ended.then(() => {
    watchdog?.leave()
    rmSync(socketFolder, { recursive: true, force: true })
    release()
  })
  await ready({ stderr: postmaster.stderr, ended, log })
  if (pid === undefined) throw new Error('a process without a number is ready')
  const stop = async (): Promise<void> => {
    postmaster.kill('SIGINT')
    await afterwards
  }
  return Object.freeze({ url: addressOf({ password, socketFolder }), pid, stop, ended: afterwards })
}

function addressOf({ password, socketFolder }: { password: string; socketFolder: string }): string {
  return `postgresql://${owner}:${password}@localhost:${port}/${owner}?host=${encodeURIComponent(socketFolder)}`
}

function settings(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

async function ready({ stderr, ended, log }: { stderr: NodeJS.ReadableStream | null; ended: Promise<void>; log: StartPostgres['log'] }): Promise<void> {
  if (stderr === null) throw new Error('the log of the database is not connected')
  const lines = createInterface({ input: stderr })
  const last: string[] = []
  const accepting = new Promise<true>((resolve) => {
    lines.on('line', (line) => {
      log?.(line)
      last.push(line)
      if (last.length > 20) last.shift()
      if (line.includes('database system is ready to accept connections')) resolve(true)
    })
  })
  if (await Promise.race([accepting, ended]) === true) return
  const reason = last.find((line) => /\b(FATAL|PANIC):/.test(line)) ?? last.at(-1) ?? ''
  throw fault({
    code: 'postgres.not-started',
    zh: `内嵌数据库未能启动：${reason}`,
    en: `The embedded database did not start: ${reason}`,
    cause: new Error(last.join('\n')),
  })
}
