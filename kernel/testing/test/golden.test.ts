// A golden file that no longer shows what is true fails, says how, and is renewed only when asked and never in CI.
import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { pathToFileURL } from 'node:url'
import { golden } from '../src/index.ts'

function setting(t: TestContext, environment: { ACCEPT?: string; CI?: string }): URL {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-golden-'))
  const before = { ACCEPT: process.env['ACCEPT'], CI: process.env['CI'] }
  const put = (values: Readonly<Record<string, string | undefined>>): void => {
    for (const [name, value] of Object.entries(values)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
  put({ ACCEPT: undefined, CI: undefined, ...environment })
  t.after(() => {
    put(before)
    rmSync(folder, { recursive: true })
  })
  return pathToFileURL(join(folder, 'access.golden.md'))
}

const numbers = Array.from({ length: 20 }, (_, at) => `line ${at + 1}`)

test('the same text passes, another fails with the lines that differ and the way to accept', (t) => {
  const file = setting(t, {})
  writeFileSync(file, numbers.join('\n'))
  golden({ file, text: numbers.join('\n') })
  const text = numbers.with(9, 'line ten').join('\n')
  assert.throws(() => golden({ file, text }), ({ message }: Error) => {
    assert.match(message, /\n {2}line 9\n- line 10\n\+ line ten\n {2}line 11\n/)
    assert.doesNotMatch(message, /line 1\n|line 14/)
    assert.match(message, /npm test -- --accept/)
    return true
  })
  assert.equal(readFileSync(file, 'utf8'), numbers.join('\n'))
})

test('a golden file that is not there fails and is not made by itself', (t) => {
  const file = setting(t, {})
  assert.throws(() => golden({ file, text: 'new\n' }), /There is no golden file .*\n\n.*\+ new\n/s)
  assert.equal(existsSync(file), false)
})

test('it is written when accepted', (t) => {
  const file = setting(t, { ACCEPT: '1' })
  golden({ file, text: 'new\n' })
  assert.equal(readFileSync(file, 'utf8'), 'new\n')
})

test('in CI nothing is written, accepted or not', (t) => {
  const file = setting(t, { ACCEPT: '1', CI: 'true' })
  assert.throws(() => golden({ file, text: 'new\n' }))
  assert.equal(existsSync(file), false)
})
