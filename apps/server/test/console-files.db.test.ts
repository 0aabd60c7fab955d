// The console's files 前端文件: a whole office opens them from one address; a piece of an older build is gone.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildApp } from '@houqin/api'
import { callerOf, testSubsystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'

test('the console is not counted against an address; the interface is', async (t) => {
  const consoleFolder = mkdtempSync(join(tmpdir(), 'houqin-console-'))
  t.after(() => rmSync(consoleFolder, { recursive: true }))
  for (const folder of ['assets', 'screens/town']) mkdirSync(join(consoleFolder, folder), { recursive: true })
  for (const file of ['index.html', 'q.html', 'assets/index-abc.js', 'screens/town/plan.html']) writeFileSync(join(consoleFolder, file), file)
  const { system } = await testSubsystem(parts)
  const app = await buildApp(system, { log: false, perMinute: 3, consoleFolder })
  t.after(() => app.close())
  const office = callerOf(app)

  for (let colleague = 0; colleague < 10; colleague += 1)
    for (const [path, file] of [['/', 'index.html'], ['/matters/any', 'index.html'], ['/town/plan?floor=1', 'screens/town/plan.html'], ['/town/plan/edit', 'index.html'], ['/town', 'index.html'], ['/assets/index-abc.js', 'assets/index-abc.js'], ['/q/any', 'q.html']] as const) {
      const { status, text } = await office.get(path)
      assert.deepEqual([path, status, text], [path, 200, file])
    }
  assert.equal((await office.get('/assets/index-old.js')).status, 404)

  const answers = []
  for (let call = 0; call < 5; call += 1) answers.push((await office.get('/api/me')).status)
  assert.deepEqual(answers, [401, 401, 401, 429, 429])
})
