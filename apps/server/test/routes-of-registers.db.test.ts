// Every route of every register is called by every role: who is let in stands in routes-of-registers.golden.md, and nothing breaks.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { golden } from '@houqin/testing'
import { testSubsystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'
import { paper, walk } from './route-walk.ts'
import type { Walk } from './route-walk.ts'

let walked: Walk

before(async () => {
  walked = await walk(await testSubsystem(parts), (url) => url.startsWith('/api/registers/'))
})

test('every answer from 400 on is a problem of the closed list, and none of them our fault', () => {
  assert.deepEqual(walked.wrong, [])
})

test('whoever has not signed in is let in to nothing', () => {
  assert.ok(walked.called.length > 100)
  assert.deepEqual(walked.called.filter(({ statuses: [nobody] }) => nobody !== 401), [])
})

test('who is let in where is as it is written down', () => {
  golden({ file: new URL('routes-of-registers.golden.md', import.meta.url), text: paper(walked) })
})
