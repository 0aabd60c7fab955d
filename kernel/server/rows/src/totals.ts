// 合计: the sums that stand under lines, exact.
import { decimal } from '@houqin/define'
import type { Lines } from '@houqin/define'
import type { Given } from '@houqin/fields'

/** Decimal strings by column, with as many decimals as the column has. */
export function totalsOf({ fields, totals }: Lines, rows: readonly Given[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    totals.map((key) => {
      const field = fields[key]
      const scale = field?.kind === 'decimal' ? field.scale : 0
      const values = rows.flatMap(({ [key]: value }) => (typeof value === 'string' || typeof value === 'number' ? [String(value)] : []))
      return [key, decimal.sum(values, scale)]
    }),
  )
}
