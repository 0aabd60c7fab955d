// The declaration behind a standard's id, for its words.
import type { AnyStandard } from '@houqin/define'
import { useHouse } from '../parts/house.tsx'

export function useDeclaredStandard(): (id: string) => AnyStandard | undefined {
  return useHouse().standard
}
