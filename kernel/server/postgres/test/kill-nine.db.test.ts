// Sudden death: of our process, of its watchdog, of PostgreSQL. What was acknowledged stays; the folder is free again.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import pg from 'pg'
import { ask, hold, killNine, newFolder, processesWith, untilGone } from './holder.ts'

describe('kill -9', () => {
  it('of our process: the database ends by itself, and the next start finds everything acknowledged', async (t) => {
    const options = { dataFolder: newFolder() }
    const first = await hold(t, { options })
    const acknowledged = await writeUntil(first.url, () => killNine(first.child))
    await untilGone(first.pid)
    const second = await hold(t, { options })
    assert.ok(acknowledged > 0)
    assert.deepEqual(await missing(second.url, acknowledged), [])
  })

  it('of our process and its watchdog: the next start stops the orphan and takes over', async (t) => {
    const options = { dataFolder: newFolder() }
    const first = await hold(t, { options })
    const watchdogs = processesWith(String(first.pid))
    assert.equal(watchdogs.length, 1)
    for (const pid of watchdogs) process.kill(pid, 'SIGKILL')
    await Promise.all(watchdogs.map((pid) => untilGone(pid)))
    const acknowledged = await writeUntil(first.url, () => killNine(first.child))
    assert.deepEqual(await ask(first.url, 'select 1 as orphan'), [{ orphan: 1 }])
    const second = await hold(t, { options })
    await untilGone(first.pid)
    assert.deepEqual(await missing(second.url, acknowledged), [])
  })

  it('of everything at once, PostgreSQL first: the log on disk gives every acknowledged row back', async (t) => {
    const options = { dataFolder: newFolder() }
    const first = await hold(t, { options })
    const acknowledged = await writeUntil(first.url, async () => {
      process.kill(first.pid, 'SIGKILL')
      await killNine(first.child)
    })
    const second = await hold(t, { options })
    assert.ok(acknowledged > 0)
    assert.deepEqual(await missing(second.url, acknowledged), [])
  })
})

/** Inserts 1, 2, 3 … each acknowledged before the next, strikes after the hundredth, and returns the last acknowledged. */
async function writeUntil(url: string, strike: () => Promise<void>): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table written (n int primary key)')
  let acknowledged = 0
  let struck: Promise<void> | undefined
  try {
    while (acknowledged < 2_000) {
      await client.query('insert into written values ($1)', [acknowledged + 1])
      acknowledged += 1
      if (acknowledged === 100) struck = strike()
    }
  } catch {
    // The blow was felt: the last insert is not acknowledged.
  }
  await struck
  await client.end().catch(() => undefined)
  return acknowledged
}

function missing(url: string, acknowledged: number): Promise<readonly Record<string, unknown>[]> {
  return ask(url, `select n from generate_series(1, ${acknowledged}) n except select n from written`)
}
