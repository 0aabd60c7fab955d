// An audit of a standard over a million subjects: its time against the bare reading of the same rows, its memory above the start.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '@houqin/access'
import { systemClock } from '@houqin/clock'
import { migrate, openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { catalogueOf, decimal, defineStandard, defineSubsystem, parameter } from '@houqin/define'
import { startPostgres } from '@houqin/postgres'
import { createStandards, standardTables } from '@houqin/standards'
import { sql } from 'kysely'
import pg from 'pg'
import { median, rounded } from './measured.ts'
import type { Measured } from './measured.ts'

const subjects = 1_000_000
/** One in so many breaches. */
const oneIn = 500
const runs = 3
const batch = 1_000

const area = defineStandard<{ readonly room: string; readonly area: string }>()('bench.area', {
  title: '面积', explain: '每间不超过上限。',
  parameters: { limit: parameter('面积上限', '㎡', { scale: 2 }) },
  values: [{ parameter: 'limit', value: '18.00', from: '2014-11-01', cite: { document: '样例', clause: '第一条', mark: 'V', level: '国家' } }],
  ledger: (asOf, tag) => tag`
    select id::text as id, name, null::uuid as organ, null::uuid as site, jsonb_build_object('room', name, 'area', area::text) as subject
      from bench.room where valid @> ${asOf}::date order by id`,
  read: [],
  check: ({ room, area: own }, { limit }) => decimal.compare(own, limit) > 0
    ? [{ level: 'breach', says: `${room} ${own} ㎡，超过 ${limit} ㎡`, measured: own, limit, unit: '㎡', advice: '调整', by: 'limit', en: { says: `${room} has ${own} ㎡, above ${limit} ㎡`, advice: 'Change it' } }]
    : [],
  examples: [{ says: '小', given: { room: '1', area: '9.00' }, breach: false }, { says: '大', given: { room: '2', area: '20.00' }, breach: true }],
})
const day = '2026-11-26'

export async function benchStandards(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-bench-'))
  const postgres = await startPostgres({ dataFolder: folder })
  try {
    const database = await openDatabase({ url: postgres.url, log: () => undefined })
    try {
      return await audits(database.db, postgres.url)
    } finally {
      await database.close()
    }
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function audits(db: Db, url: string): Promise<readonly Measured[]> {
  await migrate({ db, sets: [standardTables], log: () => undefined, clock: systemClock })
  await sql`create schema bench`.execute(db)
  await sql`create table bench.room (id bigint primary key, name text not null, area numeric(18, 2) not null, valid daterange not null)`.execute(db)
  await sql`insert into bench.room select n, '房间 ' || n, case when n % ${sql.lit(oneIn)} = 0 then 20 else 9 + n % 8 end, '[2020-01-01,)' from generate_series(1, ${sql.lit(subjects)}) as n`.execute(db)
  await sql`analyze bench.room`.execute(db)
  const standards = createStandards({ catalogue: catalogueOf([defineSubsystem('bench', '量度', { standards: { area } })]), clock: systemClock })
  await db.transaction().execute((tx) => standards.sync(tx))
  const once = () => standards.audit(db, systemActor, area.id, { asOf: day })
  await bareReading(url)
  const start = process.memoryUsage().rss
  const ratios: number[] = []
  const times: number[] = []
  const bare: number[] = []
  let most = start
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  try {
    for (let run = 0; run < runs; run += 1) {
      const yardstick = await bareReading(url)
      const began = performance.now()
      const { checked, breaches } = await once()
      const took = performance.now() - began
      if (checked !== subjects || breaches !== subjects / oneIn) throw new Error(`the audit counted ${checked} and ${breaches}`)
      times.push(took)
      bare.push(yardstick)
      ratios.push(took / yardstick)
    }
  } finally {
    clearInterval(watch)
  }
  return [
    { what: `audit of ${subjects} subjects`, value: rounded(median(times) / 1000), unit: 's', yardstick: { what: 'the bare rows, s', value: rounded(median(bare) / 1000) }, ratio: rounded(median(ratios)) },
    { what: 'memory above the start', value: rounded((most - start) / 2 ** 20), unit: 'MiB', goal: '≤ 256' },
  ]
}

/** The same query over the same cursor, each row read and dropped. @returns milliseconds. */
async function bareReading(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const began = performance.now()
    await client.query('begin read only')
    await client.query(`
      declare bare no scroll cursor for select id::text as id, name, null::uuid as organ, null::uuid as site, jsonb_build_object('room', name, 'area', area::text) as subject
        from bench.room where valid @> '${day}'::date order by id`)
    for (;;) {
      const { rows } = await client.query(`fetch forward ${batch} from bare`)
      if (rows.length < batch) break
    }
    await client.query('commit')
    return performance.now() - began
  } finally {
    await client.end()
  }
}
