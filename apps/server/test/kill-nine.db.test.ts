// kill -9 of the server in the middle of steps: each has happened whole or not at all, and what was answered is never lost.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { verify } from '@houqin/audit'
import { systemClock } from '@houqin/clock'
import type { MatterWire } from '@houqin/matter-records'
import { site } from '@houqin/places'
import { category, repair } from '@houqin/service-desk'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'
import { otherServers } from './another-server.ts'
import type { AnotherServer } from './another-server.ts'

/** Somebody who urges one repair again and again, each time under a key of its own. */
interface Urging {
  readonly who: Somebody
  readonly number: string
  version: number
  /** Sent, and no answer yet. */
  open: string | undefined
  answered: number
}

const rounds = 3
const matters = 8
/** Answers after which the server is killed. */
const enough = 60

test('killed in the middle of steps, three times over', async (t) => {
  const house = await testSubsystem(parts, { clock: systemClock })
  const servers = otherServers(() => house.databaseUrl)
  t.after(servers.end)
  await house.make(category)
  const urgings = await Promise.all(Array.from({ length: matters }, async (): Promise<Urging> => {
    const who = await house.as('everyone')
    const { number, version } = await who.ask(repair, { what: '水管漏水', urgency: 'urgent', site: (await house.usual(site)).id })
    return { who, number, version, open: undefined, answered: 0 }
  }))

  for (let round = 0; round < rounds; round += 1) {
    const server = await servers.start()
    // the next server goes on with what the last one left open, under the same key
    await untilKilled(server, urgings)
    await house.system.db.transaction().execute(async (tx) => {
      for (const urging of urgings) await wholeOrNotAtAll(tx, urging)
    })
  }
  const server = await servers.start()
  for (const urging of urgings) {
    await urge(server, urging)
    const { version, timeline } = await seen(server, urging)
    // every request was sent until it was answered, and each had one effect
    assert.equal(version, urging.answered + 1, urging.number)
    assert.equal(timeline.filter(({ step }) => step === 'urge').length, urging.answered, urging.number)
  }
  const verified = await verify(house.system.db)
  assert.equal(verified.firstBroken, undefined)
  assert.ok(verified.sealed > 0)
  t.diagnostic(`${urgings.reduce((sum, { answered }) => sum + answered, 0)} steps answered, ${rounds} servers killed, ${verified.sealed} links of the audit hold`)
})

/** All urge at once until enough was answered; then the server is killed, with what it has in hand. */
async function untilKilled(server: AnotherServer, urgings: readonly Urging[]): Promise<void> {
  const before = urgings.reduce((sum, { answered }) => sum + answered, 0)
  const gone = once(server.child, 'exit')
  let killed = false
  await Promise.all(urgings.map(async (urging) => {
    try {
      while (!killed) {
        await urge(server, urging)
        if (!killed && urgings.reduce((sum, { answered }) => sum + answered, 0) - before >= enough) {
          killed = true
          server.child.kill('SIGKILL')
        }
      }
    } catch (error) {
      // the connection went down with the server; anything else is a failure of its own
      if (!(error instanceof TypeError)) throw error
    }
  }))
  assert.deepEqual(await gone, [null, 'SIGKILL'])
}

async function urge({ address }: AnotherServer, urging: Urging): Promise<void> {
  const key = (urging.open ??= `${urging.number}-${urging.answered}`)
  const response = await fetch(`${address}/api/matters/${repair.id}/${urging.number}/steps/urge`, {
    method: 'POST',
    headers: { authorization: `Bearer ${urging.who.token}`, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ version: urging.version }),
  })
  const said = await response.text()
  assert.equal(response.status, 200, said)
  const { version }: MatterWire = JSON.parse(said)
  urging.version = version
  urging.answered += 1
  urging.open = undefined
}

/** The matter, its timeline, its audit and its news tell the same story, and no answered step is missing from it. */
async function wholeOrNotAtAll(tx: TestSystem['system']['db'], { number, version, answered, open }: Urging): Promise<void> {
  const { rows } = await sql<{ version: number; steps: number; audited: number; told: number; kept: number }>`
    select m.version,
           (select count(*)::int from matter.event e where e.matter = m.id and e.step = 'urge') as steps,
           (select count(*)::int from audit.entry a where a.subject_id = m.id::text and a.action = ${`${repair.id}.urge`}) as audited,
           (select count(*)::int from events.event n where n.topic = 'matter' and n.payload->>'number' = m.number) as told,
           (select count(*)::int from http.idempotency i where i.key like ${`${number}-%`}) as kept
      from matter.matter m where m.number = ${number}`.execute(tx)
  const [row] = rows
  assert.ok(row)
  const happened = row.version - 1
  assert.deepEqual({ steps: row.steps, audited: row.audited, kept: row.kept }, { steps: happened, audited: happened, kept: happened }, number)
  assert.equal(row.told, happened + 1, `${number}: its asking and each step were told`)
  assert.ok(happened === answered || (happened === answered + 1 && open !== undefined), `${number}: ${answered} answered, ${happened} happened`)
  assert.ok(row.version >= version)
}

async function seen({ address }: AnotherServer, { who, number }: Urging): Promise<MatterWire> {
  const response = await fetch(`${address}/api/matters/${repair.id}/${number}`, { headers: { authorization: `Bearer ${who.token}` } })
  return JSON.parse(await response.text())
}
