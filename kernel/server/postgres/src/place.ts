// Where the cluster lives and as whom it runs: chosen once by trying, then remembered in the data folder.
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { fault } from '@houqin/fault'
import { copyBinaries, linkLibraries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { remember } from './memory.ts'
import type { Remembered } from './memory.ts'
import { mayExecute, unprivilegedUser, works } from './runner.ts'
import type { Runner } from './runner.ts'

/** A cluster's place. `home` holds cluster/, run/ (its socket) and lib/ (library links). */
export interface Place {
  /** Random, made with the place. */
  readonly id: string
  readonly home: string
  readonly runner: Runner
  readonly binaries: Binaries
}

/** What `findPlace` may look at: `folder` is our part of the data folder, `sharedFolder` is for clusters that cannot lie there. */
export interface Search {
  readonly folder: string
  readonly sharedFolder: string
  readonly binaries: Binaries
  readonly remembered: Remembered | undefined
  /** Only this way of running, where trying them in turn is not wanted. */
  readonly runAs?: Runner['as'] | undefined
}

/** The remembered place, or for a new data folder the first that works on this machine. */
export function findPlace(search: Search): Place {
  return search.remembered === undefined ? choose(search) : returnTo(search.remembered, search)
}

/**
 * What a cluster's processes are called, and no others: a copy of the data folder keeps the id, but is another folder.
 */
export function clusterName({ id, home }: { id: string; home: string }): string {
  return `houqin-${id}-${statSync(home).ino}`
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
    if (place !== undefined) return keep(place, search.folder)
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
  const { folder, sharedFolder } = search
  if (as !== 'setuid') {
    return tried({ id, home: folder, runner: as === 'self' ? { as } : { as, uid: unprivilegedUser().uid }, binaries: search.binaries })
  }
  const runner: Runner = { as, ...unprivilegedUser() }
  const binaries = binariesFor(runner, search)
  chmodSync(folder, 0o711)
  const inside = tried({ id, home: folder, runner, binaries })
  if (inside !== undefined) return inside
  chmodSync(folder, 0o700)
  const home = join(sharedFolder, createHash('sha256').update(`${folder}:${id}`).digest('hex').slice(0, 16))
  makeShared(home, search)
  return tried({ id, home, runner, binaries })
}

// Another user cannot run programs that lie in a home of ours; then they get a copy.
function binariesFor(runner: Runner, search: Search): Binaries {
  const { binaries, sharedFolder } = search
  if (runner.as !== 'setuid' || mayExecute({ runner, program: join(binaries.native, 'bin', 'postgres') })) return binaries
  makeShared(sharedFolder, search)
  return copyBinaries({ from: binaries, folder: sharedFolder })
}

function makeShared(path: string, { sharedFolder, folder }: Search): void {
  try {
    mkdirSync(path, { recursive: true })
    for (const made of [sharedFolder, path]) chmodSync(made, 0o711)
  } catch (cause) {
    throw nowhere(folder, cause)
  }
}

/** The place when it works, its lib/ ready. `cluster` is one that is there already. */
function tried(place: Place, cluster?: string): Place | undefined {
  const libraries = join(place.home, 'lib')
  linkLibraries({ binaries: place.binaries, folder: libraries })
  if (reaches(place, cluster)) return place
  rmSync(libraries, { recursive: true })
  return undefined
}

function reaches(place: Place, cluster: string | undefined): boolean {
  const trial = join(place.home, 'trial')
  mkdirSync(trial, { recursive: true, mode: 0o700 })
  try {
    handOver({ path: trial, runner: place.runner })
    const program = join(place.binaries.native, 'bin', 'postgres')
    const folders = cluster === undefined ? [trial] : [trial, cluster]
    return works({ runner: place.runner, program, libraries: libraryPath(place), folders })
  } catch {
    // Not even root may give folders away here.
    return false
  } finally {
    rmSync(trial, { recursive: true })
  }
}

function returnTo(remembered: Remembered, search: Search): Place {
  const { id, home } = remembered
  const made = join(home, 'cluster')
  const cluster = existsSync(made) ? made : undefined
  const uid = process.getuid?.() ?? -1
  const owner = statSync(cluster ?? home)
  if (uid !== 0 && owner.uid !== uid) throw notOurs(search.folder, owner.uid)
  const runner = runnerFor({ remembered, owner, uid })
  const place = tried({ id, home, runner, binaries: binariesFor(runner, search) }, cluster)
  if (place !== undefined) return place
  // The namespace of the first start is forbidden today (the same folder, now inside a container): move once.
  const other = runner.as === 'unshare' && uid === 0 ? settle({ id, as: 'setuid', search }) : undefined
  if (other === undefined) throw nowhere(search.folder)
  return cluster === undefined ? keep(other, search.folder) : move({ cluster, to: other, folder: search.folder })
}

function runnerFor({ remembered, owner, uid }: { remembered: Remembered; owner: { uid: number; gid: number }; uid: number }): Runner {
  // What an ordinary user began root runs as that user, so that both can go on using it.
  if (uid === 0 && owner.uid !== 0) return { as: 'setuid', uid: owner.uid, gid: owner.gid }
  return remembered.as === 'self' ? { as: 'self' } : { as: 'unshare', uid: unprivilegedUser().uid }
}

// The old cluster goes only when the new one is on the disk and the data folder says so.
function move({ cluster, to, folder }: { cluster: string; to: Place; folder: string }): Place {
  const target = join(to.home, 'cluster')
  if (target !== cluster) {
    rmSync(target, { recursive: true, force: true })
    execFileSync('cp', ['--archive', '--no-target-directory', cluster, target])
    execFileSync('sync', ['--file-system', target])
  }
  handOver({ path: target, runner: to.runner })
  const place = keep(to, folder)
  if (target !== cluster) rmSync(cluster, { recursive: true })
  return place
}

function keep(place: Place, folder: string): Place {
  remember({ id: place.id, as: place.runner.as, home: place.home }, folder)
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

function notOurs(folder: string, owner: number): Error {
  return fault({
    code: 'postgres.folder-of-another',
    zh: `数据目录 ${folder} 属于另一用户（uid ${owner}）：请以该用户启动，或用 --data 另选目录。`,
    en: `The data folder ${folder} belongs to another user (uid ${owner}): start as that user, or choose another with --data.`,
  })
}
