// 依据一览: every standard with the figures in force and those already announced, each with its source.
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard } from '@houqin/define'
import type { WireStandard } from '@houqin/wire'
import { sql } from 'kysely'
import { citeOf } from './citation.ts'
import { mendOf } from './check.ts'
import { citationOf, parameterColumns } from './figures.ts'
import type { ParameterRow } from './figures.ts'


/** @param day values that ended before it are left out. */
export async function describeStandards(db: Db | Tx, { standards, day }: { standards: readonly AnyStandard[]; day: string }): Promise<readonly WireStandard[]> {
  const { rows } = await sql<ParameterRow & { standard: string }>`
    select standard, ${parameterColumns} from standard.parameter
    where standard = any(${standards.map(({ id }) => id)}) and (upper_inf(valid) or upper(valid) > ${day}::date)
    order by standard, parameter, key, valid`.execute(db)
  const byStandard = Map.groupBy(rows, (row) => row.standard)
  return standards.map((standard) => described(standard, byStandard.get(standard.id) ?? []))
}

function described(standard: AnyStandard, rows: readonly ParameterRow[]): WireStandard {
  const parameters = Object.entries(standard.parameters).flatMap(([name, { title, by }]) =>
    rows
      .filter((row) => row.parameter === name)
      .map((row) => ({
        parameter: name,
        title,
        key: row.key || null,
        keyTitle: by?.[row.key] ?? null,
        value: row.value,
        unit: row.unit,
        from: row.from,
        to: row.to,
        cite: citeOf(citationOf(row)),
      })),
  )
  return { id: standard.id, title: standard.title, explain: standard.explain, parameters, mend: mendOf(standard), ledger: standard.ledger !== undefined }
}
