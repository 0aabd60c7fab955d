// Lint and types see what they are there to see: planted carelessness is reported, each kind by name.
import assert from 'node:assert/strict'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { checkLint } from '../lint.ts'
import { projectRoot, readTree } from '../tree.ts'
import { checkTypes } from '../type-check.ts'

/** Folders of this name are left out by the configurations, so what lies there is judged as a copy elsewhere. */
function copyOfPlanted({ t, name, into }: { t: TestContext; name?: string; into: string }): string {
  mkdirSync(into, { recursive: true })
  const folder = mkdtempSync(join(into, 'houqin-planted-'))
  t.after(() => rmSync(folder, { recursive: true }))
  if (name !== undefined) cpSync(join(projectRoot, 'tools/planted', name), folder, { recursive: true })
  return folder
}

test('lint reports forgotten promises, any and console', async (t) => {
  const report = await checkLint({ folder: copyOfPlanted({ t, name: 'lint', into: tmpdir() }) })
  for (const rule of ['no-floating-promises', 'no-misused-promises', 'await-thenable', 'no-explicit-any', 'no-console']) assert.match(report, new RegExp(rule))
})

test('lint that sees no file does not pass', async (t) => {
  assert.match(await checkLint({ folder: copyOfPlanted({ t, into: tmpdir() }) }), /No files found/)
})

test('types know where code runs, and a file no compiler was shown is named', async (t) => {
  // Inside the project, because the compiler looks for Node's types in the folders above.
  const root = copyOfPlanted({ t, name: 'types', into: join(projectRoot, '.cache') })
  for (const file of readdirSync(projectRoot).filter((one) => /^tsconfig.*\.json$/.test(one))) copyFileSync(join(projectRoot, file), join(root, file))
  const report = await checkTypes(readTree({ root }))
  assert.match(report, /kernel\/define\/src\/area\.ts\(2,\d+\): error TS\d+: Cannot find name 'document'/)
  assert.match(report, /kernel\/define\/src\/area\.ts\(2,\d+\): error TS\d+: Cannot find name 'process'/)
  assert.match(report, /tools\/wrong\.ts\(2,\d+\): error TS2322/)
  assert.match(report, /subsystems\/people\/src\/web\/index\.tsx\(2,\d+\): error TS\d+: Cannot find name 'process'/)
  assert.doesNotMatch(report, /web\/index\.tsx.*'document'/)
  assert.match(report, /lost\/forgotten\.ts is seen by no tsconfig/)
})
