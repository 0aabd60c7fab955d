// Declared values 声明的数值: what contracts say a figure is, brought into the table without touching what officers changed.
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { AnyStandard, Catalogue, ParameterValue } from '@houqin/define'
import { sql } from 'kysely'

interface DeclaredRow {
  readonly standard: string
  readonly parameter: string
  readonly key: string
  readonly value: string
  readonly unit: string
  readonly level: string
  readonly document: string
  readonly number: string | null
  readonly clause: string | null
  readonly mark: string
  readonly from: string
  readonly to: string | null
}

/**
 * Inserts every declared value that is missing. A row an officer edited is never overwritten, and no declared value
 * is put over the days it covers. An unedited row that ran on ends the day before its declared successor begins.
 * @returns how many values were entered.
 */
export async function syncParameters(tx: Tx, catalogue: Catalogue): Promise<{ inserted: number }> {
  const rows = [...catalogue.standards.values()].flatMap(declaredRows)
  if (rows.length === 0) return { inserted: 0 }
  const declared = sql`
    select d.standard, d.parameter, d.key, d.value::numeric as value, d.unit, d.level, d.document, d.number, d.clause, d.mark,
           daterange(d."from"::date, d."to"::date, '[]') as valid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(
      standard text, parameter text, key text, value text, unit text, level text, document text, number text, clause text,
      mark text, "from" text, "to" text)`
  await sql`
    update standard.parameter as p set valid = d.valid from (${declared}) as d
    where p.standard = d.standard and p.parameter = d.parameter and p.key = d.key and p.edited_at is null
      and lower(p.valid) = lower(d.valid) and p.valid @> d.valid and p.valid <> d.valid`.execute(tx)
  const { numAffectedRows = 0n } = await sql`
    insert into standard.parameter (standard, parameter, key, value, unit, level, document, number, clause, mark, valid)
    select d.standard, d.parameter, d.key, d.value, d.unit, d.level, d.document, d.number, d.clause, d.mark, d.valid
    from (${declared}) as d
    where not exists (
      select from standard.parameter as p
      where p.standard = d.standard and p.parameter = d.parameter and p.key = d.key and p.valid && d.valid)`.execute(tx)
  return { inserted: Number(numAffectedRows) }
}

function declaredRows(standard: AnyStandard): DeclaredRow[] {
  return standard.values.map((given): DeclaredRow => {
    const parameter = standard.parameters[given.parameter]
    if (!parameter) throw new Error(`${standard.id} declares a value of ${given.parameter}, which is none of its parameters`)
    const { document, number, clause, mark, level } = given.cite
    return {
      standard: standard.id, parameter: given.parameter, key: given.key ?? '', value: given.value, unit: parameter.unit,
      level, document, number: number ?? null, clause: clause ?? null, mark, from: given.from, to: lastDay(standard, given),
    }
  })
}

/** A value without an end lasts until the day before the next one of its kind. */
function lastDay(standard: AnyStandard, given: ParameterValue): string | null {
  if (given.to !== undefined) return given.to
  const [next] = standard.values
    .filter((other) => other.parameter === given.parameter && other.key === given.key && other.from > given.from)
    .map((other) => other.from)
    .toSorted()
  return next === undefined ? null : addDays(next, -1)
}
