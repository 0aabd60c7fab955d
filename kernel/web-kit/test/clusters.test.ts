// Clusters on the map 聚合: what stands closer than a thumb becomes one, and nothing is lost.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { clustersOf } from '../src/map/clusters.ts'

it('joins what is near, over the edges of its cells too, and keeps everybody exactly once', () => {
  const things = [['a', 0, 0], ['b', 5, 0], ['c', 9.9, 0], ['d', -3, 4], ['e', 100, 100], ['f', 106, 100]].map(([id, x, y]) => ({ id: String(id), x: Number(x), y: Number(y) }))
  assert.deepEqual(clustersOf(things, 10).map(({ ids }) => ids), [['a', 'b', 'c', 'd'], ['e', 'f']])
  assert.deepEqual(clustersOf(things, 1).length, 6)
  const many = Array.from({ length: 500 }, (_, nth) => ({ id: String(nth), x: nth * 7.3 % 211, y: nth * 3.7 % 97 }))
  const clusters = clustersOf(many, 12)
  assert.equal(new Set(clusters.flatMap(({ ids }) => ids)).size, 500)
  assert(clusters.length < 250)
})
