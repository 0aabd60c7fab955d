// Two servers on one database 两个进程一个库: sessions are shared, news reaches the consoles of both, long work is done once, a sign-in may change servers half way.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { systemActor } from '@houqin/access'
import { systemClock } from '@houqin/clock'
import { enqueue } from '@houqin/jobs'
import { site } from '@houqin/places'
import { category, repair } from '@houqin/service-desk'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'
import { otherServers } from './another-server.ts'

const servers = otherServers(() => house.databaseUrl)
const ending: (() => Promise<unknown>)[] = [servers.end]
after(() => Promise.all(ending.map((end) => end())))
let house: TestSystem
let one: string
let other: string
before(async () => {
  house = await testSubsystem(parts, { clock: systemClock })
  await house.make(category)
  one = (await servers.start()).address
  other = (await servers.start()).address
})

const me = async (address: string, token: string): Promise<number> => (await fetch(`${address}/api/me`, { headers: { authorization: `Bearer ${token}` } })).status

/** Hears the news of one server until it speaks of this number. */
async function hears(address: string, { token }: Somebody): Promise<(number: string) => Promise<void>> {
  const response = await fetch(`${address}/api/events`, { headers: { authorization: `Bearer ${token}` } })
  const reader = response.body?.getReader()
  assert.ok(reader)
  await reader.read() // the first line: it has joined
  ending.push(() => reader.cancel())
  const decoder = new TextDecoder()
  return async (number) => {
    let text = ''
    while (!text.includes(number)) {
      const { value, done } = await reader.read()
      assert.ok(!done, `the news ended before it spoke of ${number}:\n${text}`)
      text += decoder.decode(value, { stream: true })
    }
  }
}

describe('two servers', () => {
  it('know the same sessions, and end them together', async () => {
    const { username, password } = await house.as('everyone')
    const response = await fetch(`${one}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) })
    const { token } = await response.json() as { token: string }
    assert.deepEqual([await me(one, token), await me(other, token)], [200, 200])
    assert.equal((await fetch(`${other}/api/session`, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } })).status, 204)
    assert.deepEqual([await me(one, token), await me(other, token)], [401, 401])
  })

  it('tell their consoles what happened at either', async () => {
    const clerk = await house.as('everyone')
    const dispatcher = await house.as('service-desk.dispatcher')
    const ears = [await hears(one, dispatcher), await hears(other, dispatcher)]
    for (const address of [one, other]) {
      const response = await fetch(`${address}/api/matters/${repair.id}`, {
        method: 'POST', headers: { authorization: `Bearer ${clerk.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ input: { what: '灯不亮', urgency: 'normal', site: (await house.usual(site)).id } }),
      })
      assert.equal(response.status, 201)
      const { number } = await response.json() as { number: string }
      await Promise.all(ears.map((until) => until(number)))
    }
  })

  it('know of a role that was withdrawn at either before the next step is taken', async () => {
    const clerk = await house.as('everyone')
    const dispatcher = await house.as('service-desk.dispatcher')
    const asked = async (what: string): Promise<string> => {
      const { body } = await clerk.post<{ number: string }>(`/api/matters/${repair.id}`, { input: { what, urgency: 'normal', site: (await house.usual(site)).id } })
      return body.number
    }
    const steps = async (number: string): Promise<number> => (await fetch(`${one}/api/matters/${repair.id}/${number}/steps/reject`, {
      method: 'POST', headers: { authorization: `Bearer ${dispatcher.token}`, 'content-type': 'application/json' }, body: JSON.stringify({ version: 1, comment: '不属于维修范围' }),
    })).status
    const [first, second, third] = [await asked('灯不亮'), await asked('门不关'), await asked('窗不开')]
    // read at the first, and recalled at the second
    assert.deepEqual([await me(one, dispatcher.token), await steps(first), await steps(second)], [200, 200, 200])
    const { system } = house
    await system.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`select id from access.grant where account = ${dispatcher.account} and withdrawn_at is null`.execute(tx)
      for (const { id } of rows) await system.access.grants.withdraw(tx, systemActor, id, { reason: '调离' })
    })
    assert.equal(await steps(third), 404, 'what he may not see is not there')
    assert.equal((await clerk.get<{ state: string }>(`/api/matters/${repair.id}/${third}`)).body.state, 'asked')
  })

  it('do long work once, whoever of them takes it, and look for what is due once a period', async () => {
    const { db } = house.system
    await db.transaction().execute(async (tx) => {
      for (let n = 0; n < 30; n += 1) await enqueue(tx, systemClock, { kind: 'demonstration.notices', title: `第 ${n} 件` })
    })
    for (;;) {
      const { rows } = await sql<{ open: number; attempts: number; failed: number }>`select count(*) filter (where state <> 'done')::int as open, max(attempts) as attempts, count(*) filter (where state = 'failed')::int as failed from job.job`.execute(db)
      assert.ok((rows[0]?.attempts ?? 0) <= 1)
      assert.equal(rows[0]?.failed, 0)
      if (rows[0]?.open === 0) break
      await pause(50)
    }
    const { rows: [chain] } = await sql<{ doubled: number }>`select (count(*) - count(distinct entry_id))::int as doubled from audit.seal`.execute(db)
    assert.equal(chain?.doubled, 0)
  })
})
