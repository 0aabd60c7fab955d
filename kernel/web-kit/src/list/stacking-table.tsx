// A short table that stands as blocks of facts on a telephone: every cell knows the title of its column.
import type { ReactNode } from 'react'

export interface StackingColumn<R> {
  readonly title: string
  readonly cell: (row: R) => ReactNode
  readonly className?: string | undefined
  /** Its cells say what their row is about. */
  readonly heads?: boolean
  /** What stands below it, such as a sum. */
  readonly foot?: ReactNode
}

/** @param label says to a reader what the rows are; no two columns bear the same title. */
export function StackingTable<R>({ label, columns, rows, keyOf }: { label: string; columns: readonly StackingColumn<R>[]; rows: readonly R[]; keyOf: (row: R) => string | number }): ReactNode {
  return (
    <table className="hq-table hq-stacking" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, className }) => (
            <th key={title} scope="col" className={className}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, className, heads }) =>
              heads ? (
                <th key={title} scope="row" data-title={title} className={className}>
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-title={title} className={className}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {columns.some(({ foot }) => foot !== undefined) && (
        <tfoot>
          <tr>
            {columns.map(({ title, className, foot }) => (
              <td key={title} data-title={title} className={className}>
                {foot !== undefined && <strong>{foot}</strong>}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  )
}
