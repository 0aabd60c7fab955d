// Rights felt at once 权限即时生效: a role withdrawn, an account closed, a grant that ends by its date, in every open console and every process.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { before, describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { systemActor } from '@houqin/access'
import { systemClock } from '@houqin/clock'
import { publish } from '@houqin/events'
import { settled } from '@houqin/testing'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { parts } from '../src/subsystems.ts'
import { otherServers } from './another-server.ts'

const keeping = 'places.officer'

/** An open console: what it has heard, by topic, and the wish to hear until something is so. */
async function listen(t: TestContext, address: string, { token }: Pick<Somebody, 'token'>, last?: string) {
  const call = get(`${address}/api/events`, { agent: false, headers: { authorization: `Bearer ${token}`, ...(last !== undefined && { 'last-event-id': last }) } })
  const [response] = await once(call, 'response') as [IncomingMessage]
  t.after(() => response.destroy())
  let text = ''
  response.setEncoding('utf8').on('data', (piece: string) => { text += piece })
  const heard = (): string[] => [...text.matchAll(/^event: (\S+)\ndata: (.*)$/gm)].map(([, topic = '', data = '']) => (topic === 'rights' ? topic : `${topic} ${data}`))
  const until = async (topic: string): Promise<void> => {
    while (!heard().includes(topic)) await once(response, 'data')
  }
  const over = once(response, 'end')
  // the first line comes when the stream has joined: nothing that is told from here on is missed
  await once(response, 'data')
  const lastId = (): string | undefined => [...text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1]
  return { heard, until, over, lastId }
}
const tell = ({ system }: TestSystem, n: number, roles: readonly string[]): Promise<unknown> =>
  system.db.transaction().execute((tx) => publish(tx, { at: system.clock.now(), topic: 'inbox', payload: { n }, audience: { roles } }))
const withdraw = ({ system }: TestSystem, grant: string): Promise<void> =>
  system.db.transaction().execute((tx) => system.access.grants.withdraw(tx, systemActor, grant, { reason: '调离' }))
const give = ({ system }: TestSystem, { account }: Somebody, more: { to?: string } = {}): Promise<{ id: string }> =>
  system.db.transaction().execute((tx) => system.access.grants.give(tx, systemActor, { account, role: keeping, reason: '测试', ...more }))

describe('in one process', () => {
  let house: TestSystem
  let address: string
  before(async () => {
    house = await testSubsystem(parts)
    address = await house.app.listen({ port: 0, host: '127.0.0.1' })
  })

  it('a withdrawn role is told, and what was for the role is heard no more; a given one is heard from then on', async (t) => {
    const officer = await house.as('everyone')
    const colleague = await house.as(keeping)
    assert.equal((await officer.get('/api/me')).status, 200)
    assert.ok(house.system.access.sessions.recall(officer.token), 'all tables that tell how far he reaches note what changes them')
    // what giving the role told is behind them, whatever other stories hold open on this server
    await settled(house.system.db)
    const [his, other] = [await listen(t, address, officer), await listen(t, address, colleague)]
    const { id } = await give(house, officer)
    await his.until('rights')
    await tell(house, 1, [keeping])
    await his.until('inbox {"n":1}')
    await withdraw(house, id)
    await tell(house, 2, [keeping])
    // told last and to everybody: what was for him before it has arrived
    await tell(house, 3, ['kernel.everyone'])
    await his.until('inbox {"n":3}')
    await other.until('inbox {"n":3}')
    assert.deepEqual(his.heard(), ['rights', 'inbox {"n":1}', 'rights', 'inbox {"n":3}'])
    assert.deepEqual(other.heard(), ['inbox {"n":1}', 'inbox {"n":2}', 'inbox {"n":3}'])
  })

  it('a closed account and a reset password end every stream of it, with a word before', async (t) => {
    const { system } = house
    for (const close of ['disable', 'reset'] as const) {
      const officer = await house.as('everyone')
      const stream = await listen(t, address, officer)
      await system.db.transaction().execute(async (tx) => {
        if (close === 'disable') await system.access.accounts.change(tx, systemActor, officer.account, { disabled: true }, 1)
        else await system.access.accounts.reset(tx, systemActor, officer.account)
      })
      await stream.over
      assert.equal(stream.heard()[0], 'rights', close)
      assert.equal((await officer.get('/api/me')).status, 401)
    }
  })

  it('another session that was ended ends its stream, and this one stays', async (t) => {
    const officer = await house.as('everyone')
    const { token } = await house.system.access.sessions.signIn(house.system.db, { ...officer, ip: '127.0.0.1', agent: 'telephone' })
    const [here, there] = [await listen(t, address, officer), await listen(t, address, { token })]
    const { body } = await officer.get<{ rows: { id: string; current: boolean }[] }>('/api/session')
    const other = body.rows.find(({ current }) => !current)
    assert.equal((await officer.call('DELETE', `/api/session/${other?.id}`)).status, 204)
    await there.over
    await tell(house, 4, ['kernel.everyone'])
    await here.until('inbox {"n":4}')
  })

  it('a grant that ends by its date is told with the new day, once', async (t) => {
    const officer = await house.as('everyone')
    await give(house, officer, { to: house.clock.today() })
    await house.settle()
    await settled(house.system.db)
    const stream = await listen(t, address, officer)
    await house.advance({ days: 1 })
    await stream.until('rights')
    await house.settle()
    await tell(house, 5, [keeping])
    await tell(house, 6, ['kernel.everyone'])
    await stream.until('inbox {"n":6}')
    assert.deepEqual(stream.heard(), ['rights', 'inbox {"n":6}'])
  })

  it('who comes back after a role was withdrawn does not catch up on what was for the role', async (t) => {
    const officer = await house.as('everyone')
    const { id } = await give(house, officer)
    const first = await listen(t, address, officer)
    await tell(house, 7, [keeping])
    await first.until('inbox {"n":7}')
    await tell(house, 8, [keeping])
    await first.until('inbox {"n":8}')
    const place = first.lastId()
    await tell(house, 9, [keeping])
    await withdraw(house, id)
    await tell(house, 10, ['kernel.everyone'])
    await first.until('inbox {"n":10}')
    const again = await listen(t, address, officer, place)
    await again.until('inbox {"n":10}')
    assert.deepEqual(again.heard(), ['rights', 'inbox {"n":10}'])
  })
})

describe('through another process', () => {
  it('a role withdrawn here is felt by a console that is open there', async (t) => {
    const house = await testSubsystem(parts, { clock: systemClock })
    const servers = otherServers(() => house.databaseUrl)
    t.after(servers.end)
    const { address } = await servers.start()
    const officer = await house.as('everyone')
    const { id } = await give(house, officer)
    const stream = await listen(t, address, officer)
    await withdraw(house, id)
    await stream.until('rights')
    await tell(house, 1, [keeping])
    await tell(house, 2, ['kernel.everyone'])
    await stream.until('inbox {"n":2}')
    assert.deepEqual(stream.heard().filter((one) => one.startsWith('inbox')), ['inbox {"n":2}'])
    const { system } = house
    await system.db.transaction().execute((tx) => system.access.accounts.change(tx, systemActor, officer.account, { disabled: true }, 1))
    await stream.over
  })
})
