// 依据一览: every standard with the figures in force and those already announced, each with its source.
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard } from '@houqin/define'
import { sql } from 'kysely'
import { citeOf } from './citation.ts'
import type { CiteWire } from './citation.ts'
import { mendOf } from './check.ts'
import type { FindingWire } from './check.ts'
import { citationOf, parameterColumns } from './figures.ts'
import type { ParameterRow } from './figures.ts'

export interface StandardWire {
  readonly id: string
  readonly title: string
  readonly explain: string
  readonly parameters: readonly {
    readonly parameter: string
    readonly title: string
    /** The row of a table of values, such as a rank. */
    readonly key: string | null
    readonly keyTitle: string | null
    readonly value: string
    readonly unit: string
    readonly from: string
    readonly to: string | null
    readonly cite: CiteWire
  }[]
  readonly mend: FindingWire['mend']
  /** Whether its whole ledger can be checked in one call. */
  readonly ledger: boolean
}

/** @param day values that ended before it are left out. */
export async function describeStandards(db: Db | Tx, { standards, day }: { standards: readonly AnyStandard[]; day: string }): Promise<readonly StandardWire[]> {
  const { rows } = await sql<ParameterRow & { standard: string }>`
    select standard, ${parameterColumns} from standard.parameter
    where standard = any(${standards.map(({ id }) => id)}) and (upper_inf(valid) or upper(valid) > ${day}::date)
    order by standard, parameter, key, valid`.execute(db)
  const byStandard = Map.groupBy(rows, (row) => row.standard)
  return standards.map((standard) => described(standard, byStandard.get(standard.id) ?? []))
}

function described(standard: AnyStandard, rows: readonly ParameterRow[]): StandardWire {
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
