// The list of a row picker: what the server offers for what is typed, with what tells rows of one name apart.
import type { Register } from '@houqin/define'
import type { Ref, WireRow } from '@houqin/wire'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { ReactNode } from 'react'
import { choicesQuery } from '../api/queries.ts'
import { isRef } from '../format/field-value.tsx'
import { useHouse, useSubsystemsOf } from '../parts/house.tsx'
import { useSay, useToldOf } from '../words/words.tsx'
import { useBegunTyping } from './closed-list.tsx'
import type { Begun } from './closed-list.tsx'
import type { Picking, PickingOne, PickingSeveral } from './row-picker.tsx'

interface OfList {
  readonly begun: Begun
}
export function OneRow({ chosen, onChange, clearable = true, ...common }: PickingOne & OfList): ReactNode {
  const { offered, shared } = useOffered(common, chosen ? [chosen] : [])
  return (
    <Select<string>
      {...shared}
      value={chosen?.id ?? null}
      allowClear={clearable}
      onChange={(id: string | undefined) => onChange(offered.find((row) => row.id === id) ?? null)}
    />
  )
}
export function SeveralRows({ chosen, onChange, ...common }: PickingSeveral & OfList): ReactNode {
  const { offered, shared } = useOffered(common, chosen)
  return (
    <Select<string[]>
      {...shared}
      mode="multiple"
      value={chosen.map(({ id }) => id)}
      onChange={(ids) => onChange(offered.filter(({ id }) => ids.includes(id)))}
    />
  )
}
function useOffered({ register, where = {}, input, label, begun }: Picking & OfList, chosen: readonly Ref[]) {
  const say = useSay()
  const [typed, setTyped] = useBegunTyping(begun)
  const [open, setOpen] = useState(begun.open)
  const q = useDeferredValue(typed.trim())
  const { data, isFetching } = useQuery({ ...choicesQuery(register, q, where), enabled: open, placeholderData: (before) => before })
  const house = useHouse()
  const told = useToldOf()
  useSubsystemsOf(register)
  const found = (data?.rows ?? []).map((row): Offered => ({ id: row.id, name: row.name, more: moreOf(row, { register: house.register(register), told }) }))
  const offered: readonly Offered[] = [...chosen.filter(({ id }) => !found.some((row) => row.id === id)), ...found]
  return {
    offered,
    shared: {
      ...input,
      showSearch: true,
      filterOption: false as const,
      'aria-label': label,
      autoFocus: begun.focused,
      defaultOpen: begun.open,
      searchValue: typed,
      onSearch: setTyped,
      onSelect: () => setTyped(''),
      onOpenChange: (opened: boolean) => {
        setOpen(opened)
        if (!opened) setTyped('')
      },
      loading: isFetching,
      placeholder: say('输入名称或拼音首字母', 'Type a name'),
      notFoundContent: isFetching ? say('正在查找…', 'Searching…') : say('没有找到', 'Nothing found'),
      options: offered.map(({ id, name }) => ({ value: id, label: told(register, name) })),
      optionRender: ({ label, value }: { label?: ReactNode; value?: string | number | null }) => {
        const more = offered.find(({ id }) => id === value)?.more
        return (
          <span className="hq-offered">
            {label}
            {more && <span className="hq-secondary hq-small">{more}</span>}
          </span>
        )
      },
    },
  }
}

interface Offered extends Ref {
  readonly more?: string | undefined
}
/** What tells apart rows of one name: the references and words among the facts of their card. */
function moreOf(row: WireRow, { register, told }: { register: Register | undefined; told: ReturnType<typeof useToldOf> }): string | undefined {
  const facts = (register?.card.facts ?? []).flatMap((name) => {
    const value = row[name]
    const field = register?.fields[name]
    if (field?.kind === 'ref' && isRef(value)) return [told(field.to === 'self' ? register?.id : field.to.id, value.name)]
    return field?.kind === 'text' && typeof value === 'string' ? [value] : []
  })
  return facts.length > 0 ? facts.join(' · ') : undefined
}
