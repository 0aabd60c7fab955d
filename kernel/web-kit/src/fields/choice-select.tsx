// A choice among many, found by typing.
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import { useBegunTyping } from './closed-list.tsx'
import type { Begun } from './closed-list.tsx'
import type { Entry } from './entries.ts'
import type { InputProps } from './field-box.tsx'

export interface Choosing {
  readonly input?: Partial<InputProps> | undefined
  readonly label?: string | undefined
  readonly options: readonly { readonly key: string; readonly label: string }[]
  readonly chosen: string[]
  readonly many: boolean
  readonly clearable: boolean
  readonly disabled?: boolean
  readonly placeholder?: string
  /** Said where there is nothing to choose. */
  readonly none?: ReactNode
  readonly onChange: (entry: Entry) => void
}
export function ChoiceSelect({ input, label, options, chosen, many, clearable, disabled = false, placeholder, none, onChange, begun }: Choosing & { begun: Begun }): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useBegunTyping(begun)
  const shared = {
    ...input,
    ...(label !== undefined && { 'aria-label': label }),
    disabled,
    options: options.map(({ key, label }) => ({ value: key, label })),
    showSearch: true,
    autoFocus: begun.focused,
    defaultOpen: begun.open,
    searchValue: typed,
    onSearch: setTyped,
    onSelect: () => setTyped(''),
    optionFilterProp: 'label',
    placeholder: placeholder ?? say('请选择', 'Choose'),
    ...(none !== undefined && { notFoundContent: none }),
  }
  if (many) return <Select<string[]> {...shared} mode="multiple" value={chosen} onChange={onChange} />
  return <Select<string> {...shared} allowClear={clearable} value={chosen[0] ?? null} onChange={(key?: string) => onChange(key ?? '')} />
}
