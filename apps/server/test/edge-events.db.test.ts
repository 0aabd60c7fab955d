// News 动态 over the wire: it reaches whom it concerns and nobody else, loses nothing over a broken line, and ends with the session.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { before, describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { publish } from '@houqin/events'
import { room } from '@houqin/places'
import { category, repair } from '@houqin/service-desk'
import { settled } from '@houqin/testing'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'

let desk: TestSystem
let address: string
before(async () => {
  desk = await testSubsystem(parts)
  await desk.make(category)
  address = await desk.app.listen({ port: 0, host: '127.0.0.1' })
})

interface News { readonly id: string; readonly event: string; readonly data: Readonly<Record<string, unknown>> }

/** An open console: what it has heard, and the wish to hear until something is so. */
async function listenAs(t: TestContext, { token }: Pick<Somebody, 'token'>, last?: string) {
  const call = get(`${address}/api/events`, { agent: false, headers: { authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) } })
  const [response] = await once(call, 'response') as [IncomingMessage]
  t.after(() => response.destroy())
  const heard: News[] = []
  let text = ''
  response.setEncoding('utf8').on('data', (piece: string) => {
    text += piece
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) {
      const read = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? ''
      if (read('id') !== '') heard.push({ id: read('id'), event: read('event'), data: JSON.parse(read('data')) as News['data'] })
    }
  })
  const until = async (enough: () => boolean): Promise<void> => {
    while (!enough()) await once(response, 'data')
  }
  // the first line comes when the stream has joined: nothing that is told from here on is missed
  await once(response, 'data')
  return { response, heard, until }
}
const tell = (data: object, audience: object): Promise<unknown> =>
  desk.system.db.transaction().execute((tx) => publish(tx, { at: desk.clock.now(), topic: 'inbox', payload: data, audience }))

describe('the events', () => {
  it('of a repair reach who asked and who dispatches, and no stranger', async (t) => {
    const liu = await desk.as('everyone')
    const dispatcher = await desk.as('service-desk.dispatcher')
    const stranger = await desk.as('everyone')
    const [asker, hand, other] = [await listenAs(t, liu), await listenAs(t, dispatcher), await listenAs(t, stranger)]
    const asked = await liu.ask(repair, { what: '灯不亮', urgency: 'normal', room: (await desk.usual(room)).id })
    const ofIt = ({ data }: News): boolean => data['number'] === asked.number
    await hand.until(() => hand.heard.some(ofIt))
    await asker.until(() => asker.heard.some(ofIt))
    // told last and to him alone: whatever was for him before it has arrived
    await tell({ end: true }, { persons: [stranger.person] })
    await other.until(() => other.heard.some(({ data }) => data['end'] === true))
    // the category made beforehand is everybody's, and may be told as late as this
    assert.deepEqual(other.heard.map(({ data }) => data).filter((data) => data['register'] !== category.id), [{ end: true }])
  })

  it('missed while the line was broken come once each and in order, however many', async (t) => {
    const liu = await desk.as('everyone')
    const first = await listenAs(t, liu)
    await tell({ n: 0 }, { persons: [liu.person] })
    await first.until(() => first.heard.length === 1)
    first.response.destroy()
    const many = 1_203
    await desk.system.db.transaction().execute(async (tx) => {
      for (let n = 1; n <= many; n += 1) await publish(tx, { at: desk.clock.now(), topic: 'inbox', payload: { n }, audience: { persons: [liu.person ?? ''] } })
    })
    await settled(desk.system.db)
    const again = await listenAs(t, liu, first.heard[0]?.id)
    await tell({ n: many + 1 }, { persons: [liu.person] })
    await again.until(() => again.heard.length > many)
    assert.deepEqual(again.heard.map(({ data }) => data['n']), Array.from({ length: many + 1 }, (_, index) => index + 1))
    assert.equal(new Set(again.heard.map(({ id }) => id)).size, many + 1)
  })

  it('after a place that is gone begin with the word to load afresh', async (t) => {
    const liu = await desk.as('everyone')
    const lost = await listenAs(t, liu, '9000000000000000000-1')
    await lost.until(() => lost.heard.length > 0)
    assert.equal(lost.heard[0]?.event, 'reload')
  })

  it('end with the session that has expired, at the next beat', async (t) => {
    const liu = await desk.as('everyone')
    t.mock.timers.enable({ apis: ['setInterval'] })
    const { response } = await listenAs(t, liu)
    const ended = once(response, 'end')
    t.mock.timers.tick(25_000)
    let text = ''
    response.on('data', (piece: string) => { text += piece })
    while (!text.includes(': beat')) await once(response, 'data')
    desk.clock.advance({ days: 24 * 3650 })
    t.mock.timers.tick(25_000)
    await ended
    assert.equal((await desk.anonymous().call('GET', '/api/events', { headers: { authorization: `Bearer ${liu.token}` } })).status, 401)
  })
})
