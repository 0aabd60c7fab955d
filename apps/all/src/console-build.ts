// The console as files: built again whenever a source it is made of has changed, and only then.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fault } from '@houqin/fault'
import { alone } from '@houqin/postgres'

/** Folders whose text ends up in the console, and the lock file that fixes its libraries. */
const sources = ['apps/web', 'kernel/define', 'kernel/words', 'kernel/web-kit', 'subsystems', 'package-lock.json']
const notSources: ReadonlySet<string> = new Set(['node_modules', 'dist', 'test', 'migrations'])

/** Builds `apps/web` of the repository at `root` when needed. Throws `all.console-not-built` with what the builder said. */
export async function buildConsole({ root, progress }: { root: string; progress: (step: { zh: string; en: string }) => void }): Promise<void> {
  const web = join(root, 'apps/web')
  if (!existsSync(join(web, 'package.json'))) return
  // of two that start at once one builds, and the other finds it built
  const leave = await alone(web)
  try {
    const stamp = join(web, 'dist', '.sources')
    const hash = hashOf(root)
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
    progress({ zh: '构建管理界面', en: 'building the console' })
    await vite({ root, web })
    writeFileSync(stamp, hash)
  } finally {
    leave()
  }
}

function hashOf(root: string): string {
  const hash = createHash('sha256')
  for (const source of sources) for (const file of filesUnder(join(root, source))) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!path.endsWith('.json')) return walk(path)
  return [path]
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !notSources.has(name))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => entry.isDirectory() ? walk(join(folder, entry.name)) : entry.isFile() ? [join(folder, entry.name)] : [])
}

async function vite({ root, web }: { root: string; web: string }): Promise<void> {
  const builder = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: web, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [builder.stdout, builder.stderr]) stream.setEncoding('utf8').on('data', (text: string) => { said += text })
  const [code] = await once(builder, 'close')
  if (code === 0) return
  throw fault({ code: 'all.console-not-built', zh: `管理界面构建失败：\n${said.trim()}`, en: 'The console could not be built; the builder said the above.' })
}
