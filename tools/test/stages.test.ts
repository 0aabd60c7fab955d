// Which test belongs to which stage, and that the command's last line and exit code tell the truth.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../program.ts'
import type { ProgramResult } from '../program.ts'
import { serverOf } from '../runner/server-of.ts'
import { stagesOf } from '../stages.ts'
import { projectRoot, readTree } from '../tree.ts'
import { treeOf } from './tree-of.ts'

const none = (): Promise<void> => Promise.resolve()
const stop = new AbortController().signal
const house = treeOf({
  'kernel/a/test/a.test.ts': '', 'kernel/a/test/b.db.test.ts': '', 'subsystems/c/test/d.browser.test.ts': '',
  'subsystems/c/test/e.conformance.test.ts': '', 'kernel/a/src/no-test.ts': '',
})
const namesOf = ({ quick, filter, tree = house }: { quick: boolean; filter?: string; tree?: typeof house }): string[] =>
  stagesOf({ tree, quick, filter, needs: { database: none, browser: none, demonstration: none }, stop }).map(({ name }) => name)

test('everything runs in order, the quick part without database and browser', () => {
  assert.deepEqual(namesOf({ quick: false }), ['types', 'lint', 'boundaries', 'manners', 'conformance', 'unit', 'integration', 'browser'])
  assert.deepEqual(namesOf({ quick: true }), ['types', 'lint', 'boundaries', 'manners', 'conformance', 'unit'])
})

test('a filter leaves only the tests whose path contains it', () => {
  assert.deepEqual(namesOf({ quick: false, filter: 'kernel/a' }), ['unit', 'integration'])
  assert.deepEqual(namesOf({ quick: false, filter: 'd.browser' }), ['browser'])
  assert.deepEqual(namesOf({ quick: false, filter: 'nobody' }), [])
})

test('a stage brings what its files need before it runs them, and counts them', async () => {
  delete process.env['NODE_TEST_CONTEXT'] // node:test refuses to run files from inside a test file it runs itself
  const asked: string[] = []
  const need = (name: string) => (): Promise<void> => {
    asked.push(name)
    return Promise.resolve()
  }
  const tree = readTree({ root: fileURLToPath(new URL('../planted/tests', import.meta.url)) })
  const run = (filter: string) => stagesOf({ tree, quick: false, filter, needs: { database: need('database'), browser: need('browser'), demonstration: need('demonstration') }, stop })
  const [unit] = run('good')
  assert.deepEqual(await unit?.run(), { passed: 3, failed: 0, tests: 3, report: '' })
  assert.deepEqual(asked, [])
  const [stories] = run('story')
  assert.equal((await stories?.run())?.failed, 1, 'a planted story fails')
  assert.deepEqual(asked, ['database', 'browser', 'demonstration'])
})

test('what failed beside others runs again alone; passing then it counts, and is named with why it had failed', async (t) => {
  delete process.env['NODE_TEST_CONTEXT']
  const folder = mkdtempSync(join(tmpdir(), 'houqin-unsteady-'))
  t.after(() => rmSync(folder, { recursive: true }))
  process.env['UNSTEADY_MARK'] = join(folder, 'ran')
  const tree = readTree({ root: fileURLToPath(new URL('../planted/tests', import.meta.url)) })
  const [stage] = stagesOf({ tree, quick: false, filter: 'unsteady', needs: { database: none, browser: none, demonstration: none }, stop })
  const result = await stage?.run()
  assert.deepEqual([result?.passed, result?.failed], [1, 0])
  assert.match(result?.report ?? '', /^~ unsteady\.db\.test\.ts is UNSTEADY[^]*✗ meets its neighbours[^]*somebody was in the way/)
})

test('what a test measured is printed, for whoever reads the run', async () => {
  delete process.env['NODE_TEST_CONTEXT']
  const tree = readTree({ root: fileURLToPath(new URL('../planted/tests', import.meta.url)) })
  const [stage] = stagesOf({ tree, quick: false, filter: 'measuring', needs: { database: none, browser: none, demonstration: none }, stop })
  assert.deepEqual(await stage?.run(), { passed: 1, failed: 0, tests: 1, report: '  measuring.test.ts: 40 s: scaffold 3 s' })
})

function npmTest(...words: string[]): Promise<ProgramResult> {
  delete process.env['NODE_TEST_CONTEXT']
  return runProgram({ program: process.execPath, args: [join(projectRoot, 'tools/test.ts'), ...words] })
}

test('the last line says what passed, and the exit code is 0 only then', async () => {
  const { exitCode, output } = await npmTest('fake-clock')
  assert.match(output, /\n3 passed, 0 failed\n$/)
  assert.equal(exitCode, 0)
})

test('a run that found no test to run has failed', async () => {
  const { exitCode, output } = await npmTest('no-path-contains-this')
  assert.match(output, /No test ran.*\n0 passed, 1 failed\n$/)
  assert.equal(exitCode, 1)
})

test('words that are not understood run nothing', async () => {
  const { exitCode, output } = await npmTest('--fast')
  assert.match(output, /Not understood: --fast/)
  assert.equal(exitCode, 2)
})

test('a server of yours is named by its address, and not by nothing', () => {
  assert.deepEqual(serverOf(['--postgres', 'postgresql://db/houqin', 'kernel/a', '--accept']), { yours: 'postgresql://db/houqin', rest: ['kernel/a', '--accept'] })
  assert.deepEqual(serverOf(['kernel/a']), { yours: undefined, rest: ['kernel/a'] })
  assert.deepEqual(serverOf(['--postgres', '--accept']), { yours: undefined, rest: ['--postgres', '--accept'] })
})
