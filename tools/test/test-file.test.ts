// What came of a file of tests is told truly: nothing passes by being left out, lost, hung or never loaded.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runTestFile } from '../runner/test-file.ts'
import type { TestFileResult } from '../runner/test-file.ts'

const root = fileURLToPath(new URL('../planted/tests', import.meta.url))

function runPlanted(name: string, timeoutSeconds = 20): Promise<TestFileResult> {
  delete process.env['NODE_TEST_CONTEXT'] // node:test refuses to run files from inside a test file it runs itself
  return runTestFile({ path: `${root}/${name}.test.ts`, timeoutSeconds, patienceSeconds: 1, root, stop: new AbortController().signal })
}

/** The processes told to sleep so many seconds, a number that nobody else uses. */
function sleeping(seconds: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8') === `/bin/sleep\0${seconds}\0`
    } catch {
      return false
    }
  })
}

test('a suite is not counted, a test with parts counts and its parts too', async () => {
  const { passed, failed, report } = await runPlanted('good')
  assert.deepEqual({ passed, failed, report }, { passed: 3, failed: 0, report: '' })
})

test('a failure is told in full with file and line, and with what the file printed', async () => {
  const { passed, failed, report } = await runPlanted('failing')
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 2 })
  assert.match(report, /✗ is wrong\n {2}failing\.test\.ts:6\n/)
  assert.match(report, /\+ {3}area: '92'\n.*- {3}area: '93'/)
  assert.match(report, /✗ is left untidy\n {2}failing\.test\.ts:7\n.*the page had errors/)
  assert.match(report, /failing\.test\.ts printed:\n {4}a line the file printed/)
  assert.doesNotMatch(report, /node:internal/)
})

test('skipped and to-do tests have failed, whichever way they were left out', async () => {
  const { passed, failed, report } = await runPlanted('skipped')
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 5 })
  for (const name of ['by option', 'by name', 'while running', 'still to do', 'a whole suite']) assert.match(report, new RegExp(`✗ ${name}`))
})

test('a file without a test has failed', async () => {
  const { passed, failed, tests, report } = await runPlanted('empty')
  assert.deepEqual({ passed, failed, tests }, { passed: 0, failed: 1, tests: 0 })
  assert.match(report, /has no test/)
})

test('a file that leaves in the middle with exit code 0 has failed', async () => {
  const { failed, report } = await runPlanted('leaving')
  assert.equal(failed, 1)
  assert.match(report, /ended before its tests did/)
})

test('a file that cannot be loaded has failed and says why', async () => {
  const { passed, failed, report } = await runPlanted('broken')
  assert.deepEqual({ passed, failed }, { passed: 0, failed: 1 })
  assert.match(report, /Cannot find module '?.*gone\.ts/)
})

test('a file that holds its process open, or never lets go of it, is ended and has failed', async () => {
  const results = await Promise.all(['hanging', 'busy'].map((name) => runPlanted(name, 2)))
  for (const { failed, report, seconds } of results) {
    assert.equal(failed, 1)
    assert.match(report, /was not over after 2 s and was ended/)
    assert.ok(seconds < 15)
  }
  assert.deepEqual(sleeping('600.75'), [])
})

test('a file that leaves a process running has failed, and the process is ended', async () => {
  const { passed, failed, report } = await runPlanted('straying')
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 })
  assert.match(report, /left processes running, which were ended:\n\s+\/bin\/sleep 600\.25/)
  assert.deepEqual(sleeping('600.25'), [])
})

test('what goes wrong after all tests is told', async () => {
  const { passed, failed, report } = await runPlanted('after-all')
  assert.deepEqual({ passed, failed }, { passed: 1, failed: 1 })
  assert.match(report, /the database was not dropped/)
})
