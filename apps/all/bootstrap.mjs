// The first step 引导: plain JavaScript for whatever Node is there. Installs what is missing, then hands over to our own Node.
import { spawn, spawnSync } from 'child_process'
import { createHash } from 'crypto'
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'fs'
import { delimiter, dirname, join, relative, resolve, sep } from 'path'
import { fileURLToPath } from 'url'

const oldestNode = 20
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const modules = join(root, 'node_modules')
const ownNode = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')
const stamp = join(modules, '.houqin-installed')

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  refuse(
    `需要 Node ${oldestNode} 或更高版本，当前是 ${process.version}：请升级 Node 后重试。`,
    `Node ${oldestNode} or later is needed, this is ${process.version}: upgrade Node and try again.`,
  )
}
install()
handOver(process.argv.slice(2))

function install() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n${lock}`).digest('hex')
  if (existsSync(ownNode) && read(stamp) === hash) return
  // Installed by hand, or by an earlier version with the same libraries: then nothing needs the network.
  if (!existsSync(ownNode) || !isInstalled(JSON.parse(lock))) runNpm()
  if (!existsSync(ownNode)) {
    refuse(
      `本机（${process.platform}-${process.arch}）没有可用的 Node 程序：智慧后勤运行于 Linux x64 或 arm64。`,
      `There is no Node for this machine (${process.platform}-${process.arch}): Houqin runs on Linux x64 or arm64.`,
    )
  }
  linkNode()
  writeFileSync(stamp, hash)
}

// So that npm scripts and people find it under the usual name: npm 10 makes no link when two packages offer one.
function linkNode() {
  const link = join(modules, '.bin', 'node')
  if (existsSync(link)) return
  mkdirSync(dirname(link), { recursive: true })
  rmSync(link, { force: true })
  symlinkSync(relative(dirname(link), ownNode), link)
}

function isInstalled(lock) {
  const present = read(join(modules, '.package-lock.json'))
  if (present === '') return false
  const installed = JSON.parse(present).packages
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true
    // Our own packages are links; a new subsystem makes its own.
    if (wanted.link) return existsSync(join(root, path))
    const found = installed[path]
    // npm leaves out what is made for another machine.
    if (found === undefined) return wanted.optional === true
    return found.version === wanted.version && found.integrity === wanted.integrity && existsSync(join(root, path))
  })
}

function runNpm() {
  process.stdout.write('· 安装依赖 installing what is missing (npm ci)\n')
  const [command, ...args] = npmCommand()
  const result = spawnSync(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: pathElsewhere() },
  })
  if (result.status !== 0) {
    refuse(
      '依赖安装失败（原因见上）：请检查网络或 npm 镜像设置，然后重新运行。',
      'Installing failed, npm says why above: check the network or the registry npm is set to, then run this again.',
    )
  }
}

// npm is about to remove node_modules, and the Node we run on may be in there.
function npmCommand() {
  const inside = realpathSync(process.execPath).startsWith(modules + sep)
  const npm = process.env.npm_execpath
  return npm && !inside ? [process.execPath, npm] : ['npm']
}

function pathElsewhere() {
  return (process.env.PATH || '').split(delimiter).filter((folder) => !resolve(folder).startsWith(modules)).join(delimiter)
}

function handOver(args) {
  const other = args[0] === '--then'
  const script = other ? args[1] : 'apps/all/src/main.ts'
  if (script === undefined) refuse('--then 后面应有一个文件。', 'A file should follow --then.')
  const rest = other ? args.slice(2) : args
  // The channel tells main.ts of our death; other scripts have no use for one.
  const stdio = other ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc']
  const child = spawn(ownNode, [resolve(root, script), ...rest], { stdio })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => refuse(`无法启动 ${ownNode}：${error.message}`, `${ownNode} does not start: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function refuse(zh, en) {
  process.stderr.write(`${zh}\n${en}\n`)
  process.exit(1)
}
