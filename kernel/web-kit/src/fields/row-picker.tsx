// Choosing a row of a register by typing: Chinese, pinyin initials, numbers; the server searches. The list itself is fetched when somebody comes to it.
import type { Ref } from '@houqin/wire'
import type { ReactNode } from 'react'
import type { ListQuery } from '../api/queries.ts'
import { useSay } from '../words/words.tsx'
import { closedList } from './closed-list.tsx'
import type { Closed } from './closed-list.tsx'
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
const OneRow = closedList<PickingOne>(async () => (await import('./row-select.tsx')).OneRow)
const SeveralRows = closedList<PickingSeveral>(async () => (await import('./row-select.tsx')).SeveralRows)

/** One row. */
export function RowPicker(given: PickingOne): ReactNode {
  return <OneRow closed={useClosed(given, given.chosen ? [given.chosen] : [])} given={given} />
}
/** Several rows. */
export function RowsPicker(given: PickingSeveral): ReactNode {
  return <SeveralRows closed={{ ...useClosed(given, given.chosen), atOnce: given.chosen.length > 0 }} given={given} />
}
/** A person, found by name or its initials. @param register where the house keeps its people. */
export function PersonPicker(given: PickingOne): ReactNode {
  return <RowPicker {...given} />
}
function useClosed({ input, label, autoFocus }: Picking, chosen: readonly Ref[]): Closed {
  const say = useSay()
  return { input, label, autoFocus, shown: chosen.map(({ name }) => name).join(' '), placeholder: say('输入名称或拼音首字母', 'Type a name') }
}
