// What the tests of this package share: folders that go away again, and a holder of a database in a process of its own.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { StartPostgres } from '../src/index.ts'

// Removed at the end of the file: a test's own hooks run in the order given, and what lives in a folder must end first.
const folders: string[] = []
after(() => { for (const folder of folders) rmSync(folder, { recursive: true }) })

/** A new folder, gone again after the file's tests. `open` lets every user walk through it. */
export function newFolder({ open = false }: { open?: boolean } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-postgres-'))
  folders.push(folder)
  if (open) chmodSync(folder, 0o755)
  return folder
}

export interface Holder {
  readonly child: ChildProcess
  readonly url: string
  /** Of the postmaster. */
  readonly pid: number
}

export interface HoldOptions {
  readonly options: Omit<StartPostgres, 'log'>
  readonly program?: { node: string; script: string }
  readonly user?: { uid: number; gid: number }
  readonly path?: string
}

/** Starts a database in another process; fails with what that process said when it cannot. */
export async function hold(t: TestContext, { options, program, user, path }: HoldOptions): Promise<Holder> {
  const { node, script } = program ?? { node: process.execPath, script: fileURLToPath(new URL('hold.ts', import.meta.url)) }
  const child = spawn(node, [script, JSON.stringify(options)], {
    ...user, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...(path === undefined ? {} : { PATH: path }) },
  })
  t.after(() => letGo(child))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text })
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, pid } = JSON.parse(line) as { url: string; pid: number } // hold.ts prints this and nothing else
    return { child, url, pid }
  }
  throw new Error(said)
}

/** Stops a holder in good order and returns its exit code. */
export async function letGo(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill('SIGINT')
  await exit
  return child.exitCode
}

/** Kills a holder so that it cannot say goodbye. */
export async function killNine(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** Answers of one query on a connection of its own. */
export async function ask(url: string, query: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(query)
    return rows
  } finally {
    await client.end()
  }
}

/** Waits for the end of a process that is not a child of ours; no event tells of it. */
export async function untilGone(pid: number, patienceMs = 8_000): Promise<void> {
  for (let waited = 0; isRunning(pid); waited += 20) {
    if (waited > patienceMs) throw new Error(`process ${pid} is still there`)
    await pause(20)
  }
}

export function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && !/^\d+ \(.*\) Z/s.test(readFileSync(stat, 'utf8'))
}

/** Numbers of the processes whose arguments include `argument` as a whole. */
export function processesWith(argument: string): number[] {
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).filter((entry) => {
    try {
      return readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0').includes(argument)
    } catch {
      return false
    }
  }).map(Number)
}
