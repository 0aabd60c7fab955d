// Matters under load: steps a second with permission, standards, audit and events against pgbench; the inbox among ten thousand.
import { newId } from '@houqin/fields'
import { repair } from '@houqin/service-desk'
import { sql } from 'kysely'
import pg from 'pg'
import { median, ninetyFifth, rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { openPgbench } from './pgbench.ts'
import { withSmallHouse } from './small-house.ts'
import type { AtWork, SmallHouse } from './small-house.ts'

const clients = 8
const runs = 5
const seconds = 4
const inTheHouse = 10_000
/** Asked for beforehand, so that a run takes nothing but steps; more than any run gets through. */
const inARun = 2_000

/** A repair's way, step by step, and whose each is. */
const way = (house: SmallHouse): readonly { readonly by: AtWork; readonly step: string; readonly given: object }[] => [
  { by: house.dispatcher, step: 'dispatch', given: { input: { worker: house.worker.person } } },
  { by: house.worker, step: 'accept', given: {} },
  { by: house.worker, step: 'arrive', given: {} },
  { by: house.worker, step: 'finish', given: { input: { outcome: 'replaced' } } },
  { by: house.asker, step: 'confirm', given: { rating: 5 } },
]

export async function benchMatters(): Promise<readonly Measured[]> {
  return withSmallHouse(async (house) => {
    const pgbench = await openPgbench(house.url)
    const asked = createAsking(house)
    await asked(inTheHouse)
    const atOnce = await inboxTimes(house)
    // what PostgreSQL does by itself within a minute of so many new rows
    await sql`vacuum (analyze) matter.matter`.execute(house.system.db)
    const inbox = await inboxTimes(house)
    await steps(house, await asked(inARun), { seconds: 2 })
    const ratios: number[] = []
    const rates: number[] = []
    const yardsticks: number[] = []
    // one after the other, again and again: what else the machine does falls on both
    for (let run = 0; run < runs; run += 1) {
      const repairs = await asked(inARun)
      const yardstick = pgbench({ clients, seconds })
      const rate = await steps(house, repairs, { seconds })
      rates.push(rate)
      yardsticks.push(yardstick)
      ratios.push(rate / yardstick)
    }
    const { trips, statements } = await countOf(house)
    return [
      { what: 'steps', value: rounded(median(rates)), unit: 'steps/s', yardstick: { what: 'pgbench -N', value: rounded(median(yardsticks)) }, ratio: rounded(median(ratios)), goal: '≥ 0.25' },
      { what: 'round trips of a step', value: trips, unit: 'in its transaction', goal: '≤ 5' },
      { what: 'statements of a step, sign-in included', value: statements, unit: 'median' },
      { what: `inbox among ${inTheHouse} open matters`, value: rounded(median(inbox)), unit: 'ms', goal: '≤ 30' },
      { what: 'the same, before the database has tidied up', value: rounded(median(atOnce)), unit: 'ms' },
      { what: 'the same, 95 of 100', value: rounded(ninetyFifth(inbox)), unit: 'ms' },
    ]
  })
}

/** Puts repairs into the house as their asking leaves them, and gives their numbers. */
export function createAsking(house: SmallHouse): (count: number) => Promise<readonly string[]> {
  const { system, write, organ, yard, lamp, asker, category, team } = house
  let last = 0
  return async (count) => {
    const at = system.clock.now()
    const promisedAt = new Date(at.getTime() + 8 * 3_600_000)
    const past = Array.from({ length: count }, (_, place) => ({
      id: newId(system.clock), number: `BX-20200101-${String(last + place + 1).padStart(6, '0')}`, requester: { person: asker.person, name: '王芳' }, organ, site: yard,
      form: { room: lamp, site: yard, what: `办公室灯不亮 ${place}`, urgency: 'normal' }, facts: { handledAs: category, team, promisedAt: promisedAt.toISOString() },
      dueAt: promisedAt, happened: [{ at, step: null, to: 'asked', by: { person: asker.person, name: '王芳' } }] as const,
    }))
    last += count
    await write((tx) => system.matters.recordPast(tx, repair, past))
    return past.map(({ number }) => number)
  }
}

/** Each client carries one repair after the other through its whole way. @returns steps a second. */
export async function steps(house: SmallHouse, repairs: readonly string[], { seconds: span }: { seconds: number }): Promise<number> {
  const waiting = [...repairs]
  const began = performance.now()
  const until = began + span * 1000
  let taken = 0
  const client = async (): Promise<void> => {
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      let version = 1
      for (const { by, step, given } of way(house)) {
        if (performance.now() >= until) return
        const seen = await by.act((tx, actor) => house.system.matters.step(tx, actor, repair, String(number), step, { ...given, version }))
        version = seen.version
        taken += 1
      }
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  return taken / ((performance.now() - began) / 1000)
}

/** Counted at the driver: how often something is sent for the transaction, and all that is asked. */
async function countOf(house: SmallHouse): Promise<{ trips: number; statements: number }> {
  const sent: (readonly string[])[] = []
  const { query } = pg.Client.prototype
  const listened = function (this: pg.Client, ...given: Parameters<typeof query>): ReturnType<typeof query> {
    const [first] = given as readonly unknown[]
    if (typeof first === 'object' && first !== null && 'asked' in first) {
      const texts = (first.asked as readonly { readonly text: string }[]).map(({ text }) => text)
      // told after the commit of the step before
      if (!texts.some((text) => text.includes('pg_notify'))) sent.push(texts)
    }
    return query.apply(this, given)
  }
  pg.Client.prototype.query = listened as typeof query
  try {
    const asker = await house.asker.authenticate()
    let seen = await house.write((tx) => house.system.matters.start(tx, asker, repair, { input: { room: house.lamp, what: '办公室灯不亮', urgency: 'normal' } }))
    const all: number[] = []
    const inside: number[] = []
    for (const { by, step, given } of way(house)) {
      sent.length = 0
      const { number, version } = seen
      seen = await by.act((tx, actor) => house.system.matters.step(tx, actor, repair, number, step, { ...given, version }))
      all.push(sent.flat().length)
      inside.push(sent.length)
      if (process.env['BENCH_STATEMENTS'] === 'print') process.stdout.write(`${step}\n${sent.map((texts) => `${texts.map((text) => `  ${text.replaceAll(/\s+/g, ' ').slice(0, 150)}`).join('\n')}\n  --`).join('\n')}\n`)
    }
    return { trips: median(inside), statements: median(all) }
  } finally {
    pg.Client.prototype.query = query
  }
}

/** As an ordinary dispatcher, with his session. @returns milliseconds, one figure for each opening. */
export async function inboxTimes(house: SmallHouse): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < 60; round += 1) {
    const actor = await house.dispatcher.authenticate()
    const began = performance.now()
    await house.system.matters.inbox(house.system.db, actor)
    times.push(performance.now() - began)
  }
  return times
}
