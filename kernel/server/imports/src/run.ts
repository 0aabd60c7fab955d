// 走一遍: the whole ledger row by row, judged and, when it is meant so, written; a thousand rows at a time, telling how far it is.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { countAnew, transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import { publish } from '@houqin/events'
import type { System } from '@houqin/http'
import { setAside } from '@houqin/ledgers'
import { Problem, say } from '@houqin/problem'
import { actionOf } from '@houqin/register-rights'
import { openLedger } from '@houqin/sheets'
import type { SheetRow } from '@houqin/sheets'
import { createJudge } from './judge.ts'
import type { Judge, JudgedRow } from './judge.ts'
import { remember } from './ledger-head.ts'
import { countLines, dropLines, keepLines, lastLine } from './lines.ts'
import { createLookup } from '@houqin/row-lookup'
import type { Lookup } from '@houqin/row-lookup'
import type { ImportCounts } from '@houqin/wire'
import { parseRow, reason } from './parse-row.ts'
import type { ParsedRow } from './parse-row.ts'
import { planOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { actorAgain, requireImport } from './rights.ts'
import { storeRows } from './store-rows.ts'
import { changeImport, readImport } from './stored-import.ts'
import type { StoredImport } from './stored-import.ts'

export interface Telling {
  readonly progress: (done: number, of?: number) => Promise<void>
}
const batch = 1000

interface Walk {
  readonly system: System
  readonly actor: Actor
  readonly stored: StoredImport
  readonly plan: Plan
  readonly lookup: Lookup
  readonly judge: Judge
}

async function begin(system: System, id: string, by: Actor | undefined): Promise<Walk> {
  const stored = await readImport(system.db, { id })
  const register = system.catalogue.registers.get(stored.register)
  if (!register) throw new Error(`${stored.register} is not declared`)
  const actor = by ?? (await actorAgain(system, stored))
  requireImport(actor, register)
  const plan = planOf(register, stored, (field) => englishOptions(system, register.id, field))
  const lookup = createLookup({ catalogue: system.catalogue, actor, owner: register.id, fields: plan.fields })
  for (const { field } of [...plan.columns, ...plan.fixed]) {
    const target = targetOf(field, register.id)
    if (target !== undefined) await lookup.load(system.db, target)
  }
  return { system, actor, stored, plan, lookup, judge: createJudge({ catalogue: system.catalogue, clock: system.clock, actor, plan, lookup }) }
}

export function englishOptions({ catalogue, word }: System, register: string, name: string): Readonly<Record<string, string>> | undefined {
  const field = catalogue.registers.get(register)?.fields[name]
  if (field?.kind !== 'choice') return undefined
  return Object.fromEntries(Object.entries(field.options).map(([key, label]) => [key, word(`${register}.fields.${name}.options.${key}`, label, 'en')]))
}

/** What the ledger would do; nothing of it is written. @param by whoever waits for it; whoever asked for it, as he is by now, when left out. */
export async function tryOut(system: System, id: string, telling: Telling, by?: Actor): Promise<ImportCounts> {
  const walk = await begin(system, id, by)
  await transaction(system.db, (tx) => dropLines(tx, id))
  await eachBatch(walk, telling, async (rows) => {
    await transaction(system.db, async (tx) => keepLines(tx, id, await outcomesOf(tx, walk, rows, false), false))
  })
  const counts = await countLines(system.db, id)
  await changeImport(system.db, id, { state: 'tried', counts, problem: null })
  return counts
}

/** Writes it: batch by batch, going on behind what stands already, or all of it at once or nothing. */
export async function apply(system: System, id: string, telling: Telling, by?: Actor): Promise<ImportCounts> {
  const walk = await begin(system, id, by)
  const write = async (tx: Tx, rows: readonly SheetRow[]): Promise<readonly JudgedRow[]> => {
    const judged = await outcomesOf(tx, walk, rows, true)
    await storeRows(tx, { catalogue: system.catalogue, clock: system.clock, actor: walk.actor, register: walk.plan.register }, judged.flatMap(({ store }) => store ?? []), `导入《${walk.stored.file_name}》`)
    await keepLines(tx, id, judged, true)
    return judged
  }
  if (walk.stored.mode === 'whole') {
    await transaction(system.db, async (tx) => {
      await dropLines(tx, id)
      await eachBatch(walk, telling, async (rows) => {
        const refused = (await write(tx, rows)).find(({ outcome }) => outcome === 'refused')
        if (refused) throw new Problem('conflict', say(`第 ${refused.number} 行不能导入，按“全部或全不”没有写入任何一行。请重新试算。`, `Row ${refused.number} cannot be imported, so nothing was. Try it out again.`))
      })
      await finish(tx, walk, await countLines(tx, id))
      await countAnew(tx)
    })
  } else {
    const behind = await lastLine(system.db, id)
    await eachBatch(walk, telling, async (rows) => {
      await transaction(system.db, async (tx) => [await write(tx, rows), await countAnew(tx)])
    }, behind)
    await transaction(system.db, async (tx) => finish(tx, walk, await countLines(tx, id)))
  }
  return countLines(system.db, id)
}

async function finish(tx: Tx, { system, actor, stored, plan: { register } }: Walk, counts: ImportCounts): Promise<void> {
  const { clock } = system
  await changeImport(tx, stored.id, { state: 'done', counts, problem: null, done_at: clock.now() })
  await remember(tx, stored, clock.now())
  await record(tx, {
    at: clock.now(), ...signature(actor), action: actionOf(register, 'import'), subject: { kind: register.id, id: '' },
    summary: `批量导入${register.title}《${stored.file_name}》：新增 ${counts.new ?? 0}，修改 ${counts.change ?? 0}，不变 ${counts.same ?? 0}，未导入 ${counts.refused ?? 0}`,
    after: { import: stored.id, sha256: stored.sha256, sheet: stored.sheet, mode: stored.mode, counts },
  })
  await publish(tx, { at: clock.now(), topic: `${register.id}.imported`, payload: { register: register.id, import: stored.id }, audience: { accounts: [stored.account] } })
}

const isAside = (row: SheetRow, { stored: { titles }, plan: { columns } }: Pick<Walk, 'stored' | 'plan'>) => setAside(row, { mapped: columns.map(({ column }) => column), titles })

/** @param behind rows up to this one are looked at and left as they are. */
async function eachBatch({ system, stored, plan, lookup, judge }: Walk, { progress }: Telling, take: (rows: readonly SheetRow[]) => Promise<void>, behind = 0): Promise<void> {
  const ledger = await openLedger(system.files.contentPath(stored.sha256))
  try {
    const { count, rows } = await ledger.rowsOf(stored.sheet)
    const first = stored.head_row + stored.head_rows
    const all = Math.max(count - first + 1, 1)
    await progress(0, all)
    let waiting: SheetRow[] = []
    let seen = 0
    for await (const row of rows) {
      if (row.number < first) continue
      seen += 1
      if (row.number <= behind) {
        if (!isAside(row, { stored, plan })) judge.pass([await parseRow(row, { plan, lookup })])
        continue
      }
      waiting.push(row)
      if (waiting.length < batch) continue
      await take(waiting)
      waiting = []
      await progress(Math.min(seen, all), all)
    }
    if (waiting.length > 0) await take(waiting)
    await progress(all, all)
  } finally {
    ledger.close()
  }
}
async function outcomesOf(tx: Tx, walk: Walk, rows: readonly SheetRow[], lock: boolean): Promise<readonly JudgedRow[]> {
  const { plan, lookup, judge } = walk
  const judged: JudgedRow[] = []
  const parsed: ParsedRow[] = []
  const judgeParsed = async (): Promise<void> => {
    judged.push(...(await judge.judge(tx, parsed.splice(0), lock)))
  }
  for (const row of rows) {
    const why = isAside(row, walk)
    if (why) judged.push({ number: row.number, outcome: 'left-out', name: null, reasons: [reason(null, why)], store: null })
    else parsed.push(await parseRow(row, { plan, lookup }))
    if (judge.oneByOne) await judgeParsed()
  }
  await judgeParsed()
  return judged
}
