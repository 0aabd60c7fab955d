// The run counts truly, and its last line is what other programs read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runStages, tallyLine } from '../runner/run-stages.ts'
import type { Tally } from '../runner/run-stages.ts'
import { checkStage } from '../runner/stage.ts'
import type { Stage } from '../runner/stage.ts'

const tests = (passed: number, failed: number): Stage =>
  ({ name: 'unit', run: () => Promise.resolve({ passed, failed, tests: passed + failed, report: failed > 0 ? '✗ one' : '' }) })

async function runQuietly(stages: readonly Stage[]): Promise<{ tally: Tally; printed: string }> {
  let printed = ''
  const tally = await runStages({ stages, print: (text) => { printed += text } })
  return { tally, printed }
}

test('a check that passes counts as one, tests count each', async () => {
  const { tally, printed } = await runQuietly([checkStage({ name: 'types', check: () => '' }), tests(7, 0)])
  assert.equal(tallyLine(tally), '8 passed, 0 failed')
  assert.match(printed, /^types +\d+\.\d s {2}1 passed, 0 failed\nunit +\d+\.\d s {2}7 passed, 0 failed\n$/)
})

test('a check that fails counts as one, says why, and does not stop the next', async () => {
  const { tally, printed } = await runQuietly([checkStage({ name: 'types', check: () => 'a.ts:1 is wrong\nb.ts:2 too' }), tests(3, 1)])
  assert.equal(tallyLine(tally), '3 passed, 2 failed')
  assert.match(printed, /a\.ts:1 is wrong\nb\.ts:2 too\n/)
  assert.match(printed, /✗ one/)
})

test('a stage that throws has failed, and what it threw is shown', async () => {
  const { tally, printed } = await runQuietly([checkStage({ name: 'browser', check: () => { throw new Error('no browser here') } }), tests(1, 0)])
  assert.deepEqual(tally, { passed: 1, failed: 1 })
  assert.match(printed, /no browser here/)
})

test('a run without a single test has failed, even when every check passes', async () => {
  assert.deepEqual((await runQuietly([checkStage({ name: 'types', check: () => '' })])).tally, { passed: 1, failed: 1 })
  assert.deepEqual((await runQuietly([])).tally, { passed: 0, failed: 1 })
})
