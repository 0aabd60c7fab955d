// Every page of who leads, keeps and audits 管事的人, at a desk: it loads, fits, and axe finds nothing serious.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { houseReaders, walk, ways } from '../src/every-page.ts'

const seen = new Set<string>()
for (const username of houseReaders)
  test(`${username}, ${ways.desk.name}`, async (t) => {
    assert.deepEqual(await walk(t, { username, way: ways.desk, seen }), [])
  })
