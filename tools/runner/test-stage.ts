// A stage made of test files: a few at a time, each in its own process, the slowest named at the end.
import { relative } from 'node:path'
import type { Stage, StageResult } from './stage.ts'
import { runTestFile } from './test-file.ts'
import type { TestFileResult } from './test-file.ts'

/** Two cores are what the smallest machine has. */
const atATime = 2

export function testStage({ name, files, timeoutSeconds, root, prepare, stop }: {
  name: string
  /** Absolute paths. */
  files: readonly string[]
  /** How long one file may take. */
  timeoutSeconds: number
  root: string
  /** Brings what the files need, such as a database or a browser, before the first of them starts. */
  prepare: () => Promise<void>
  /** Given up: the files under way are ended, no other is started. */
  stop: AbortSignal
}): Stage {
  return Object.freeze({
    name,
    async run(): Promise<StageResult> {
      await prepare()
      const results: TestFileResult[] = []
      const waiting = [...files]
      const worker = async (): Promise<void> => {
        for (let path = waiting.shift(); path !== undefined && !stop.aborted; path = waiting.shift())
          results.push(await runTestFile({ path, timeoutSeconds, root, stop }))
      }
      await Promise.all(Array.from({ length: atATime }, worker))
      return {
        passed: sum(results, ({ passed }) => passed),
        failed: sum(results, ({ failed }) => failed),
        tests: sum(results, ({ tests }) => tests),
        report: reportOf({ results, root }),
      }
    },
  })
}

function reportOf({ results, root }: { results: readonly TestFileResult[]; root: string }): string {
  const failures = results.filter(({ failed }) => failed > 0).map(({ report }) => report)
  const slow = results
    .filter(({ seconds }) => seconds > 10)
    .sort((a, b) => b.seconds - a.seconds)
    .map(({ path, seconds }) => `  ${relative(root, path)} took ${seconds.toFixed(1)} s`)
  return [...failures, slow.join('\n')].filter((text) => text !== '').join('\n\n')
}

function sum(results: readonly TestFileResult[], part: (one: TestFileResult) => number): number {
  return results.reduce((total, one) => total + part(one), 0)
}
