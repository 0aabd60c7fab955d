// Choosing a row of a register by typing: Chinese, pinyin initials, numbers; the server searches. The list itself is fetched when one is first shown.
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import type { ListQuery } from '../api/queries.ts'
import type { Ref } from '../api/wire.ts'
import type { InputProps } from './field-box.tsx'

export interface Picking {
  readonly register: string
  /** Further conditions on the rows offered, as a list takes them. */
  readonly where?: ListQuery
  readonly input?: Partial<InputProps>
  readonly label?: string
  readonly autoFocus?: boolean
}
export interface PickingOne extends Picking {
  readonly chosen: Ref | null
  readonly onChange: (row: Ref | null) => void
  readonly clearable?: boolean
}
export interface PickingSeveral extends Picking {
  readonly chosen: readonly Ref[]
  readonly onChange: (rows: readonly Ref[]) => void
}
const OneRow = lazy(async () => ({ default: (await import('./row-select.tsx')).OneRow }))
const SeveralRows = lazy(async () => ({ default: (await import('./row-select.tsx')).SeveralRows }))

/** One row. */
export function RowPicker(given: PickingOne): ReactNode {
  return (
    <Suspense fallback={<Coming {...given} shown={given.chosen?.name ?? ''} />}>
      <OneRow {...given} />
    </Suspense>
  )
}
/** Several rows. */
export function RowsPicker(given: PickingSeveral): ReactNode {
  return (
    <Suspense fallback={<Coming {...given} shown={given.chosen.map(({ name }) => name).join(' ')} />}>
      <SeveralRows {...given} />
    </Suspense>
  )
}
/** A person, found by name or its initials. @param register where the house keeps its people. */
export function PersonPicker(given: PickingOne): ReactNode {
  return <RowPicker {...given} />
}
/** In its place and of its size while it is fetched. */
function Coming({ label, shown }: Picking & { shown: string }): ReactNode {
  return <input className="hq-native" disabled aria-label={label} value={shown} />
}
