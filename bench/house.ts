// The house at rest 整机: how long it takes to open on an empty folder and on a full one, what memory server and database hold, and what its type check costs.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { installed, runProgram } from '@houqin/tools/program'
import { projects } from '@houqin/tools/type-check'
import { median, rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { serveProduct } from './serve.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const mebibyte = 2 ** 20

export interface AtRest {
  readonly emptyMs: number
  readonly againMs: readonly number[]
  /** Bytes that are the process's own share, of the server and of all of PostgreSQL. */
  readonly server: number
  readonly database: number
}
/** Of one run of the compiler. */
export interface Checked {
  readonly what: string
  readonly files: number
  readonly instantiations: number
  readonly seconds: number
}

/** `npm run bench -- house`. */
export async function benchHouse(): Promise<readonly Measured[]> {
  const demonstration = await atRest({ demo: true, starts: 3, restSeconds: 20 })
  const bare = await atRest({ demo: false, starts: 0, restSeconds: 5 })
  const [whole, ...parts] = await checked(['', ...subsystems()])
  return [
    { what: 'ready on an empty folder', value: rounded(bare.emptyMs / 1000), unit: 's' },
    { what: 'ready on an empty folder, the demonstration loaded', value: rounded(demonstration.emptyMs / 1000), unit: 's' },
    { what: 'ready again on the demonstration', value: rounded(median(demonstration.againMs) / 1000), unit: 's', goal: '≤ 5' },
    { what: 'memory at rest, server and PostgreSQL', value: rounded((demonstration.server + demonstration.database) / mebibyte), unit: 'MiB' },
    { what: 'of it the server', value: rounded(demonstration.server / mebibyte), unit: 'MiB' },
    { what: 'of it PostgreSQL', value: rounded(demonstration.database / mebibyte), unit: 'MiB' },
    ...[whole, ...parts].flatMap((one): Measured[] => one === undefined ? [] : [
      { what: `type check of ${one.what}`, value: rounded(one.seconds), unit: 's' },
      { what: `instantiations of ${one.what}`, value: one.instantiations, unit: `in ${one.files} files` },
    ]),
  ]
}

/** @param starts again after the first. @param restSeconds after the last, before the memory is read. */
export async function atRest({ demo, starts, restSeconds }: { demo: boolean; starts: number; restSeconds: number }): Promise<AtRest> {
  const data = mkdtempSync(join(tmpdir(), 'houqin-bench-house-'))
  try {
    const againMs: number[] = []
    let served = await serveProduct({ data, demo })
    const emptyMs = served.readyMs
    try {
      for (let start = 0; start < starts; start += 1) {
        await served.stop()
        served = await serveProduct({ data, demo })
        againMs.push(served.readyMs)
      }
      await pause(restSeconds * 1000)
      return { emptyMs, againMs, server: ownMemory(served.child.pid ?? 0), database: databaseProcesses(data).reduce((sum, pid) => sum + ownMemory(pid), 0) }
    } finally {
      await served.stop()
    }
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
}

/** Memory of its own and its share of what several processes hold together; 0 for a process that has just gone. */
function ownMemory(pid: number): number {
  const rollup = `/proc/${pid}/smaps_rollup`
  if (!existsSync(rollup)) return 0
  return Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(rollup, 'utf8'))?.[1] ?? 0) * 1024
}

/** The postmaster of a data folder and its children. */
export function databaseProcesses(data: string): readonly number[] {
  const [postmaster = ''] = readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  const children = `/proc/${postmaster}/task/${postmaster}/children`
  return [Number(postmaster), ...(existsSync(children) ? readFileSync(children, 'utf8').trim().split(' ').map(Number) : [])]
}

function subsystems(): readonly string[] {
  return readdirSync(join(root, 'subsystems'), { withFileTypes: true }).flatMap((entry) => entry.isDirectory() ? [`subsystems/${entry.name}`] : []).toSorted()
}

/** @param folders '' is the whole repository; what a folder imports is checked with it. */
export async function checked(folders: readonly string[]): Promise<readonly Checked[]> {
  const found: Checked[] = []
  for (const folder of folders) {
    const runs = folder === '' ? await inTurn(projects, (project) => compiled(['-p', project])) : [await ofFolder(folder)]
    found.push({
      what: folder === '' ? 'the repository' : folder, files: sumOf(runs, 'files'), instantiations: sumOf(runs, 'instantiations'), seconds: sumOf(runs, 'seconds'),
    })
  }
  return found
}
const sumOf = (runs: readonly Omit<Checked, 'what'>[], key: 'files' | 'instantiations' | 'seconds'): number => runs.reduce((sum, run) => sum + run[key], 0)
async function inTurn<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

async function ofFolder(folder: string): Promise<Omit<Checked, 'what'>> {
  const cache = join(root, '.cache')
  mkdirSync(cache, { recursive: true })
  const own = join(cache, `tsconfig.bench-${folder.replaceAll('/', '-')}.json`)
  const up = relative(cache, root)
  writeFileSync(own, JSON.stringify({ extends: `${up}/tsconfig.node.json`, include: ['src/contract', 'src/server'].map((part) => `${up}/${folder}/${part}/**/*`), exclude: [] }))
  try {
    return await compiled(['-p', own])
  } finally {
    rmSync(own)
  }
}

/** @throws Error with what the compiler said when it is not content. */
async function compiled(words: readonly string[]): Promise<Omit<Checked, 'what'>> {
  const began = performance.now()
  const { exitCode, output } = await runProgram({ program: installed('tsc'), args: [...words, '--noEmit', '--extendedDiagnostics', '--pretty', 'false'], folder: root })
  const figure = (name: string): number => Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output)?.[1] ?? Number.NaN)
  const seconds = (performance.now() - began) / 1000
  if (exitCode !== 0 || Number.isNaN(figure('Instantiations'))) throw new Error(output)
  return { files: figure('Files'), instantiations: figure('Instantiations'), seconds }
}
