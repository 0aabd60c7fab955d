// Lamps 样例: a standard of brightness over a ledger that remembers how bright each lamp was on any day.
import { systemActor } from '@houqin/access'
import type { Actor, Grant } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Database } from '@houqin/db'
import { catalogueOf, decimal, defineRegister, defineRole, defineStandard, defineSubsystem, everyone, parameter, text } from '@houqin/define'
import { createStandardHistory, standardHistoryTables } from '@houqin/standard-history'
import type { StandardHistory } from '@houqin/standard-history'
import { createStandards, standardTables } from '@houqin/standards'
import { fakeClock, testDatabase } from '@houqin/testing'
import type { FakeClock } from '@houqin/testing'

export const keeper = defineRole('lamp.keeper', { title: '灯具管理员', reach: 'site' })
const site = defineRegister('lamp.site', {
  title: '场所', fields: { name: text('名称') }, name: (row) => row.name, access: { read: [everyone], write: [] }, dimension: 'site',
})
export const bright = defineStandard<{ readonly lux: string }>()('lamp.bright', {
  title: '照度', explain: '办公桌面应当够亮。',
  parameters: { atLeast: parameter('照度不低于', 'lx') },
  values: [{ parameter: 'atLeast', value: '300', from: '2014-06-01', cite: { document: '样例标准', clause: '第三条', mark: 'V', level: '国家' } }],
  ledger: (asOf, sql) => sql`
    select lamp as id, lamp as name, null::uuid as organ, site, jsonb_build_object('lux', lux::text) as subject from lamp.light where valid @> ${asOf}::date order by lamp`,
  read: [keeper],
  check: ({ lux }, { atLeast }) => decimal.compare(lux, atLeast) < 0
    ? [{ level: 'breach', says: `照度 ${lux} lx，低于 ${atLeast} lx`, measured: lux, limit: atLeast, unit: 'lx', advice: '换一盏更亮的灯', by: 'atLeast', en: { says: `${lux} lx, below ${atLeast} lx`, advice: 'Change the lamp' } }]
    : [],
  examples: [{ says: '亮', given: { lux: '500' }, breach: false }, { says: '暗', given: { lux: '100' }, breach: true }],
})
const lamps = defineSubsystem('lamp', '样例', { roles: { keeper }, registers: { site }, standards: { bright } })
export const sites = Object.freeze({ yard: '00000000-0000-7000-8000-00000000000a', annex: '00000000-0000-7000-8000-00000000000b' })

export async function openLamps(): Promise<{ database: Database; clock: FakeClock; history: StandardHistory }> {
  const database = await testDatabase({ sets: [standardTables, standardHistoryTables, { schema: 'lamp', folder: new URL('migrations/', import.meta.url) }] })
  const catalogue = catalogueOf([lamps])
  const clock = fakeClock('2026-11-26T02:30:00+08:00')
  const standards = createStandards({ catalogue, clock })
  await transaction(database.db, (tx) => standards.sync(tx))
  return { database, clock, history: createStandardHistory({ catalogue, standards, clock }) }
}
export function reader(sitesOf: readonly string[] | null): Actor {
  const grants: readonly Grant[] = [{ role: keeper.role, organs: null, sites: sitesOf }]
  return { ...systemActor, principal: { account: '00000000-0000-7000-8000-000000000009', person: null, name: '刘敏', session: 'session', grants } }
}
