// Whose wall it is 局名: the organ of whoever put it up; the house's own name where he has none.
import { rowQuery, useHouse, useMe, useSay } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

export function useBureau(): string {
  const say = useSay()
  const { person } = useMe()
  const { keeperOf } = useHouse()
  const keeper = keeperOf('person')?.id
  const { data } = useQuery({ ...rowQuery(keeper ?? '', person?.id ?? ''), enabled: keeper !== undefined && person !== null })
  const name = nameOf(data?.['organ']) ?? say('智慧后勤', 'Houqin')
  useEffect(() => {
    document.title = `${say('大屏', 'Big screen')} · ${name}`
  }, [name, say])
  return name
}
function nameOf(value: unknown): string | undefined {
  return value !== null && typeof value === 'object' && 'name' in value && typeof value.name === 'string' ? value.name : undefined
}
