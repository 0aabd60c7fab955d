// Stories of long work and of what is due: done once, by whoever is there, and never lost with its worker.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Db } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { fakeClock, testDatabase } from '@houqin/testing'
import { enqueue, houseJobs, jobTables, readJob, runTick, startRunner, stopJob, workOnce } from '@houqin/jobs'
import type { Workers } from '@houqin/jobs'
import { sql } from 'kysely'

const owner = crypto.randomUUID()
async function open() {
  const { db } = await testDatabase({ sets: [jobTables] })
  const clock = fakeClock('2026-11-24T09:00:00+08:00')
  const ask = (): Promise<string> => enqueue(db, clock, { kind: 'count', title: '数一数', owner, payload: { upTo: 3 } })
  return { db, clock, ask }
}

async function begunTimes(db: Db, id: string): Promise<number> {
  const { rows } = await sql<{ attempts: number }>`select attempts from job.job where id = ${id}`.execute(db)
  return rows[0]?.attempts ?? 0
}

describe('a job', () => {
  it('of the house is for everybody to see while it is under way, and one somebody asked for is not', async () => {
    const { db, clock, ask } = await open()
    await ask()
    const id = await enqueue(db, clock, { kind: 'house', title: '补上没有人在的这些天' })
    assert.deepEqual(await houseJobs(db), [{ id, title: '补上没有人在的这些天', state: 'queued', done: 0, of: null }])
    await workOnce(db, clock, { house: async ({ progress }) => {
      await progress(3, 45)
      assert.deepEqual(await houseJobs(db), [{ id, title: '补上没有人在的这些天', state: 'running', done: 3, of: 45 }])
    } })
    assert.deepEqual(await houseJobs(db), [])
  })

  it('says how far it has come and what came of it, to its owner alone', async () => {
    const { db, clock, ask } = await open()
    const id = await ask()
    assert.deepEqual(await readJob(db, id, owner), { id, title: '数一数', state: 'queued', done: 0, of: null, result: null, problem: null })
    const seen: unknown[] = []
    const workers: Workers = {
      count: async ({ payload, progress }) => {
        await progress(2, 3)
        seen.push(payload, await readJob(db, id, owner))
        return { counted: 3 }
      },
    }
    assert.equal(await workOnce(db, clock, workers), true)
    assert.deepEqual(seen, [{ upTo: 3 }, { id, title: '数一数', state: 'running', done: 2, of: 3, result: null, problem: null }])
    assert.deepEqual((await readJob(db, id, owner)).result, { counted: 3 })
    await assert.rejects(readJob(db, id, crypto.randomUUID()), (e) => e instanceof Problem && e.type === 'not-found')
  })

  it('is done once, however many look for work at the same moment', async () => {
    const { db, clock, ask } = await open()
    await ask()
    let times = 0
    const workers: Workers = { count: async () => { times += 1 } }
    await Promise.all(Array.from({ length: 4 }, () => workOnce(db, clock, workers)))
    assert.equal(times, 1)
  })

  it('is taken over when its worker has fallen silent, and not before', async () => {
    const { db, clock, ask } = await open()
    const id = await ask()
    let release = (): void => undefined
    const dying = workOnce(db, clock, { count: () => new Promise<void>((resolve) => { release = resolve }) })
    const other: Workers = { count: async () => 'by another' }
    while ((await readJob(db, id, owner)).state !== 'running') await new Promise((resolve) => setImmediate(resolve))
    assert.equal(await workOnce(db, clock, other), false)
    clock.advance({ minutes: 2 })
    assert.equal(await workOnce(db, clock, other), true)
    assert.equal((await readJob(db, id, owner)).result, 'by another')
    release()
    await dying
    assert.equal((await readJob(db, id, owner)).result, 'by another', 'the one that came back late changes nothing')
  })

  it('whose first worker lives after all is not worked at by two: the late one is told where it says how far it has come', async () => {
    const { db, clock, ask } = await open()
    const id = await ask()
    let release = (): void => undefined
    let told: unknown
    const late = workOnce(db, clock, {
      count: async ({ progress }) => {
        await new Promise<void>((resolve) => { release = resolve })
        await progress(1, 3).catch((error: unknown) => { told = error })
      },
    })
    while ((await readJob(db, id, owner)).state !== 'running') await new Promise((resolve) => setImmediate(resolve))
    clock.advance({ minutes: 2 })
    await workOnce(db, clock, { count: async ({ progress }) => { await progress(3, 3) } })
    release()
    await late
    assert.match(String(told), /taken over by another worker/)
    assert.deepEqual([(await readJob(db, id, owner)).state, (await readJob(db, id, owner)).done], ['done', 3])
  })

  it('at which every worker dies is given up after ten, and holds up nobody else', async () => {
    const { db, clock, ask } = await open()
    const deadly = await ask()
    for (let died = 0; died < 10; died += 1) {
      void workOnce(db, clock, { count: () => new Promise<void>(() => {}) })
      while (await begunTimes(db, deadly) <= died) await new Promise((resolve) => setImmediate(resolve))
      clock.advance({ minutes: 2 })
    }
    const other = await ask()
    assert.equal(await workOnce(db, clock, { count: async () => 'counted' }), true)
    assert.deepEqual([(await readJob(db, deadly, owner)).state, (await readJob(db, other, owner)).result], ['failed', 'counted'])
    assert.match((await readJob(db, deadly, owner)).problem ?? '', /每次都随程序中断/)
  })

  it('is tried three times when it fails of itself, once when it says why', async () => {
    const { db, clock, ask } = await open()
    const broken = await ask()
    let times = 0
    const failing: Workers = { count: async () => { times += 1; throw new Error('disk') } }
    while (await workOnce(db, clock, failing));
    assert.equal(times, 3)
    assert.deepEqual([(await readJob(db, broken, owner)).state, (await readJob(db, broken, owner)).problem], ['failed', 'disk'])
    const refused = await ask()
    assert.equal(await workOnce(db, clock, { count: async () => { throw new Problem('bad-input', say('没有这样的文件。', 'No such file.')) } }), true)
    assert.deepEqual([(await readJob(db, refused, owner)).state, (await readJob(db, refused, owner)).problem], ['failed', '没有这样的文件。'])
  })
})

describe('a job that is stopped', () => {
  it('ends where it next says how far it has come, and is not tried again', async () => {
    const { db, clock, ask } = await open()
    const id = await ask()
    let done = 0
    const workers: Workers = {
      count: async ({ progress }) => {
        for (; done < 3; done += 1) {
          await progress(done, 3)
          if (done === 1) await stopJob(db, id, owner)
        }
      },
    }
    await assert.rejects(stopJob(db, id, crypto.randomUUID()), (e) => e instanceof Problem && e.type === 'not-found', 'only whoever asked for it')
    while (await workOnce(db, clock, workers));
    assert.equal(done, 2)
    const { state, problem } = await readJob(db, id, owner)
    assert.deepEqual([state, problem], ['failed', '已按要求停止。'])
  })

  it('before it began does nothing, after it is over changes nothing', async () => {
    const { db, clock, ask } = await open()
    const early = await ask()
    await stopJob(db, early, owner)
    let touched = false
    const workers: Workers = { count: async ({ progress }) => { await progress(0, 1); touched = true } }
    await workOnce(db, clock, workers)
    assert.equal(touched, false)
    const late = await ask()
    await workOnce(db, clock, workers)
    assert.equal((await stopJob(db, late, owner)).state, 'done')
  })
})

describe('a tick', () => {
  it('comes once a period, of two processes and after a pause', async () => {
    const { db, clock } = await open()
    let runs = 0
    const tick = { name: 'due', every: 60_000, run: async () => { runs += 1 } }
    const both = await Promise.all([runTick(db, clock, tick), runTick(db, clock, tick)])
    assert.deepEqual([both.filter(Boolean).length, runs], [1, 1])
    clock.advance({ minutes: 0.5 })
    assert.equal(await runTick(db, clock, tick), false)
    clock.advance({ minutes: 0.5 })
    assert.equal(await runTick(db, clock, tick), true)
  })

  it('that fails is reported, and the runner goes on with the others until it is stopped', async () => {
    const { db, clock, ask } = await open()
    const id = await ask()
    let done = (): void => undefined
    const finished = new Promise<void>((resolve) => { done = resolve })
    let told = (_what: string): void => undefined
    const failure = new Promise<string>((resolve) => { told = resolve })
    const runner = startRunner({
      db, clock, every: 5,
      ticks: [{ name: 'bad', every: 1, run: async () => { throw new Error('no') } }],
      workers: { count: async () => done() },
      failed: (what) => told(what),
    })
    assert.equal(await failure, 'bad')
    await finished
    await runner.stop()
    assert.equal((await readJob(db, id, owner)).state, 'done')
  })
})
