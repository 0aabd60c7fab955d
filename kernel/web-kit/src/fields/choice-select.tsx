// A choice among many, found by typing.
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import type { Entry } from './entries.ts'
import type { InputProps } from './field-box.tsx'

export function ChoiceSelect({ input, options, chosen, many, clearable, onChange }: {
  input: InputProps
  options: readonly { readonly key: string; readonly label: string }[]
  chosen: string[]
  many: boolean
  clearable: boolean
  onChange: (entry: Entry) => void
}): ReactNode {
  const say = useSay()
  const shared = {
    ...input,
    options: options.map(({ key, label }) => ({ value: key, label })),
    showSearch: true,
    optionFilterProp: 'label',
    placeholder: say('请选择', 'Choose'),
  }
  if (many) return <Select<string[]> {...shared} mode="multiple" value={chosen} onChange={onChange} />
  return <Select<string> {...shared} allowClear={clearable} value={chosen[0] ?? null} onChange={(key?: string) => onChange(key ?? '')} />
}
