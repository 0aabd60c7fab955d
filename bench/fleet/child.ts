// A child that speaks in lines of JSON; one that ends before it has spoken is an error and not a wait.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Child {
  /** The next line. @throws Error when it ends first. */
  hear<Line>(): Promise<Line>
  ask<Line>(): Promise<Line>
  kill(): Promise<void>
}

export function child(script: string, words: readonly (string | number)[]): Child {
  const process_ = spawn(process.execPath, ['--expose-gc', fileURLToPath(new URL(script, import.meta.url)), ...words.map(String)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: process_.stdout })[Symbol.asyncIterator]()
  const ended = once(process_, 'exit')
  const hear = async <Line>(): Promise<Line> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`${script} ended with ${String(process_.exitCode)} before it spoke`)
    return JSON.parse(value) as Line
  }
  return {
    hear,
    ask: async <Line>() => {
      process_.stdin.write('\n')
      return hear<Line>()
    },
    async kill() {
      process_.kill('SIGKILL')
      await ended
    },
  }
}
