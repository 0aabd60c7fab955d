// A small house with a thermometer 样例: two sites, two rooms, a limit somebody can cite, and an alarm that follows it.
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { auditTables } from '@houqin/audit'
import { transaction } from '@houqin/db'
import type { Database, Tx } from '@houqin/db'
import {
  below, breaches, catalogueOf, choice, defineRegister, defineRole, defineSignal, defineStandard, defineSubsystem, everyone, gateway, parameter, ref, text,
} from '@houqin/define'
import type { Reading, Role } from '@houqin/define'
import { eventsTables } from '@houqin/events'
import { createRegisters, registerTables } from '@houqin/registers'
import { createStandards, standardTables } from '@houqin/standards'
import { fakeClock, testDatabase } from '@houqin/testing'
import type { FakeClock } from '@houqin/testing'
import { createSignals, signalTables } from '@houqin/signals'
import type { GivenReading, Ingested, RaisedAlarm, Signals } from '@houqin/signals'

export const steward = defineRole('house.steward', { title: '驻点负责人', reach: 'site' })
const site = defineRegister('house.site', {
  title: '场所', fields: { name: text('名称') }, name: (s) => s.name, access: { read: [everyone], write: [] }, dimension: 'site',
})
const room = defineRegister('house.room', {
  title: '房间', fields: { name: text('房号'), site: ref('场所', site) }, name: (r) => r.name,
  access: { read: [everyone], write: [] }, scope: { site: 'site' }, coded: true,
})
const limits = defineStandard<{ mode: string; celsius: number }>()('house.not-too-cold', {
  title: '空调温度', explain: '制冷时不低于规定温度。',
  parameters: { atLeast: parameter('制冷不低于', '℃', { scale: 1 }) },
  values: [{ parameter: 'atLeast', value: '26.0', from: '2007-06-01', cite: { document: '样例通知', clause: '第三条', mark: 'V', level: '国家' } }],
  check: (s, f) =>
    s.mode === 'cooling' && s.celsius < Number(f.atLeast)
      ? [{ level: 'breach', says: `室温 ${s.celsius} ℃，低于 ${f.atLeast} ℃`, measured: String(s.celsius), limit: f.atLeast, unit: '℃', advice: '调高设定温度', by: 'atLeast', en: { says: `${s.celsius} ℃, below ${f.atLeast} ℃`, advice: 'Set it higher' } }]
      : [],
  examples: [
    { says: '正好', given: { mode: 'cooling', celsius: 26 }, breach: false },
    { says: '太冷', given: { mode: 'cooling', celsius: 22 }, breach: true },
  ],
})
const attributes = { mode: choice('空调', { cooling: '制冷', off: '关闭' }) }
export const temperature = defineSignal('house.temperature', {
  title: '室温', of: room, measures: 'gauge', unit: '℃', scale: 1, attributes,
  alarms: {
    tooCold: {
      title: '太冷', severity: 'minor',
      rule: breaches(limits, (r: Reading<typeof attributes>) => (r.attributes.mode === 'off' ? undefined : { mode: r.attributes.mode, celsius: r.value }), {
        raiseAfter: 10 * 60_000, clearAfter: 5 * 60_000,
      }),
    },
    freezing: { title: '可能冻裂水管', severity: 'critical', rule: below(4, { unit: '℃', advice: { zh: '检查供暖', en: 'See to the heating' }, hysteresis: 2 }) },
  },
  access: { read: [steward], acknowledge: [steward] },
  keepRawDays: 30,
})
const house = defineSubsystem('house', '样例', {
  roles: { steward }, registers: { site, room }, standards: { limits }, signals: { temperature },
})

export interface ColdRoom {
  readonly database: Database
  readonly clock: FakeClock
  readonly signals: Signals
  readonly rooms: { readonly hall: string; readonly annex: string }
  readonly code: string
  readonly actors: { readonly gateway: Actor; readonly steward: Actor; readonly stranger: Actor }
  readonly raised: RaisedAlarm[]
  /** A reading of the hall, a minute after the last, unless told otherwise. */
  readonly reading: (value: number, more?: Partial<GivenReading>) => GivenReading
  readonly ingest: (readings: readonly GivenReading[], actor?: Actor) => Promise<Ingested>
}

export async function openColdRoom(): Promise<ColdRoom> {
  const database = await testDatabase({
    sets: [auditTables, eventsTables, registerTables, standardTables, signalTables, { schema: 'house', folder: new URL('migrations/', import.meta.url) }],
  })
  const clock = fakeClock('2026-07-14T14:00:00+08:00')
  const catalogue = catalogueOf([house])
  const registers = createRegisters({ catalogue, clock })
  const standards = createStandards({ catalogue, clock })
  const raised: RaisedAlarm[] = []
  const onAlarm = async ({ tx: _tx, actor: _actor, ...alarm }: RaisedAlarm & { tx: Tx; actor: Actor }): Promise<string> => {
    raised.push(alarm)
    return 'BX-20260714-0001'
  }
  const signals = createSignals({ catalogue, clock, onAlarm: [onAlarm] })
  await signals.housekeep(database.db)
  const made = await transaction(database.db, async (tx) => {
    await standards.sync(tx)
    const [yard = '', east = ''] = await registers.bulkInsert(tx, site, [{ name: '机关大院' }, { name: '东附楼' }])
    const [hall = '', annex = ''] = await registers.bulkInsert(tx, room, [{ name: '大厅', site: yard }, { name: '东101', site: east }])
    return { yard, rooms: { hall, annex }, code: await registers.codeOf(tx, systemActor, room, hall) }
  })
  const actors = { gateway: actor('网关', gateway, null), steward: actor('周建国', steward, [made.yard]), stranger: actor('路人', everyone, null) }
  let sequence = 0
  return {
    database, clock, signals, rooms: made.rooms, code: made.code, actors, raised,
    reading(value, more = {}) {
      sequence += 1
      clock.advance({ minutes: 1 })
      return {
        signal: 'house.temperature', subject: made.rooms.hall, device: 'T-1', sequence, at: clock.now().toISOString(), value,
        attributes: { mode: 'cooling' }, ...more,
      }
    },
    ingest: (readings, by = actors.gateway) => transaction(database.db, (tx) => signals.ingest(tx, by, readings)),
  }
}

function actor(name: string, role: Role, sites: readonly string[] | null): Actor {
  const account = crypto.randomUUID()
  return {
    principal: { account, person: null, name, session: crypto.randomUUID(), grants: [{ role: role.role, organs: null, sites }] },
    locale: 'zh', ip: '127.0.0.1', request: 'test',
  }
}
