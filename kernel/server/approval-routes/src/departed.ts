// Who has gone 已离开的人: taken out of the register of persons, merged into another row, or said to have left.
import { columnSql } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Desk } from './desk.ts'

/** Over the register of persons as `p`; true also where the join found no row. */
export function hasGoneSql({ departed }: Desk): RawBuilder<boolean> {
  const left = departed ? sql` or ${columnSql(departed.field, 'p')} = any(${[...departed.values]}::text[])` : sql``
  return sql<boolean>`(p.id is null or p.retired_at is not null or p.merged_into is not null${left})`
}
