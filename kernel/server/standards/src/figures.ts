// The figures 数值 of a standard as they stood on a day, each with where it is written.
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, Citation, Level, Mark } from '@houqin/define'
import type { WireCite } from '@houqin/wire'
import { sql } from 'kysely'
import { citeOf, noSource } from './citation.ts'

/** A row of `standard.parameter` as it is read. */
export interface ParameterRow {
  readonly parameter: string
  readonly key: string
  readonly value: string
  readonly unit: string
  readonly from: string
  readonly to: string | null
  readonly level: Level
  readonly document: string
  readonly number: string | null
  readonly clause: string | null
  readonly mark: Mark
}

export const parameterColumns = sql`
  parameter, key, value, unit, lower(valid) as "from", upper(valid) - 1 as "to", level, document, number, clause, mark`

export interface FiguresOnADay {
  readonly day: string
  /** What `check` is handed: reading a figure that has no value on the day throws `MissingFigure`. */
  readonly figures: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  /** Where the parameter a finding names is written. `by` is a parameter, or `parameter.key` of a table. */
  readonly cite: (by: string) => WireCite
}

/** A figure was asked for that has no value on the day; the check turns it into a sentence. */
export class MissingFigure extends Error {
  override readonly name = 'MissingFigure'
  readonly parameter: string
  readonly key: string | undefined
  constructor({ parameter, key }: { parameter: string; key?: string }) {
    super(`no value for ${parameter}${key === undefined ? '' : `.${key}`}`)
    this.parameter = parameter
    this.key = key
  }
}

/** @param day YYYY-MM-DD in Asia/Shanghai. One round trip. */
export async function figuresAsOf(db: Db | Tx, standard: AnyStandard, day: string): Promise<FiguresOnADay> {
  const { rows } = await sql<ParameterRow>`
    select ${parameterColumns} from standard.parameter
    where standard = ${standard.id} and valid @> ${day}::date`.execute(db)
  return figuresFrom({ standard, day, rows })
}

/** The same from rows already read. */
export function figuresFrom({ standard, day, rows }: { standard: AnyStandard; day: string; rows: readonly ParameterRow[] }): FiguresOnADay {
  const figures: Record<string, string | Readonly<Record<string, string>>> = {}
  for (const [name, { by }] of Object.entries(standard.parameters)) {
    const values = rows.filter((row) => row.parameter === name)
    if (by === undefined) place(figures, name, values.find((row) => row.key === '')?.value, { parameter: name })
    else {
      const table: Record<string, string> = {}
      for (const key of Object.keys(by)) place(table, key, values.find((row) => row.key === key)?.value, { parameter: name, key })
      figures[name] = Object.freeze(table)
    }
  }
  return Object.freeze({
    day,
    figures: Object.freeze(figures),
    cite: (by: string) => {
      const [name = '', key] = by.split('.')
      const row = rows.find((r) => r.parameter === name && (key === undefined || r.key === key))
      return row ? citeOf(citationOf(row)) : noSource(standard.title)
    },
  })
}

function place<V>(into: Record<string, V>, name: string, value: V | undefined, missing: { parameter: string; key?: string }): void {
  if (value !== undefined) into[name] = value
  else
    Object.defineProperty(into, name, {
      get: () => {
        throw new MissingFigure(missing)
      },
    })
}

export function citationOf({ document, number, clause, mark, level }: ParameterRow): Citation {
  return { document, mark, level, ...(number !== null && { number }), ...(clause !== null && { clause }) }
}
