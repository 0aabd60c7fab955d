// Killed 被杀: a first start or a history cut short with kill -9 leaves nothing half, and the next start finishes it.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { addDays, systemClock } from '@houqin/clock'
import { runningPostgres } from '@houqin/postgres'
import pg from 'pg'
import { childOf, launch, newFolder, ready } from './launch.ts'

async function connected(t: TestContext, dataFolder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: runningPostgres({ dataFolder }) })
  // it ends with its database, when that is killed with the server
  client.on('error', () => undefined)
  await client.connect()
  t.after(() => client.end().catch(() => undefined))
  return client
}
async function rowsOf<Row extends pg.QueryResultRow>(client: pg.Client, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows
}

/** Of the part that has most to tell, as it stands in SQL. */
const history = "'demonstration.service-desk'"

describe('kill -9', () => {
  // one folder: what the first test leaves is what the second begins with
  const data = newFolder()

  it('in the middle of the first load: the next start loads the whole district anew', async (t) => {
    const first = launch(t, ['--data', data, '--port', '0'])
    while (!first.said().includes('loading the demonstration: places')) await once(first.output, 'data')
    process.kill(childOf(first.child), 'SIGKILL')
    await once(first.child, 'close')
    assert.doesNotMatch(first.said(), /Houqin is ready/)

    const second = await ready(t, ['--data', data])
    assert.match(second.said(), /loading the demonstration: people/)
    assert.match(second.said(), /liu\.min/)
    const client = await connected(t, data)
    assert.deepEqual(await rowsOf(client, `
      select (select count(*)::int from places.site) as sites, (select count(*)::int from people.organ) as organs`),
    [{ sites: 92, organs: 235 }])
    const jobs = (await rowsOf<{ kind: string }>(client, 'select kind from job.job order by created_at, seq')).map(({ kind }) => kind)
    assert.equal(new Set(jobs).size, jobs.length)
    assert.equal(jobs.at(-1), 'demonstration.notices')
    const [loaded] = await rowsOf<{ parts: string[] }>(client, `select array_agg(part order by part collate "C") as parts from world.loaded where phase = 'base'`)
    assert.deepEqual(loaded?.parts, [...second.said().matchAll(/loading the demonstration: ([a-z-]+)/g)].map(([, part]) => part ?? '').toSorted())

    // history streams in behind the first page: killed there, it has left nothing
    let state: string | undefined
    while (state !== 'running') state = (await rowsOf<{ state: string }>(client, `select state from job.job where kind = ${history}`))[0]?.state
    process.kill(childOf(second.child), 'SIGKILL')
    await once(second.child, 'close')
  })

  it('in the middle of the history: the next start is ready within five seconds, takes the work over and does it once', async (t) => {
    const begun = performance.now()
    // a day later in that world, so that the dead worker has been silent for long enough
    const started = await ready(t, ['--data', data, '--world-date', addDays(systemClock.today(), 1)])
    const took = performance.now() - begun
    assert.ok(took < 5_000, `ready after ${Math.round(took)} ms`)
    assert.doesNotMatch(started.said(), /loading the demonstration/)
    const client = await connected(t, data)
    let job: { state: string; attempts: number; problem: string | null } | undefined
    while (job?.state !== 'done' && job?.state !== 'failed') [job] = await rowsOf<NonNullable<typeof job>>(client, `select state, attempts, problem from job.job where kind = ${history}`)
    assert.deepEqual(job, { state: 'done', attempts: 2, problem: null })
    const [told] = await rowsOf<{ loaded: number; matters: number; numbers: number; forms: number }>(client, `
      select (select count(*)::int from world.loaded where phase = 'history' and part = 'service-desk') as loaded, count(*)::int as matters, count(distinct number)::int as numbers,
        (select count(*)::int from service_desk.repair) as forms from matter.matter where kind = 'service-desk.repair'`)
    assert.equal(told?.loaded, 1)
    assert.ok(told.matters > 500)
    assert.deepEqual([told.numbers, told.forms], [told.matters, told.matters])
  })
})
