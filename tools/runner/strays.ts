// Strays 遗留进程: what a file of tests started and left running, known by a mark in its environment, in whatever group it runs.
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const variable = 'HOUQIN_TEST_FILE'
/** What hangs in the kernel does not hear even this signal; the run goes on without it. */
const hardestSeconds = 10

export interface Strays {
  /** The environment for the file's process; whatever it starts inherits it. */
  readonly environment: NodeJS.ProcessEnv
  /** Gives them `patienceSeconds` to leave by themselves, then ends them. @returns the command of each that had to be ended. */
  end(patienceSeconds: number): Promise<readonly string[]>
}

/**
 * A server that outlives its test keeps connections of the shared PostgreSQL, may hold a transaction open there that every
 * other test waits for, and holds the pipe of our output: whoever reads that waits for its end for ever.
 */
export function strays(): Strays {
  const mark = randomUUID()
  return Object.freeze({
    environment: { ...process.env, [variable]: mark },
    async end(patienceSeconds: number) {
      const until = performance.now() + patienceSeconds * 1000
      let left = marked(mark)
      while (left.length > 0 && performance.now() < until) {
        await pause(50)
        left = marked(mark)
      }
      const commands = new Map<number, string>()
      // A kill is heard when the process runs next, and one that was forked meanwhile is found by the next look.
      for (const killUntil = performance.now() + hardestSeconds * 1000; left.length > 0 && performance.now() < killUntil; left = marked(mark)) {
        for (const pid of left) {
          commands.set(pid, commands.get(pid) || commandOf(pid))
          try {
            process.kill(pid, 'SIGKILL')
          } catch { /* gone by itself in between */ }
        }
        await pause(10)
      }
      return [...commands.values()].filter((command) => command !== '')
    },
  })
}

function marked(mark: string): readonly number[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    .filter((pid) => Number(pid) !== process.pid && lookedUp(`/proc/${pid}/environ`).split('\0').includes(`${variable}=${mark}`))
    .map(Number)
}

function commandOf(pid: number): string {
  return lookedUp(`/proc/${pid}/cmdline`).split('\0').join(' ').trim()
}

/** Empty when the process has gone, is a zombie, or belongs to somebody else. */
function lookedUp(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
