// A choice among many, found by typing.
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import { useBegunTyping } from './closed-list.tsx'
import type { Begun } from './closed-list.tsx'
import type { Entry } from './entries.ts'
import type { InputProps } from './field-box.tsx'

export interface Choosing {
  readonly input: InputProps
  readonly options: readonly { readonly key: string; readonly label: string }[]
  readonly chosen: string[]
  readonly many: boolean
  readonly clearable: boolean
  readonly onChange: (entry: Entry) => void
}
export function ChoiceSelect({ input, options, chosen, many, clearable, onChange, begun }: Choosing & { begun: Begun }): ReactNode {
  const say = useSay()
  const [typed, setTyped] = useBegunTyping(begun)
  const shared = {
    ...input,
    options: options.map(({ key, label }) => ({ value: key, label })),
    showSearch: true,
    autoFocus: begun.focused,
    defaultOpen: begun.open,
    searchValue: typed,
    onSearch: setTyped,
    onSelect: () => setTyped(''),
    optionFilterProp: 'label',
    placeholder: say('请选择', 'Choose'),
  }
  if (many) return <Select<string[]> {...shared} mode="multiple" value={chosen} onChange={onChange} />
  return <Select<string> {...shared} allowClear={clearable} value={chosen[0] ?? null} onChange={(key?: string) => onChange(key ?? '')} />
}
