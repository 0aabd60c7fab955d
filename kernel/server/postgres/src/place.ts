// Where the cluster lives and as whom it runs: chosen once by trying, then remembered in the data folder.
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fault } from '@houqin/fault'
import { copyBinaries, linkLibraries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { unprivilegedUser, works } from './runner.ts'
import type { Runner } from './runner.ts'

/** A cluster's place. `home` holds cluster/, run/ (its socket) and lib/ (library links). */
export interface Place {
  readonly id: string
  readonly home: string
  readonly runner: Runner
  readonly binaries: Binaries
}

/** What the data folder remembers; `home` only where the cluster lies outside it. */
interface Remembered {
  readonly id: string
  readonly as: Runner['as']
  readonly home?: string
}

/** What `findPlace` may look at: `folder` is our part of the data folder, `sharedFolder` is for clusters that cannot lie there. */
export interface Search {
  readonly folder: string
  readonly sharedFolder: string
  readonly binaries: Binaries
  /** Only this way of running, where trying them in turn is not wanted. */
  readonly runAs?: Runner['as'] | undefined
}

/** The remembered place, or for a new data folder the first that works on this machine. */
export function findPlace(search: Search): Place {
  const remembered = recall(search.folder)
  return remembered === undefined ? choose(search) : returnTo(remembered, search)
}

/** Where the place's programs find their libraries: the links, then what npm brought. */
export function libraryPath({ home, binaries }: Place): string {
  return [join(home, 'lib'), join(binaries.native, 'lib')].join(':')
}

/** Gives a path, with all it holds, to the user the database runs as. */
export function handOver({ path, runner }: { path: string; runner: Runner }): void {
  if (runner.as !== 'setuid') return
  if (lstatSync(path).isDirectory()) for (const entry of readdirSync(path)) handOver({ path: join(path, entry), runner })
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, runner.uid, runner.gid)
}

function choose(search: Search): Place {
  const id = randomBytes(8).toString('hex')
  for (const as of search.runAs === undefined ? waysForUs() : [search.runAs]) {
    const place = settle({ id, as, search })
    if (place !== undefined) return remember(place, search.folder)
  }
  throw nowhere(search.folder)
}

function waysForUs(): readonly Runner['as'][] {
  if (process.getuid?.() === 0) return ['unshare', 'setuid']
  // initdb asks /etc/passwd for our name; in a container started under a bare number only a namespace can give one.
  return isNamed() ? ['self'] : ['unshare']
}

function isNamed(): boolean {
  try {
    return userInfo().username !== ''
  } catch {
    return false
  }
}

function settle({ id, as, search }: { id: string; as: Runner['as']; search: Search }): Place | undefined {
  const { folder, binaries, sharedFolder } = search
  if (as !== 'setuid') return tried({ id, home: folder, runner: as === 'self' ? { as } : { as, uid: unprivilegedUser().uid }, binaries })
  const runner: Runner = { as, ...unprivilegedUser() }
  chmodSync(folder, 0o711)
  const inside = tried({ id, home: folder, runner, binaries })
  if (inside !== undefined) return inside
  chmodSync(folder, 0o700)
  const home = join(sharedFolder, createHash('sha256').update(`${folder}:${id}`).digest('hex').slice(0, 16))
  makeShared(home, search)
  return tried({ id, home, runner, binaries }) ?? tried({ id, home, runner, binaries: copyBinaries({ from: binaries, folder: sharedFolder }) })
}

function makeShared(home: string, { sharedFolder, folder }: Search): void {
  try {
    mkdirSync(home, { recursive: true })
    for (const path of [sharedFolder, home]) chmodSync(path, 0o711)
  } catch (cause) {
    throw nowhere(folder, cause)
  }
}

/** The place when it works; its run/ and lib/ are then ready. */
function tried(place: Place): Place | undefined {
  const run = join(place.home, 'run')
  linkLibraries({ binaries: place.binaries, folder: join(place.home, 'lib') })
  mkdirSync(run, { recursive: true, mode: 0o700 })
  try {
    handOver({ path: run, runner: place.runner })
  } catch {
    return undefined
  }
  const program = join(place.binaries.native, 'bin', 'postgres')
  return works({ runner: place.runner, program, libraries: libraryPath(place), folders: [run] }) ? place : undefined
}

function returnTo(remembered: Remembered, search: Search): Place {
  const home = remembered.home ?? search.folder
  const cluster = join(home, 'cluster')
  if (remembered.home !== undefined && !existsSync(home)) throw lost(search.folder, home)
  const uid = process.getuid?.() ?? -1
  const owner = existsSync(cluster) ? statSync(cluster) : statSync(home)
  if (uid !== 0 && owner.uid !== uid) throw notOurs(search.folder, owner.uid)
  const runner = runnerFor({ remembered, owner, uid })
  const { id } = remembered
  const place = tried({ id, home, runner, binaries: search.binaries })
    ?? (runner.as === 'setuid' ? tried({ id, home, runner, binaries: copyBinaries({ from: search.binaries, folder: search.sharedFolder }) }) : undefined)
  if (place !== undefined) return place
  // The namespace of the first start is forbidden today (the same folder, now inside a container): move once.
  if (runner.as !== 'unshare' || uid !== 0) throw nowhere(search.folder)
  const other = settle({ id, as: 'setuid', search })
  if (other === undefined) throw nowhere(search.folder)
  moveCluster({ from: cluster, to: other })
  return remember(other, search.folder)
}

function runnerFor({ remembered, owner, uid }: { remembered: Remembered; owner: { uid: number; gid: number }; uid: number }): Runner {
  if (remembered.as === 'unshare') return { as: 'unshare', uid: unprivilegedUser().uid }
  // Root starting what an ordinary user began runs it as that user, so that both can go on using it.
  return uid === 0 ? { as: 'setuid', uid: owner.uid, gid: owner.gid } : { as: 'self' }
}

function moveCluster({ from, to }: { from: string; to: Place }): void {
  if (!existsSync(from)) return
  const target = join(to.home, 'cluster')
  if (target !== from) {
    rmSync(target, { recursive: true, force: true })
    cpSync(from, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  }
  handOver({ path: target, runner: to.runner })
}

const memory = 'place.json'

function recall(folder: string): Remembered | undefined {
  const file = join(folder, memory)
  if (!existsSync(file)) return undefined
  const said: unknown = JSON.parse(readFileSync(file, 'utf8'))
  if (typeof said === 'object' && said !== null && 'id' in said && 'as' in said && typeof said.id === 'string'
    && (said.as === 'self' || said.as === 'unshare' || said.as === 'setuid')) {
    const home = 'home' in said && typeof said.home === 'string' ? { home: said.home } : {}
    return { id: said.id, as: said.as, ...home }
  }
  throw fault({
    code: 'postgres.place-unreadable',
    zh: `文件 ${file} 已损坏，不知数据库存放何处：请从备份恢复该文件。`,
    en: `${file} is damaged and it alone says where the database lies: restore that file from a backup.`,
  })
}

function remember(place: Place, folder: string): Place {
  const said: Remembered = { id: place.id, as: place.runner.as, ...(place.home === folder ? {} : { home: place.home }) }
  const file = join(folder, memory)
  writeFileSync(`${file}.new`, `${JSON.stringify(said, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return place
}

function nowhere(folder: string, cause?: unknown): Error {
  return fault({
    code: 'postgres.no-way-to-run',
    zh: `无法在 ${folder} 启动内嵌数据库：当前用户既不能直接运行，也不能换用普通用户运行。请换一个普通用户启动，或用 DATABASE_URL 指定已有的 PostgreSQL。`,
    en: `The embedded database cannot run in ${folder}, neither as this user nor as one without rights: start as an ordinary user, or point DATABASE_URL at a PostgreSQL of yours.`,
    cause,
  })
}

function lost(folder: string, home: string): Error {
  return fault({
    code: 'postgres.cluster-lost',
    zh: `${folder} 的数据库存放在 ${home}，该目录不见了：请恢复它；若确要从头开始，请换一个数据目录。`,
    en: `The database of ${folder} lies in ${home}, which is gone: restore it, or choose another data folder to begin afresh.`,
  })
}

function notOurs(folder: string, owner: number): Error {
  return fault({
    code: 'postgres.folder-of-another',
    zh: `数据目录 ${folder} 属于另一用户（uid ${owner}）：请以该用户启动，或用 --data 另选目录。`,
    en: `The data folder ${folder} belongs to another user (uid ${owner}): start as that user, or choose another with --data.`,
  })
}
