// Ledgers under load: a workbook of a hundred thousand rows tried out, imported, imported again and taken back; the import against a plain INSERT of the same rows.
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { writeSheet } from '@houqin/excel'
import { receiveJudged } from '@houqin/files'
import { createImports } from '@houqin/imports'
import type { Imports } from '@houqin/imports'
import { organ, person, peopleOfficer } from '@houqin/people'
import { sql } from 'kysely'
import { rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { withSmallHouse } from './small-house.ts'
import type { SmallHouse } from './small-house.ts'

const rows = 100_000
const organs = 200
const password = 'Vr7-lantern-moth-quartz'
const titles = ['序号', '姓名', '工号', '性别', '所在单位', '人员类别', '状态', '到岗日期', '手机', '办公电话'] as const

interface Peak {
  readonly most: () => number
  readonly stop: () => void
}
/** The memory of this process, looked at fifty times a second. */
function watchMemory(): Peak {
  let most = process.memoryUsage().rss
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  return { most: () => most, stop: () => clearInterval(watch) }
}
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

export async function benchImports(): Promise<readonly Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-bench-ledger-'))
  try {
    const ledger = join(folder, 'ledger.xlsx')
    await writeLedger(ledger)
    return await withSmallHouse((house) => measure(house, ledger))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cellsOf(row: number): readonly (string | number)[] {
  const month = String((row % 12) + 1)
  return [row, `王${row}`, `T${String(row).padStart(6, '0')}`, row % 2 === 0 ? '男' : '女', `清溪区第${row % organs}局`, '公务员', '在职', `2024年${month}月${(row % 28) + 1}日`, 13_800_000_000 + row, `8270${String(row).padStart(6, '0').slice(2)}`]
}
async function writeLedger(path: string): Promise<void> {
  const each = async function* (): AsyncGenerator<readonly (string | number)[]> {
    for (let row = 1; row <= rows; row += 1) yield cellsOf(row)
  }
  await writeSheet({ title: '花名册', columns: titles.map((title) => ({ title, format: 'General', width: 14 })), rows: each(), to: createWriteStream(path) })
}

async function measure(house: SmallHouse, ledger: string): Promise<readonly Measured[]> {
  const { system, write } = house
  const actor = await officer(house)
  await write((tx) => system.registers.bulkInsert(tx, organ, Array.from({ length: organs }, (_, at) => ({ name: `清溪区第${at}局`, shortName: `第${at}局`, category: 'government' as const, level: 'section' as const, establishment: 40 }))))
  const imports = createImports(system)
  const peak = watchMemory()
  const first = await taken(house, imports, actor, ledger)
  const tried = await timed(() => imports.doNow(actor, first, 'try'))
  const imported = await timed(() => imports.doNow(actor, first, 'apply'))
  await counted(imports, actor, first, 'new', rows)
  const second = await taken(house, imports, actor, ledger)
  const again = await timed(() => imports.doNow(actor, second, 'try'))
  await counted(imports, actor, second, 'same', rows)
  peak.stop() // the yardstick's rows are no part of the house
  const plain = await plainInsert(house)
  const undone = await timed(() => imports.doNow(actor, first, 'undo'))
  await counted(imports, actor, first, 'undone', rows)
  return [
    { what: `trial of ${rows} rows (${rounded(statSync(ledger).size / 2 ** 20)} MiB)`, value: rounded(tried), unit: 's', goal: '≤ 60' },
    { what: 'import, seconds', value: rounded(imported), unit: 's', goal: '≤ 60' },
    { what: 'import', value: rounded(rows / imported), unit: 'rows/s', yardstick: { what: 'plain INSERT, rows/s', value: rounded(rows / plain) }, ratio: rounded(plain / imported) },
    { what: 'the same ledger again, tried out', value: rounded(again), unit: 's', goal: '≤ 60' },
    { what: 'undo', value: rounded(undone), unit: 's' },
    { what: 'peak memory of the process, trials and import', value: rounded(peak.most() / 2 ** 20), unit: 'MiB', goal: '≤ 600' },
  ]
}

/** Somebody who may import, signed in: the work asks for his rights as a request does. */
async function officer({ system, write, organ: bureau }: SmallHouse): Promise<Actor> {
  const [own = ''] = await write((tx) => system.registers.bulkInsert(tx, person, [{ name: '许静', number: 'q9', gender: 'female', organ: bureau, employment: 'civil', standing: 'active' }]))
  await write(async (tx) => {
    const { id } = await system.access.accounts.create(tx, systemActor, { username: 'bench.q9', name: '许静', person: own, password, mustChangePassword: false })
    await system.access.grants.give(tx, systemActor, { account: id, role: peopleOfficer.role, reason: '测量' })
  })
  const { token } = await system.access.sessions.signIn(system.db, { username: 'bench.q9', password, ip: '127.0.0.1', agent: 'bench' })
  return { principal: (await system.access.sessions.authenticate(system.db, { token })).principal, locale: 'zh', ip: '127.0.0.1', request: 'bench' }
}

async function taken({ system }: SmallHouse, imports: Imports, actor: Actor, ledger: string): Promise<string> {
  const received = await receiveJudged(system.files, createReadStream(ledger), {
    name: '花名册.xlsx', at: system.clock.now(), maxBytes: statSync(ledger).size, judge: async () => 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })
  return imports.takeIn(actor, person, received)
}
async function counted(imports: Imports, actor: Actor, id: string, what: 'new' | 'same' | 'undone', wanted: number): Promise<void> {
  const { counts, problem } = await imports.read(actor, id)
  if (counts[what] !== wanted) throw new Error(`of ${wanted} rows ${counts[what] ?? 0} were ${what}: ${JSON.stringify(counts)} ${problem ?? ''}`)
}

/** The rows as they stand now, written once more into a table with the same columns and indexes, by nothing but INSERT. */
async function plainInsert({ system: { db } }: SmallHouse): Promise<number> {
  await sql`create table people.bench_person (like people.person including all)`.execute(db)
  const { rows: found } = await sql<{ row: object }>`select to_jsonb(p) as row from people.person p where number like 'T%' order by number`.execute(db)
  const batches = Array.from({ length: Math.ceil(found.length / 1000) }, (_, at) => JSON.stringify(found.slice(at * 1000, (at + 1) * 1000).map(({ row }) => row)))
  const took = await timed(async () => {
    for (const batch of batches) await sql`insert into people.bench_person select * from jsonb_populate_recordset(null::people.bench_person, ${batch}::jsonb)`.execute(db)
  })
  await sql`drop table people.bench_person`.execute(db)
  return took
}
