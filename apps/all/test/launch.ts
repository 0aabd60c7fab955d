// Launching 启动: npm start and its like as a process of their own, ended with the test that began them.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'

const bootstrap = fileURLToPath(new URL('../bootstrap.mjs', import.meta.url))

// Removed at the end of the file: a test's own hooks run in the order given, and what lives in a folder must end first.
const folders: string[] = []
after(() => { for (const folder of folders) rmSync(folder, { recursive: true }) })

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-all-'))
  folders.push(folder)
  return folder
}

export function launch(t: TestContext, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { DATABASE_URL: _ours, ...inherited } = process.env
  const child = spawn(process.execPath, [bootstrap, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { HOUQIN_CARS: 'off', ...inherited, ...environment } })
  t.after(() => end(child))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => { text += piece })
  return { child, output: child.stdout, said: () => text }
}

export function ready(t: TestContext, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const launched = launch(t, [...args, '--port', '0'], environment)
  return new Promise<typeof launched & { address: string }>((resolve, reject) => {
    launched.output.on('data', () => {
      const address = /Houqin is ready:\s+(\S+)/.exec(launched.said())?.[1]
      if (address !== undefined) resolve({ ...launched, address })
    })
    launched.child.once('close', () => reject(new Error(launched.said())))
  })
}

/** A command of the house, run to its end. */
export async function command(t: TestContext, name: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<{ code: unknown; said: string }> {
  const { child, said } = launch(t, ['--then', `apps/all/src/${name}.ts`, ...args], environment)
  const [code] = await once(child, 'close')
  return { code, said: said() }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  await exit
}

/** The process the bootstrap handed over to. */
export function childOf(child: ChildProcess): number {
  const [first] = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim().split(' ')
  return Number(first)
}
