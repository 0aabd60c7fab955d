// Another server 另一个进程: serves a test's database in a process of its own, which ends with the test.
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface AnotherServer {
  readonly address: string
  readonly child: ChildProcess
}

export interface OtherServers {
  /** One more. @throws what the process said, when it ended before it served. */
  start(): Promise<AnotherServer>
  /** Kills all and takes their files away; for `after`. */
  end(): Promise<void>
}

/** Servers of one database, with one folder for their files. */
export function otherServers(databaseUrl: () => string): OtherServers {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-servers-'))
  const children: { child: ChildProcess; gone: Promise<unknown> }[] = []
  return Object.freeze({
    async start() {
      const child = spawn(process.execPath, [fileURLToPath(new URL('serve.ts', import.meta.url))], {
        stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, DATABASE_URL: databaseUrl(), DATA_FOLDER: folder },
      })
      const gone = once(child, 'exit')
      children.push({ child, gone })
      let log = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => { log += text })
      const early = gone.then(([code]) => Promise.reject<unknown[]>(new Error(`the server ended with ${String(code)}:\n${log}`)))
      early.catch(() => undefined) // once it serves, its end is the test's own wish
      const [line] = await Promise.race([once(child.stdout, 'data'), early])
      return Object.freeze({ address: String(line).trim(), child })
    },
    async end() {
      for (const { child } of children) child.kill('SIGKILL')
      await Promise.all(children.map(({ gone }) => gone))
      rmSync(folder, { recursive: true, force: true })
    },
  })
}
