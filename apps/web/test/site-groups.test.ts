// What the site switcher offers, and in which order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { siteGroups } from '../src/site/site-groups.ts'

const site = (id: string) => ({ id, name: id })
const [a, b, c, d] = [site('a'), site('b'), site('c'), site('d')]
const told = (given: Parameters<typeof siteGroups>[0]): readonly string[] => siteGroups(given).map(({ key, sites, from }) => `${key} ${from} ${sites.map((one) => one?.id ?? 'all').join(',')}`)

test('all of them, mine, those chosen lately, the others; each once', () => {
  assert.deepEqual(told({ typed: false, mine: [b], lately: [b, c], found: [a, b, c, d] }), ['all 0 all', 'mine 1 b', 'lately 2 c', 'others 3 a,d'])
})
test('what is empty is left out', () => {
  assert.deepEqual(told({ typed: false, mine: [], lately: [], found: [] }), ['all 0 all'])
})
test('while somebody types, what was found and nothing else', () => {
  assert.deepEqual(told({ typed: true, mine: [b], lately: [c], found: [d] }), ['found 0 d'])
})
