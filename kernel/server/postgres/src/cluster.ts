// The cluster: made once, whole or not at all, with one role that owns one database and is not a superuser.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '@houqin/fault'
import { handOver, libraryPath } from './place.ts'
import type { Place } from './place.ts'
import { run } from './runner.ts'

/** Role and database of the product. The superuser `postgres` has no password, so nobody signs in as it. */
export const owner = 'houqin'

const major = '17'

// Peer and trust would let in whoever runs as the same user; everybody shows the password.
const whoMayEnter = 'local all all scram-sha-256\n'

/** Makes the cluster where there is none; refuses one of another PostgreSQL. Returns whether it was made now. */
export function ensureCluster({ place, passwordFile }: { place: Place; passwordFile: string }): boolean {
  const cluster = join(place.home, 'cluster')
  if (existsSync(cluster)) {
    const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
    if (found === major) return false
    throw fault({
      code: 'postgres.other-major',
      zh: `数据目录中的数据库是 PostgreSQL ${found}，本程序使用 ${major}：请用写入它的版本导出后再导入。`,
      en: `The data folder holds a PostgreSQL ${found} database, this program runs ${major}: export it with the version that wrote it.`,
    })
  }
  const half = `${cluster}.new`
  rmSync(half, { recursive: true, force: true })
  initdb({ place, folder: half })
  writeFileSync(join(half, 'pg_hba.conf'), whoMayEnter)
  makeOwner({ place, folder: half, password: makePassword(passwordFile) })
  renameSync(half, cluster)
  return true
}

function initdb({ place, folder }: { place: Place; folder: string }): void {
  // In the shared folder only root may make entries: the cluster's user gets its folder from us.
  if (place.runner.as === 'setuid') makeFolderFor({ place, folder })
  const result = run({
    runner: place.runner,
    command: program(place, 'initdb', [
      '--pgdata', folder, '--username', 'postgres', '--auth', 'reject', '--encoding', 'UTF8', '--locale', 'C.UTF-8',
      '--lc-messages', 'C', '--no-instructions',
    ]),
  })
  if (result.status !== 0) throw notMade(`${result.stdout}${result.stderr}`, result.error)
}

function makeFolderFor({ place, folder }: { place: Place; folder: string }): void {
  mkdirSync(folder, { mode: 0o700 })
  handOver({ path: folder, runner: place.runner })
}

// Single-user mode: no socket is open while the password is set.
function makeOwner({ place, folder, password }: { place: Place; folder: string; password: string }): void {
  const result = run({
    runner: place.runner,
    command: program(place, 'postgres', ['--single', '-D', folder, 'postgres']),
    input: `create role ${owner} login createdb createrole password '${password}'\ncreate database ${owner} owner ${owner}\n`,
  })
  if (result.status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(result.stderr)) throw notMade(result.stderr, result.error)
}

function makePassword(file: string): string {
  const password = randomBytes(24).toString('base64url')
  writeFileSync(file, password, { mode: 0o600 })
  chmodSync(file, 0o600)
  return password
}

/** A program of this place with its libraries. */
export function program(place: Place, name: 'initdb' | 'postgres', args: readonly string[]): { program: string; args: readonly string[]; libraries: string } {
  return { program: join(place.binaries.native, 'bin', name), args, libraries: libraryPath(place) }
}

function notMade(said: string, cause: unknown): Error {
  return fault({
    code: 'postgres.cluster-not-made',
    zh: `新建数据库失败：${lastLine(said)}`,
    en: `The database could not be made: ${lastLine(said)}`,
    cause: cause ?? new Error(said),
  })
}

function lastLine(said: string): string {
  return said.trim().split('\n').at(-1) ?? ''
}
