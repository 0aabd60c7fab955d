// Runs one file of tests in a process of its own and tells what came of each test in it.
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { describeFailure, describeOutput } from './describe-failure.ts'
import { strays } from './strays.ts'

export interface TestFileResult {
  readonly path: string
  readonly passed: number
  readonly failed: number
  /** Each failure in full, then what the file printed; empty when all passed. */
  readonly report: string
  /** What its tests measured and told by `t.diagnostic`, a sentence each; node:test keeps it from whoever reads the run. */
  readonly measured: readonly string[]
  /** How many tests ran to their end. */
  readonly tests: number
  readonly seconds: number
}

/** What node:test tells of a test that ended; a suite and the file itself are told of in the same way. */
interface Ended {
  readonly name: string
  readonly file?: string
  readonly line?: number
  readonly skip?: string | boolean
  readonly todo?: string | boolean
  readonly details: { readonly type?: string | undefined; readonly error?: Error | undefined }
}

/**
 * Nothing passes by not running: a test that was skipped or left to do has failed, and so has a file without a test,
 * one that ended before its tests did, one that was not over after `timeoutSeconds` (its process is then ended), or one
 * that leaves processes running (they are ended with it).
 */
export async function runTestFile({ path, timeoutSeconds, patienceSeconds = 10, root, stop }: {
  /** Absolute. */
  path: string
  timeoutSeconds: number
  /** How long what the file started may take to end in good order after it. */
  patienceSeconds?: number
  /** Failures name files relative to this folder. */
  root: string
  /** Ends the file's process when the whole run is given up. */
  stop: AbortSignal
}): Promise<TestFileResult> {
  const start = performance.now()
  const failures: string[] = []
  const output: string[] = []
  const measured: string[] = []
  let passed = 0
  let tests = 0
  let summed = false
  let fileError: Error | undefined

  const fail = (ended: Ended, why: string | Error | undefined): void => {
    failures.push(describeFailure({ name: ended.name, path: ended.file ?? path, line: ended.line, why, root }))
  }
  const end = (ended: Ended): void => {
    const { error } = ended.details
    if (ended.name === path) {
      if (error && failureType(error) === 'hookFailed') fail({ ...ended, name: 'what is done after all tests' }, error)
      else fileError = error
      return
    }
    if (ended.details.type !== 'suite') tests += 1
    if (error && failureType(error) === 'subtestsFailed') return // what failed inside has been told already
    if (error) fail(ended, error)
    else if (ended.skip !== undefined) fail(ended, 'was skipped; a test that does not run proves nothing.')
    else if (ended.todo !== undefined) fail(ended, 'is left to do; a test that does not run proves nothing.')
    else if (ended.details.type !== 'suite') passed += 1
  }

  const left = strays()
  const events = run({ files: [path], isolation: 'process', env: left.environment, concurrency: 1, signal: AbortSignal.any([stop, AbortSignal.timeout(timeoutSeconds * 1000)]) })
  events.on('test:pass', end)
  events.on('test:fail', end)
  events.on('test:stdout', ({ message }) => output.push(message))
  events.on('test:stderr', ({ message }) => output.push(message))
  events.on('test:diagnostic', ({ file, message }) => {
    if (file !== undefined) measured.push(message) // without a file it is node:test's own count of the whole run
  })
  events.on('test:summary', ({ file }) => {
    if (file !== undefined) summed = true
  })
  await finished(events.resume())

  const told = failures.length > 0
  const ended = await left.end(fileError ? 0 : patienceSeconds)
  const why = wrongWithTheFile({ fileError, summed, tests, told, timeoutSeconds })
    ?? (ended.length > 0 && !told ? `left processes running, which were ended:\n${ended.join('\n')}` : undefined)
  if (why !== undefined) fail({ name: 'the file as a whole', file: path, details: {} }, why)
  const printed = failures.length > 0 && output.length > 0 ? [describeOutput({ path, output: output.join(''), root })] : []
  const report = [...failures, ...printed].join('\n\n')
  return { path, passed, failed: failures.length, report, measured, tests, seconds: (performance.now() - start) / 1000 }
}

/** What no single test can tell. `summed`: node:test told its summary of the file, which it does when all tests are over. */
function wrongWithTheFile({ fileError, summed, tests, told, timeoutSeconds }: {
  fileError: Error | undefined
  summed: boolean
  tests: number
  told: boolean
  timeoutSeconds: number
}): string | undefined {
  if (fileError && failureType(fileError) === 'testAborted')
    return `was not over after ${timeoutSeconds} s and was ended; a test hangs, or something was left open.`
  if (fileError && !summed) return 'ended with an error before its tests did.'
  if (tests === 0) return 'has no test, or ended before its tests did.'
  if (!summed) return 'ended before its tests did.'
  return fileError && !told ? 'ended with an error after its tests.' : undefined
}

/** node:test's own word for how a test failed. */
function failureType(error: Error): unknown {
  return 'failureType' in error ? error.failureType : undefined
}
