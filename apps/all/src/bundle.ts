// `npm run bundle` 离线安装包: Node, libraries, PostgreSQL and the built console in one archive, for a machine without a network.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, realpathSync, renameSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGzip } from 'node:zlib'
import { pack } from 'tar-stream'
import { systemClock } from '@houqin/clock'
import { buildConsole } from './console-build.ts'
import { command, line, pathFromCaller, understood } from './command.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '')
const platform = `${process.platform}-${process.arch}`
const help = `npm run bundle -- [文件夹 FOLDER, ./bundles unless told] [--level 1–9]

  把程序、Node、数据库程序和构建好的界面打成一个文件；在没有网络的机器上解开即可运行：
  One archive that runs on a machine without a network once it is unpacked:
    tar xzf houqin-….tar.gz && houqin-…/houqin --data /srv/houqin/data --demo off
`
/** Read by the start to see that the console is built of what lies there, or shown to people. */
const whole = ['apps/web', 'kernel/define', 'kernel/words', 'kernel/wire', 'kernel/web-kit', 'subsystems', 'docs']
const papers = ['package.json', 'package-lock.json', 'LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'apps/all/bootstrap.mjs']
const leftOut: ReadonlySet<string> = new Set(['node_modules', 'test', '.cache'])

const known = new Map<string, { name: string; folder: string }[]>()

/** The same words as with npm, without npm. */
const starter = `#!/bin/sh
# 智慧后勤 Houqin: ./houqin [options of npm start] · ./houqin backup|restore|audit-verify|account-reset|signing-key|verify-export|crypto-migrate|import-regulations …
here=$(cd "$(dirname "$0")" && pwd)
export INIT_CWD="\${INIT_CWD:-$PWD}"
node="$here/node_modules/node-${platform}/bin/node"
case "$1" in
  backup|restore|audit-verify|account-reset|signing-key|verify-export|crypto-migrate|import-regulations) name=$1; shift; exec "$node" "$here/apps/all/bootstrap.mjs" --then "apps/all/src/$name.ts" "$@" ;;
  *) exec "$node" "$here/apps/all/bootstrap.mjs" "$@" ;;
esac
`

await command(async () => {
  const { values, word } = understood(process.argv.slice(2), { level: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const)
  if (values.help === true) {
    process.stdout.write(help)
    return 0
  }
  // with its closing stroke, as the start names it: the stamp is of the paths too
  await buildConsole({ root: `${root}/`, progress: ({ zh, en }) => line(`· ${zh} ${en}`) })
  const folder = word === undefined ? join(root, 'bundles') : pathFromCaller(word)
  mkdirSync(folder, { recursive: true })
  const { version } = JSON.parse(readFileSync(join(root, 'apps/server/package.json'), 'utf8')) as { version: string }
  const name = `houqin-${version}-${platform}`
  const file = join(folder, `${name}.tar.gz`)
  const paths = [...new Set([...papers, ...whole.flatMap((path) => under(path)), ...[...packagesInUse()].flatMap((path) => under(path))])].toSorted((one, other) => (one < other ? -1 : 1))
  const { bytes, sha256 } = await write({ file, name, paths, level: Number(values.level ?? 6) })
  line(`已打包 bundled:  ${file}  (${(bytes / 2 ** 20).toFixed(0)} MiB, ${paths.length} 个文件 files)`)
  line(`SHA-256  ${sha256}`)
  return 0
})

/** Files and links under a folder of the repository; those of libraries whole but for what only compilers need. */
function under(folder: string): string[] {
  const library = folder.includes('node_modules')
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return library ? (entry.name === 'node_modules' ? [] : under(path)) : leftOut.has(entry.name) ? [] : under(path)
    return entry.name.endsWith('.a') ? [] : [path]
  })
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Folders of the packages that the one command needs when it runs, ours and others', found as Node finds them. */
function packagesInUse(): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (folder: string): void => {
    if (found.has(folder)) return
    if (folder !== '') found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest
    for (const name of new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies)])) {
      const next = placeOf(name, folder)
      // what is made for another machine is not installed here
      if (next !== undefined) visit(next)
      else if (optionalDependencies[name] === undefined) throw new Error(`${folder} needs ${name}, which is not installed`)
    }
  }
  visit('')
  visit('apps/all')
  return found
}

function placeOf(name: string, from: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(root, folder === '.' ? '' : folder, 'node_modules', name)
    if (existsSync(join(place, 'package.json'))) return relative(root, realpathSync(place))
    if (folder === '' || folder === '.') return undefined
  }
}

async function write({ file, name, paths, level }: { file: string; name: string; paths: readonly string[]; level: number }): Promise<{ bytes: number; sha256: string }> {
  const at = systemClock.now()
  const tar = pack()
  const hash = createHash('sha256')
  const target = createWriteStream(`${file}.unfinished`, { flush: true })
  const writing = pipeline(async function* () {
    for await (const bytes of tar) yield bytes as Buffer // a tar is made of bytes
  }, createGzip({ level }), async function* (source: AsyncIterable<Buffer>) {
    for await (const bytes of source) {
      hash.update(bytes)
      yield bytes
    }
  }, target)
  const text = (path: string, content: string, mode = 0o644): void => void tar.entry({ name: `${name}/${path}`, mode, mtime: at }, content)
  const link = (path: string, linkname: string): void => void tar.entry({ name: `${name}/${path}`, type: 'symlink', linkname, mtime: at })
  text('houqin', starter, 0o755)
  // so that the first step finds all of it there and asks no network
  text('node_modules/.houqin-installed', createHash('sha256').update(`${platform}\n${readFileSync(join(root, 'package-lock.json'), 'utf8')}`).digest('hex'))
  link('node_modules/.bin/node', `../node-${platform}/bin/node`)
  for (const path of paths) {
    const found = lstatSync(join(root, path))
    if (found.isSymbolicLink()) link(path, readlinkSync(join(root, path)))
    else await Promise.race([writing, add({ tar, path, name: `${name}/${path}`, mode: found.mode & 0o777, at })])
  }
  for (const own of new Set(paths.flatMap((path) => ownPackage(path)))) link(`node_modules/${own.name}`, relative(dirname(`node_modules/${own.name}`), own.folder))
  tar.finalize()
  await writing
  renameSync(`${file}.unfinished`, file)
  return { bytes: target.bytesWritten, sha256: hash.digest('hex') }
}

async function add({ tar, path, name, mode, at }: { tar: ReturnType<typeof pack>; path: string; name: string; mode: number; at: Date }): Promise<void> {
  const entry = tar.entry({ name, mode, size: lstatSync(join(root, path)).size, mtime: at })
  const ended = once(entry, 'close')
  for await (const bytes of createReadStream(join(root, path))) if (!entry.write(bytes)) await once(entry, 'drain')
  entry.end(undefined)
  await ended
}

/** Our own package that a file belongs to, for the link by which Node finds it. */
function ownPackage(path: string): { name: string; folder: string }[] {
  if (path.includes('node_modules')) return []
  // whatever groups of packages the repository has or will have
  let folder = dirname(path)
  while (folder !== '.' && !known.has(folder) && !existsSync(join(root, folder, 'package.json'))) folder = dirname(folder)
  if (folder === '.') return []
  const before = known.get(folder)
  if (before) return before
  const { name } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string }
  const one = [{ name, folder }]
  known.set(folder, one)
  return one
}
