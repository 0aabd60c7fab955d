// A server of its own 独立进程: the product, or a yardstick, in a process of its own, from the moment it says where it listens.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../apps/all/src/main.ts', import.meta.url))
const own = (script: string): string => fileURLToPath(new URL(script, import.meta.url))

export interface Served {
  readonly address: string
  readonly child: ChildProcess
  /** From the start of the process to its word that it is ready. */
  readonly readyMs: number
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
}

/** The product as `npm start` runs it. @param databaseUrl of a database that runs already; left out, its own of the data folder. */
export async function serveProduct({ data, databaseUrl, demo = false }: { data: string; databaseUrl?: string; demo?: boolean }): Promise<Served> {
  const { DATABASE_URL: _theirs, ...environment } = process.env
  return started(program, ['--data', data, '--port', '0', '--host', '127.0.0.1', ...(demo ? [] : ['--demo', 'off'])], { ...environment, HOUQIN_CARS: 'off', ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) })
}

/** Its interface alone, for more questions than one account may ask. */
export async function serveInterface({ data, databaseUrl }: { data: string; databaseUrl: string }): Promise<Served> {
  return started(own('product-server.ts'), [data], { ...process.env, DATABASE_URL: databaseUrl })
}

/** The yardstick of lists. */
export async function serveBare(databaseUrl: string): Promise<Served> {
  return started(own('bare-server.ts'), [], { ...process.env, DATABASE_URL: databaseUrl })
}

/** @throws Error with all it printed when it ends before it is ready. */
async function started(script: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<Served> {
  const began = performance.now()
  const child = spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const ended = once(child, 'exit')
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => { text += piece })
  while (child.exitCode === null && child.signalCode === null) {
    const address = /is ready:\s+(\S+)/.exec(text)?.[1]
    if (address !== undefined) {
      const stop = async (): Promise<void> => {
        child.kill('SIGTERM')
        await ended
      }
      return Object.freeze({ address, child, readyMs: performance.now() - began, stop })
    }
    await pause(5)
  }
  throw new Error(`the server ended before it was ready:\n${text}`)
}
