// The declaration behind a standard's id, for its words.
import type { AnyStandard } from '@houqin/define'
import { useHouse } from '../parts/house.tsx'

export function useDeclaredStandard(): (id: string) => AnyStandard | undefined {
  const { parts } = useHouse()
  return (id) => parts.flatMap(({ subsystem }) => Object.values(subsystem.standards)).find((one) => one.id === id)
}
