// Whatever is asked of whichever route in its query or its path: an answer in time, a problem with a sentence.
import { test } from 'node:test'
import { finish, hostileStage, newTally, send } from './hostile-stage.ts'
import { hostileQueries, queryNames } from './hostile-values.ts'

test('wrong words in every query and every path', async (t) => {
  const stage = await hostileStage()
  const tally = newTally()
  for (const route of stage.reads) {
    const { path } = await stage.requestOf(route, route.by)
    // each name with one of the values, another at each route
    for (const name of queryNames)
      await send(tally, { by: route.by, what: 'a wrong query', method: 'GET', path: `${path}?${name}=${hostileQueries[tally.sent % hostileQueries.length]}`, asking: {} })
    await send(tally, { by: route.by, what: 'a query of many', method: 'GET', path: `${path}?${'limit=1&'.repeat(2_000)}`, asking: {} })
    if (!route.url.includes(':')) continue
    for (const value of hostileQueries.filter((one) => one !== '' && one.length < 200))
      await send(tally, { by: route.by, what: 'a wrong path', method: 'GET', path: route.url.replace(/:\w+/, value), asking: {} })
  }
  finish(t, tally)
})
