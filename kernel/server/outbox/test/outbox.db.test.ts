// Stories of what must reach somebody outside: with its cause or not at all, at least once, and never at another's cost.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DeliveryFailure, deadLetters, deliver, lettersOf, outboxTables, outboxTicks, post, requeue, sweepDeliveries } from '@houqin/outbox'
import type { Delivery, Handler } from '@houqin/outbox'
import { transaction } from '@houqin/db'
import { jobTables, runTick } from '@houqin/jobs'
import { say } from '@houqin/problem'
import { fakeClock, testDatabase } from '@houqin/testing'

async function open() {
  const { db } = await testDatabase({ sets: [outboxTables, jobTables] })
  const clock = fakeClock('2026-11-24T09:00:00+08:00')
  const write = (topic: string, ...keys: string[]): Promise<number> =>
    transaction(db, (tx) => post(tx, clock, keys.map((key) => ({ topic, key, payload: { to: key } }))))
  const sent: Delivery[] = []
  const handler: Handler = { send: async (delivery) => ({ receipt: `ok ${sent.push(delivery)}` }) }
  const run = (topic = 'mail', by: Handler = handler): Promise<number> => deliver(db, clock, { topic, handler: by })
  const letter = async (key: string, topic = 'mail') => (await lettersOf(db, { topic, keys: [key] })).get(key)
  return { db, clock, write, sent, handler, run, letter }
}
const refuses = (permanent: boolean): Handler => ({
  send: () => Promise.reject(new DeliveryFailure({ permanent, says: say('对方拒收', 'Refused') })),
})

describe('a delivery', () => {
  it('goes out after the commit of its cause, and never when that was undone', async () => {
    const { db, clock, write, sent, run } = await open()
    await assert.rejects(transaction(db, async (tx) => {
      await post(tx, clock, [{ topic: 'mail', key: 'undone', payload: null }])
      throw new Error('the step failed')
    }))
    await write('mail', 'a')
    assert.equal(await run(), 1)
    assert.deepEqual(sent, [{ topic: 'mail', key: 'a', payload: { to: 'a' }, attempt: 1 }])
    assert.equal(await run(), 0)
  })

  it('is one, however often its key is posted', async () => {
    const { write, sent, run } = await open()
    assert.deepEqual([await write('mail', 'a', 'b'), await write('mail', 'a', 'c')], [2, 1])
    await run()
    assert.deepEqual(sent.map(({ key }) => key).toSorted(), ['a', 'b', 'c'])
    assert.equal(await write('mail', 'a'), 0, 'not even after it was sent')
  })

  it('is sent once by several processes that look at the same moment', async () => {
    const { write, sent, run } = await open()
    await write('mail', ...Array.from({ length: 40 }, (_, index) => `m${index}`))
    await Promise.all([run(), run(), run()])
    assert.equal(sent.length, 40)
    assert.equal(new Set(sent.map(({ key }) => key)).size, 40)
  })

  it('waits for its hour', async () => {
    const { db, clock, run } = await open()
    await transaction(db, (tx) => post(tx, clock, [{ topic: 'mail', key: 'later', payload: 1, at: new Date('2026-11-25T08:30:00+08:00') }]))
    assert.equal(await run(), 0)
    clock.set('2026-11-25T08:30:00+08:00')
    assert.equal(await run(), 1)
  })

  it('is tried again after pauses that double, then lies dead with its reason until it is put back', async () => {
    const { db, clock, write, sent, run, letter } = await open()
    await write('mail', 'a')
    const tried: number[] = []
    for (let minute = 0; minute <= 600; minute += 1, clock.advance({ minutes: 1 })) if ((await run('mail', refuses(false))) > 0) tried.push(minute)
    assert.deepEqual(tried, [0, 1, 3, 7, 15, 31, 63, 127])
    const { rows, total } = await deadLetters(db)
    assert.deepEqual([total, rows.map(({ key, attempts, problem }) => ({ key, attempts, problem }))], [1, [{ key: 'a', attempts: 8, problem: say('对方拒收', 'Refused') }]])
    const ids = rows.map(({ id }) => id)
    assert.equal((await transaction(db, (tx) => requeue(tx, { ids, at: clock.now() }))).length, 1)
    assert.equal((await transaction(db, (tx) => requeue(tx, { ids, at: clock.now() }))).length, 0, 'a second press finds nothing dead')
    await run()
    assert.equal(sent.length, 1)
    assert.deepEqual([await letter('a'), (await deadLetters(db)).total], [{ state: 'sent', receipt: 'ok 1', problem: null }, 0])
  })

  it('waits for a line that is busy as long as it takes, without an attempt counted', async () => {
    const { clock, write, sent, run, letter } = await open()
    await write('mail', 'a')
    const busy: Handler = { send: () => Promise.reject(new DeliveryFailure({ permanent: false, says: say('名额已用完', 'Busy'), again: new Date(clock.now().getTime() + 60_000) })) }
    for (let minute = 0; minute < 20; minute += 1, clock.advance({ minutes: 1 })) assert.equal(await run('mail', busy), 1)
    assert.deepEqual(await letter('a'), { state: 'waiting', receipt: null, problem: say('名额已用完', 'Busy') })
    await run()
    assert.deepEqual(sent.map(({ attempt }) => attempt), [1])
  })

  it('dies at once when it can never arrive', async () => {
    const { write, run, letter } = await open()
    await write('mail', 'a')
    await run('mail', refuses(true))
    assert.equal((await letter('a'))?.state, 'dead')
  })

  it('is sent again under the same key by another, when its sender was killed before the receipt', async () => {
    const { clock, write, sent, handler, run, letter } = await open()
    await write('mail', 'a')
    let arrived = (): void => undefined
    const there = new Promise<void>((resolve) => { arrived = resolve })
    const killed = run('mail', { send: async (delivery) => { sent.push(delivery); arrived(); return new Promise(() => undefined) }, timeout: 300, parallel: 1, attempts: 1_000 })
    await there
    assert.equal(await run(), 0, 'not while the first may still be at it')
    clock.advance({ minutes: 2 })
    assert.equal(await run('mail', handler), 1)
    assert.deepEqual(sent.map(({ key, attempt }) => [key, attempt]), [['a', 1], ['a', 2]])
    await killed
    assert.equal((await letter('a'))?.state, 'sent', 'the one that comes back late changes nothing')
  })
})

describe('a gateway that hangs', () => {
  it('is given up after its time, signal or no signal, and holds up no other topic', async () => {
    const { db, clock, write, sent, handler, letter } = await open()
    await write('sms', 'hangs')
    await write('mail', 'a')
    let raised = false
    const hangs: Handler = { timeout: 400, send: (_delivery, signal) => new Promise(() => signal.addEventListener('abort', () => { raised = true })) }
    const [sms, mail] = outboxTicks(clock, { sms: hangs, mail: handler })
    assert.ok(sms && mail)
    const hanging = runTick(db, clock, sms)
    await runTick(db, clock, mail)
    assert.equal(sent.length, 1, 'the other topic is done while the first still hangs')
    assert.equal(raised, false)
    await hanging
    assert.equal(raised, true)
    assert.deepEqual(await letter('hangs', 'sms'), { state: 'waiting', receipt: null, problem: say('对方 0.4 秒内没有答复，稍后自动重试', 'No answer within 0.4 seconds; it will be tried again') })
  })
})

describe('what arrived', () => {
  it('is forgotten in time, what died is not', async () => {
    const { db, clock, write, run, letter } = await open()
    await write('mail', 'sent')
    await run()
    await write('mail', 'dead')
    await run('mail', refuses(true))
    clock.advance({ days: 40 })
    await sweepDeliveries(db, { before: clock.now() })
    assert.deepEqual([(await letter('sent'))?.state, (await letter('dead'))?.state], [undefined, 'dead'])
  })
})
