// Runs the stages one after another, tells each one's name, duration and outcome, and counts.
import type { Stage, StageResult } from './stage.ts'

export interface Tally {
  readonly passed: number
  /** Above zero also when no test ran at all. */
  readonly failed: number
}

/**
 * A failing stage does not stop the next: one run tells everything. A stage that throws has failed. The caller prints
 * `tallyLine` last.
 */
export async function runStages({ stages, print }: {
  stages: readonly Stage[]
  /** Writes text as it stands, without a line end. */
  print: (text: string) => void
}): Promise<Tally> {
  let passed = 0
  let failed = 0
  let tests = 0
  for (const stage of stages) {
    print(stage.name.padEnd(14))
    const start = performance.now()
    const result = await outcome(stage)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    print(`${seconds.padStart(6)} s  ${result.passed} passed, ${result.failed} failed\n`)
    if (result.report !== '') print(`\n${result.report.trimEnd()}\n\n`)
    passed += result.passed
    failed += result.failed
    tests += result.tests
  }
  if (tests === 0) {
    print('No test ran, and a run without a test proves nothing: this counts as a failure.\n')
    failed += 1
  }
  return { passed, failed }
}

/** The last line of every run; other programs read it. */
export function tallyLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}

async function outcome(stage: Stage): Promise<StageResult> {
  try {
    return await stage.run()
  } catch (error) {
    const report = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { passed: 0, failed: 1, tests: 0, report }
  }
}
