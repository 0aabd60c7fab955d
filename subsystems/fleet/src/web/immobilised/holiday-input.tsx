// Which immobilisation 哪次封存 in a derived form: those that are to come or hold now, by name and days, also for who does not keep the notices.
import { call, ChoicePicker, dayText, useSay } from '@houqin/web-kit'
import type { FieldInputProps } from '@houqin/web-kit'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import type { ComingImmobilisation } from '../../contract/answers.ts'

const coming = queryOptions({ queryKey: ['fleet', 'immobilisations'], staleTime: 60_000, queryFn: ({ signal }) => call<{ rows: readonly ComingImmobilisation[] }>('/fleet/immobilisations', { signal }) })

export function HolidayInput({ entry, onChange, input }: FieldInputProps): ReactNode {
  const say = useSay()
  const { data, isPending } = useQuery(coming)
  const rows = data?.rows ?? []
  const chosen = typeof entry === 'object' && entry !== null && 'id' in entry ? String(entry.id) : null
  const [only] = rows.length === 1 ? rows : []
  useEffect(() => {
    if (only && chosen === null) onChange({ id: only.id, name: only.name })
  }, [only, chosen, onChange])
  return (
    <ChoicePicker
      input={input} clearable chosen={chosen}
      none={isPending ? say('正在查找…', 'Searching…') : say('还没有下通知的封存。公车管理员登记“节假日封存”后再申请。', 'No immobilisation is announced. Ask once the fleet officer has entered one.')}
      options={rows.map(({ id, name, begins, ends }) => ({ key: id, label: `${name} ${dayText(begins, say)}—${dayText(ends, say)}` }))}
      onChange={(id) => {
        const one = rows.find((row) => row.id === id)
        onChange(one ? { id: one.id, name: one.name } : null)
      }}
    />
  )
}
