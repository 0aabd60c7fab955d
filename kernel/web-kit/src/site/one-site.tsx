// That a page is about one site alone 只看一处: said as the condition of a list is, and taken away like one.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { rowQuery } from '../api/queries.ts'
import { ConditionChip } from '../blocks/condition-chip.tsx'
import { useHouse } from '../parts/house.tsx'
import { useSay, useToldOf } from '../words/words.tsx'

export function OneSite({ site, onAll }: { site: string; onAll: () => void }): ReactNode {
  const say = useSay()
  const told = useToldOf()
  const register = useHouse().keeperOf('site')?.id ?? ''
  const { data } = useQuery(rowQuery(register, site))
  const name = data ? told(register, data.name) : '…'
  return <ConditionChip text={say(`场所 ${name}`, `Site ${name}`)} onRemove={onAll} />
}
