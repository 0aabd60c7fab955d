// `npm run bench -- fleet` in a small size: terminals report to a gateway of its own, a day is reckoned and told, and every figure is one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { benchDays } from '../fleet/days.ts'
import { withFleetHouse } from '../fleet/house.ts'
import { benchLinks } from '../fleet/links.ts'
import { benchStream } from '../fleet/stream.ts'

test('stream, links and days are measured on a fleet of ten', async () => {
  const measured = await withFleetHouse(10, async (house) => [
    ...(await benchStream(house, { runs: 1, seconds: 1 })),
    ...(await benchLinks(house, { terminals: 10, rate: 20, seconds: 1, back: 5 })),
    ...(await benchDays(house, [1])),
  ])
  assert.equal(measured.length, 16)
  assert.deepEqual(measured.filter(({ value, what }) => !(value > 0) && what !== 'memory of one'), [])
})
