// Stories of a room that is cooled too far: readings kept once, an alarm with its clause, and calm again.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { transaction } from '@houqin/db'
import { Problem } from '@houqin/problem'
import type { WireAlarm } from '@houqin/wire'
import { sql } from 'kysely'
import { openColdRoom, temperature } from './cold-room.ts'
import type { ColdRoom } from './cold-room.ts'

type Row = Readonly<Record<string, unknown>>
async function alarms(house: ColdRoom, query = {}): Promise<readonly WireAlarm<Date>[]> {
  return (await house.signals.alarms(house.database.db, house.actors.steward, query)).rows
}
async function coolFor(house: ColdRoom, minutes: number, value = 22.5): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) await house.ingest([house.reading(value)])
}

describe('a room cooled too far', () => {
  it('raises one alarm after ten minutes, with sentence, figure and clause, and tells who answers for it', async () => {
    const house = await openColdRoom()
    await coolFor(house, 10)
    assert.deepEqual(await alarms(house), [], 'nine minutes after the first reading nothing is raised')
    await coolFor(house, 5)
    const [alarm, ...more] = await alarms(house)
    assert.equal(more.length, 0)
    assert.equal(alarm?.state, 'open')
    assert.equal(alarm.matter, 'BX-20260714-0001')
    const { finding } = alarm
    assert.match(finding?.says ?? '', /22\.5 ℃，低于 26\.0 ℃/)
    assert.equal(finding?.cite.clause, '第三条')
    assert.equal(house.raised.length, 1)
    assert.equal(house.raised[0]?.subject.name, '大厅')
  })

  it('clears after five minutes of calm, and a new breach is a new alarm', async () => {
    const house = await openColdRoom()
    await coolFor(house, 11)
    await coolFor(house, 5, 26)
    assert.equal((await alarms(house))[0]?.state, 'open', 'four minutes of calm are not five')
    await coolFor(house, 1, 26)
    assert.equal((await alarms(house))[0]?.state, 'cleared')
    await coolFor(house, 11)
    assert.equal((await alarms(house, { state: 'open' })).length, 1)
    assert.equal(house.raised.length, 2)
  })

  it('begins to count anew when calm interrupted the breach for long enough', async () => {
    const house = await openColdRoom()
    await coolFor(house, 6)
    await coolFor(house, 6, 27)
    await coolFor(house, 9)
    assert.deepEqual(await alarms(house), [])
  })

  it('says nothing while the unit is off, and a late reading moves no alarm back', async () => {
    const house = await openColdRoom()
    for (let minute = 0; minute < 20; minute += 1) await house.ingest([house.reading(18, { attributes: { mode: 'off' } })])
    assert.deepEqual(await alarms(house), [])
    await coolFor(house, 11)
    const hourAgo = house.clock.now().getTime() - 3_600_000
    for (let minute = 0; minute < 8; minute += 1) await house.ingest([house.reading(27, { at: new Date(hourAgo + minute * 60_000).toISOString() })])
    assert.equal((await alarms(house))[0]?.state, 'open')
    const { rows } = await house.signals.latest(house.database.db, house.actors.steward, temperature)
    assert.equal((rows[0] as Row)['value'], 22.5)
  })

  it('a clock that ran a day ahead silences nothing once it is set right', async () => {
    const house = await openColdRoom()
    const ahead = new Date(house.clock.now().getTime() + 20 * 3_600_000).toISOString()
    await house.ingest([house.reading(26.5, { at: ahead })])
    await coolFor(house, 11)
    assert.equal((await alarms(house))[0]?.state, 'open')
    await coolFor(house, 6, 27)
    assert.equal((await alarms(house))[0]?.state, 'cleared')
    const { rows } = await house.signals.latest(house.database.db, house.actors.steward, temperature)
    assert.equal((rows[0] as Row)['value'], 27)
  })

  it('what is told when it is over has an alarm of its own, cleared, beside the one that stands', async () => {
    const house = await openColdRoom()
    await coolFor(house, 11)
    const at = (minutes: number): string => new Date(house.clock.now().getTime() - minutes * 60_000).toISOString()
    const past = [house.reading(22, { at: at(600), until: at(560) }), house.reading(22, { at: at(500), until: at(495) }), house.reading(27, { at: at(400), until: at(300) })]
    await house.ingest(past)
    await house.ingest(past)
    assert.deepEqual((await alarms(house)).map(({ state, since }) => [state, since.toISOString()]).slice(1), [['cleared', past[0]?.at]])
    assert.equal((await alarms(house))[0]?.state, 'open')
    const { rows } = await house.signals.latest(house.database.db, house.actors.steward, temperature)
    assert.equal((rows[0] as Row)['value'], 22.5)
  })

  it('a plain limit raises at once and holds until it has risen past its hysteresis', async () => {
    const house = await openColdRoom()
    await house.ingest([house.reading(3, { attributes: { mode: 'off' } })])
    assert.equal((await alarms(house))[0]?.title, '可能冻裂水管')
    await house.ingest([house.reading(5, { attributes: { mode: 'off' } })])
    assert.equal((await alarms(house))[0]?.state, 'open')
    await house.ingest([house.reading(6.5, { attributes: { mode: 'off' } })])
    assert.equal((await alarms(house))[0]?.state, 'cleared')
  })
})

describe('readings', () => {
  it('are stored once for each device and sequence, in one request and over several', async () => {
    const house = await openColdRoom()
    const one = house.reading(25)
    assert.deepEqual(await house.ingest([one, one]), { accepted: 1, duplicates: 1, refused: [] })
    assert.deepEqual(await house.ingest([{ ...one, at: new Date(house.clock.now().getTime() + 1000).toISOString() }]), { accepted: 0, duplicates: 1, refused: [] })
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from signal.reading`.execute(house.database.db)
    assert.equal(rows[0]?.n, 1)
  })

  it('two gateways sending the same at the same moment store it once', async () => {
    const house = await openColdRoom()
    const batch = [house.reading(25), house.reading(25)]
    const answers = await Promise.all([house.ingest(batch), house.ingest(batch), house.ingest(batch)])
    assert.equal(answers.reduce((sum, { accepted }) => sum + accepted, 0), 2)
  })

  it('are refused one by one with a sentence, and the rest is kept', async () => {
    const house = await openColdRoom()
    const { accepted, refused } = await house.ingest([
      house.reading(25, { signal: 'house.nothing' }),
      house.reading(25, { subject: 'no-such-room' }),
      house.reading(25, { attributes: { mode: 'warming' } }),
      house.reading(25, { at: '2031-01-01T00:00:00Z' }),
      house.reading(25, { subject: house.code }),
    ])
    assert.equal(accepted, 1, 'the printed code names the room')
    assert.deepEqual(refused.map(({ index }) => index), [0, 1, 2, 3])
    for (const { says } of refused) assert.match(says, /[\u4e00-\u9fff]/)
  })

  it('of a place are handed in by a gateway or by whoever answers for it, and read only within reach', async () => {
    const house = await openColdRoom()
    const { rooms, actors } = house
    const byHand = await house.ingest([house.reading(24), house.reading(24, { subject: rooms.annex })], actors.steward)
    assert.deepEqual([byHand.accepted, byHand.refused.map(({ index }) => index)], [1, [1]])
    assert.equal((await house.ingest([house.reading(24)], actors.stranger)).accepted, 0)
    await house.ingest([house.reading(24, { subject: rooms.annex })])
    const seen = await house.signals.latest(house.database.db, actors.steward, temperature)
    assert.deepEqual((seen.rows as Row[]).map((row) => (row['subject'] as Row)['name']), ['大厅'])
    assert.deepEqual((await house.signals.latest(house.database.db, actors.stranger, temperature)).rows, [])
  })

  it('make a course of minima, maxima and means', async () => {
    const house = await openColdRoom()
    const from = house.clock.now()
    for (const value of [24, 25, 26, 27]) await house.ingest([house.reading(value)])
    const { rows } = await house.signals.series(house.database.db, house.actors.steward, temperature, {
      subject: house.rooms.hall, from, to: new Date(from.getTime() + 600_000), step: 600,
    })
    assert.deepEqual(rows.map(({ min, max, mean, count }) => [min, max, mean, count]), [[24, 27, 25.5, 4]])
  })

  it('of a month without a partition wait beside and move in when it is made', async () => {
    const house = await openColdRoom()
    await house.ingest([house.reading(25, { at: '2026-05-02T02:00:00Z' })])
    house.clock.set('2026-05-20T08:00:00+08:00')
    await house.signals.housekeep(house.database.db)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from signal.reading_2026_05`.execute(house.database.db)
    assert.equal(rows[0]?.n, 1)
  })
})

describe('the list of alarms', () => {
  it('is of one site where it is asked for one', async () => {
    const house = await openColdRoom()
    await coolFor(house, 11)
    const { rows } = await sql<{ id: string; name: string }>`select id, name from house.site`.execute(house.database.db)
    const at = async (name: string): Promise<number> =>
      (await house.signals.alarms(house.database.db, house.actors.steward, { site: rows.find((site) => site.name === name)?.id })).total
    assert.deepEqual([await at('机关大院'), await at('东附楼')], [1, 0])
  })
})

describe('acknowledging', () => {
  it('is done once, by whoever answers for the place, and is audited', async () => {
    const house = await openColdRoom()
    await coolFor(house, 11)
    const id = (await alarms(house))[0]?.id ?? ''
    const acknowledge = (actor = house.actors.steward): Promise<unknown> =>
      transaction(house.database.db, (tx) => house.signals.acknowledge(tx, actor, id, '已通知物业'))
    await assert.rejects(acknowledge(house.actors.stranger), (e) => e instanceof Problem && e.type === 'not-found')
    assert.equal((await alarms(house))[0]?.mayAcknowledge, true)
    await acknowledge()
    const [after] = await alarms(house)
    assert.deepEqual([after?.acknowledgedName, after?.mayAcknowledge], ['周建国', false])
    await assert.rejects(acknowledge(), (e) => e instanceof Problem && e.type === 'conflict')
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit.entry where action = 'alarm.acknowledge'`.execute(house.database.db)
    assert.equal(rows[0]?.n, 1)
  })
})
