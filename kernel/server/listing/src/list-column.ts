// 列表的列: something a list can be filtered and sorted by.
import type { Field } from '@houqin/define'
import type { Sentence } from '@houqin/problem'
import type { RawBuilder } from 'kysely'

export interface ListColumn {
  readonly key: string
  /** How its values are written, and what it is called. */
  readonly field: Field
  readonly column: RawBuilder<unknown>
  readonly nullable: boolean
  /** Sorted by another text, as a reference by the name of what it points to. */
  readonly sortText?: RawBuilder<string>
  /** The ids that stand for the same row as these, as an array: rows merged are one row. */
  readonly same?: (ids: readonly string[]) => RawBuilder<unknown>
  /** Why this reader may neither filter nor sort by it: it would tell what is masked. */
  readonly closed?: Sentence
}
export type ListColumns = ReadonlyMap<string, ListColumn>

export function columnMap(columns: readonly ListColumn[]): ListColumns {
  return new Map(columns.map((column) => [column.key, column]))
}
