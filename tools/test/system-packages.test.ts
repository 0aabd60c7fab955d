// Without root the machine's missing packages are named with the command that brings them, never passed over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ensureSystemPackages } from '../system-packages.ts'

const print = (): void => {}

test('what is there is not asked for', async () => {
  await ensureSystemPackages({ print, packages: [{ name: 'node', shownBy: ['/nowhere', process.execPath] }], isRoot: false })
})

test('what is missing is named with the command', async () => {
  const packages = [{ name: 'chromium', shownBy: ['/nowhere/chromium'] }, { name: 'fonts-noto-cjk', shownBy: ['/nowhere/font'] }]
  await assert.rejects(
    ensureSystemPackages({ print, packages, isRoot: false }),
    /need chromium and fonts-noto-cjk, which this machine does not have\. Run as root: apt-get update && apt-get install -y chromium fonts-noto-cjk$/,
  )
})
