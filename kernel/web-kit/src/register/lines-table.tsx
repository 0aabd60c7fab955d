// Child rows with their totals, as they are read.
import type { Lines } from '@houqin/define'
import type { WireLines, WireValue, WireValues } from '@houqin/wire'
import type { ReactNode } from 'react'
import { plainText } from '../fields/entries.ts'
import { FieldValue, isRef } from '../format/field-value.tsx'
import { fieldQuantity } from '../format/quantity.ts'
import { StackingTable } from '../list/stacking-table.tsx'
import type { StackingColumn } from '../list/stacking-table.tsx'
import { useNames, useSay } from '../words/words.tsx'

/** @param onOpen how a reference opens, by the line's id and the field. */
export function LinesTable({ declared, lines, owner, onOpen }: {
  declared: Lines
  lines: WireLines | readonly WireValues[]
  owner: string
  onOpen?: (line: string, name: string) => void
}): ReactNode {
  const say = useSay()
  const names = useNames()
  const rows: readonly WireValues[] = 'rows' in lines ? lines.rows : lines
  const totals = 'rows' in lines ? lines.totals : {}
  const fields = Object.entries(declared.fields)
  const isNumber = (kind: string): boolean => kind === 'int' || kind === 'decimal'
  if (rows.length === 0) return null
  const title = names.of(declared)
  // who wrote a row is worth a column where several have
  const writers = rows.map((row) => nameOf(row['by']))
  const signed = new Set(writers).size > 1
  return (
    <section className="hq-panel">
      <h2>{title}</h2>
      <div className="hq-lines-scroll">
        <StackingTable
          label={title}
          rows={rows.map((row, place) => ({ row, place }))}
          keyOf={({ place }) => place}
          columns={[
            ...fields.map(([name, field], nth): StackingColumn<Placed> => {
              const total = totals[name]
              return {
                title: names.of(field),
                className: isNumber(field.kind) ? 'hq-end' : undefined,
                cell: ({ row }) => <FieldValue field={field} value={row[name]} owner={owner} linked {...(onOpen && { onOpen: () => onOpen(plainText(row['id']), name) })} />,
                ...(declared.totals.length > 0 && { foot: total !== undefined && (field.kind === 'int' || field.kind === 'decimal') ? fieldQuantity(total, field, say) : nth === 0 ? say('合计', 'Total') : '' }),
              }
            }),
            ...(signed ? [{ title: say('谁', 'By'), cell: ({ place }: Placed) => writers[place] }] : []),
          ]}
        />
      </div>
    </section>
  )
}

interface Placed {
  readonly row: WireValues
  readonly place: number
}
function nameOf(by: WireValue | undefined): string {
  return isRef(by) ? by.name : ''
}
