// Fails the first time and passes the second.
import assert from 'node:assert/strict'
import { existsSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
const { UNSTEADY_MARK: mark = '' } = process.env
test('meets its neighbours', () => {
  const second = existsSync(mark)
  writeFileSync(mark, '')
  assert.ok(second, 'somebody was in the way')
})
