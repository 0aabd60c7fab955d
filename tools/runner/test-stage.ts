// A stage made of test files: a few at a time, each in its own process; the slowest, and what tests measured, named at the end.
import { relative } from 'node:path'
import type { Stage, StageResult } from './stage.ts'
import { runTestFile } from './test-file.ts'
import type { TestFileResult } from './test-file.ts'

/** Two cores are what the smallest machine has. */
const atATime = 2
/** Where more files than these fail, it is not their neighbours that made them. */
const mostAgain = 6

export function testStage({ name, files, timeoutSeconds, alone, root, prepare, stop }: {
  name: string
  /** Absolute paths. */
  files: readonly string[]
  /** How long one file may take. */
  timeoutSeconds: number
  /** Files that failed beside others are run again alone; those that pass then are named as unsteady, with why they had failed. */
  alone: boolean
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
      const unsteady = alone ? await again({ results, run: (path) => runTestFile({ path, timeoutSeconds, root, stop }), stop }) : []
      return {
        passed: sum(results, ({ passed }) => passed),
        failed: sum(results, ({ failed }) => failed),
        tests: sum(results, ({ tests }) => tests),
        report: reportOf({ results, unsteady, root }),
      }
    },
  })
}

/**
 * Runs each file that failed once more with the machine to itself, and puts what came of it in the place of the first result.
 * @returns the first results of those that passed then.
 */
async function again({ results, run, stop }: {
  results: TestFileResult[]
  run: (path: string) => Promise<TestFileResult>
  stop: AbortSignal
}): Promise<readonly TestFileResult[]> {
  const failed = results.filter((one) => one.failed > 0)
  if (failed.length > mostAgain) return []
  const unsteady: TestFileResult[] = []
  for (const first of failed) {
    if (stop.aborted) break
    const second = await run(first.path)
    if (second.failed > 0) continue
    results[results.indexOf(first)] = second
    unsteady.push(first)
  }
  return unsteady
}

function reportOf({ results, unsteady, root }: { results: readonly TestFileResult[]; unsteady: readonly TestFileResult[]; root: string }): string {
  const failures = results.filter(({ failed }) => failed > 0).map(({ report }) => report)
  const shaken = unsteady.map(({ path, report }) => `~ ${relative(root, path)} is UNSTEADY: it passed when run again alone. Beside others it had failed:\n${report}`)
  const slow = results
    .filter(({ seconds }) => seconds > 10)
    .sort((a, b) => b.seconds - a.seconds)
    .map(({ path, seconds }) => `  ${relative(root, path)} took ${seconds.toFixed(1)} s`)
  const measured = results.flatMap((one) => one.measured.map((says) => `  ${relative(root, one.path)}: ${says}`))
  return [...failures, ...shaken, slow.join('\n'), measured.join('\n')].filter((text) => text !== '').join('\n\n')
}

function sum(results: readonly TestFileResult[], part: (one: TestFileResult) => number): number {
  return results.reduce((total, one) => total + part(one), 0)
}
