// The unit cost 单位费用 of a standard: what each unit over the limit costs, as dated rows with their source, entered by who keeps the figures.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { isDate } from '@houqin/clock'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, Citation, Level, Mark } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue } from '@houqin/problem'
import { citeOf } from '@houqin/standards'
import type { WireUnitCost } from '@houqin/wire'
import { sql } from 'kysely'
import { isExact, sourceIssues } from './keep-draft.ts'

export interface UnitCostGiven {
  /** 元 for each unit over the limit. */
  readonly price: string
  /** YYYY-MM-DD; until the next one begins. */
  readonly startsOn: string
  readonly level: Level
  readonly document: string
  readonly number?: string | undefined
  readonly clause?: string | undefined
  readonly mark: Mark
}
interface Kept extends Omit<WireUnitCost, 'cite'>, Omit<Citation, 'number' | 'clause'> {
  readonly number: string | null
  readonly clause: string | null
}
const columns = sql`price::text as price, starts_on::text as "startsOn", made_name as "madeName", made_at as "madeAt", level, document, number, clause, mark`

/** Newest first. */
export async function unitCostsOf(db: Db | Tx, standard: string): Promise<readonly WireUnitCost[]> {
  const { rows } = await sql<Kept>`select ${columns} from standard_version.unit_cost where standard = ${standard} order by starts_on desc limit 100`.execute(db)
  return rows.map(onWire)
}
/** What holds on a day; null where none was entered for it. */
export async function unitCostOn(db: Db | Tx, standard: string, day: string): Promise<WireUnitCost | null> {
  const { rows: [row] } = await sql<Kept>`
    select ${columns} from standard_version.unit_cost where standard = ${standard} and starts_on <= ${day}::date order by starts_on desc limit 1`.execute(db)
  return row ? onWire(row) : null
}
function onWire({ price, startsOn, madeName, madeAt, level, document, number, clause, mark }: Kept): WireUnitCost {
  return { price, startsOn, madeName, madeAt, cite: citeOf({ document, mark, level, ...(number !== null && { number }), ...(clause !== null && { clause }) }) }
}

/** Entered anew for the same day, it takes the place of what stood there. @throws Problem bad-input. */
export async function keepUnitCost(tx: Tx, { standard, actor, clock, given }: { standard: AnyStandard; actor: Actor; clock: Clock; given: UnitCostGiven }): Promise<WireUnitCost> {
  const issues: FieldIssue[] = [...sourceIssues(given, '')]
  if (!isDate(given.startsOn)) issues.push({ at: 'startsOn', says: say('请写起始日期，如 2027-01-01', 'Give the day it begins, such as 2027-01-01') })
  if (!isExact(given.price, 2) || given.price.startsWith('-')) issues.push({ at: 'price', says: say('应为金额，最多两位小数', 'An amount of money with at most two decimals') })
  if (issues.length > 0) throw new Problem('bad-input', say('单位费用填写有误，请看各项说明。', 'Some values of the unit cost are not right.'), { issues })
  const [before] = (await unitCostsOf(tx, standard.id)).filter(({ startsOn }) => startsOn === given.startsOn)
  const at = clock.now()
  await sql`
    insert into standard_version.unit_cost (standard, starts_on, price, level, document, number, clause, mark, made_name, made_at)
    values (${standard.id}, ${given.startsOn}::date, ${given.price}, ${given.level}, ${given.document}, ${given.number || null}, ${given.clause || null}, ${given.mark}, ${actor.principal.name}, ${at})
    on conflict (standard, starts_on) do update set price = excluded.price, level = excluded.level, document = excluded.document, number = excluded.number,
      clause = excluded.clause, mark = excluded.mark, made_name = excluded.made_name, made_at = excluded.made_at`.execute(tx)
  await record(tx, {
    ...signature(actor), at, action: 'standard.unit-cost', subject: { kind: standard.id, id: given.startsOn }, summary: `登记《${standard.title}》单位费用 ${given.price} 元，自 ${given.startsOn} 起`,
    ...(before && { before }), after: given,
  })
  const kept = await unitCostOn(tx, standard.id, given.startsOn)
  if (!kept) throw new Error(`the unit cost of ${standard.id} was not kept`)
  return kept
}
