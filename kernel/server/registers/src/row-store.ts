// 存行: new rows, one or thousands, in one statement.
import type { Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { tableOf } from '@houqin/fields'
import { insertSql } from '@houqin/rows'
import type { House } from './house.ts'
import type { Written } from './written.ts'

export interface MadeRow {
  readonly id: string
  readonly written: Written
  readonly label: string
  readonly search: readonly string[]
}

export async function insertRows(tx: Tx, { clock }: House, { register, rows }: { register: Register; rows: readonly MadeRow[] }): Promise<void> {
  const at = clock.now().toISOString()
  await insertSql({
    table: tableOf(register.id),
    columns: {
      id: 'uuid', label: 'text', search: 'text[]', created_at: 'timestamptz', updated_at: 'timestamptz',
      ...(register.dated && { valid: 'daterange' }),
    },
    fields: register.fields,
    rows: rows.map(({ id, written, label, search }) => ({
      columns: { id, label, search, created_at: at, updated_at: at, ...(register.dated && { valid: `[${written.from},${written.to ?? ''}]` }) },
      values: written.values,
    })),
  }).execute(tx)
}
