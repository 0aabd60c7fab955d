// The console is built by one at a time: of several that start at once, the others find it built.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildConsole } from '../src/console-build.ts'

/** Says that it was begun, takes a moment, and leaves what it built. */
const builder = `
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
appendFileSync('../../begun', '.')
rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
setTimeout(() => writeFileSync('dist/index.html', '<!doctype html>'), 300)
`

test('three that start at once build it once, and each goes on with a whole one', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'houqin-console-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  const web = join(root, 'apps/web')
  for (const folder of [web, join(root, 'node_modules/vite/bin')]) mkdirSync(folder, { recursive: true })
  writeFileSync(join(web, 'package.json'), '{}')
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(root, 'node_modules/vite/bin/vite.js'), builder)
  writeFileSync(join(root, 'node_modules/vite/package.json'), '{ "type": "module" }')
  await Promise.all([1, 2, 3].map(async () => {
    await buildConsole({ root, progress: () => undefined })
    assert.ok(existsSync(join(web, 'dist/index.html')))
  }))
  assert.equal(readFileSync(join(root, 'begun'), 'utf8'), '.')
})
