// Every page of the office at work 办事的人, on a telephone and at a desk: it loads, fits, and axe finds nothing serious.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { walk, ways } from '../src/every-page.ts'

const readers = ['liu.min', 'zhou.jianguo', 'shen.lihua', 'chen.zhiqiang', 'sun.xiaowen', 'he.wei', 'wu.ting']

for (const way of Object.values(ways)) {
  const seen = new Set<string>()
  for (const username of readers)
    test(`${username}, ${way.name}`, async (t) => {
      assert.deepEqual(await walk(t, { username, way, seen }), [])
    })
}
