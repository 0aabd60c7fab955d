// Every page of who leads, keeps and audits 管事的人, on a telephone and at a desk: it loads, fits, and axe finds nothing serious.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { walk, ways } from '../src/every-page.ts'

const readers = ['xu.jing', 'gu.mingyuan', 'zheng.liqun', 'lin.fan', 'fan.rui', 'qian.yiming', 'feng.lan', 'shi.lei']

for (const way of Object.values(ways)) {
  const seen = new Set<string>()
  for (const username of readers)
    test(`${username}, ${way.name}`, async (t) => {
      assert.deepEqual(await walk(t, { username, way, seen }), [])
    })
}
