// The car a form holds already 表里选的车: what its other inputs need to know of it.
import { rowQuery, useCan } from '@houqin/web-kit'
import type { Entries, WireValues } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import { vehicle } from '../../../contract/index.ts'
import { myCars } from '../repair/my-cars.ts'

export function carIn(beside: Entries | WireValues | undefined): string | null {
  const chosen = beside?.['vehicle']
  return typeof chosen === 'object' && chosen !== null && 'id' in chosen ? String(chosen.id) : null
}

/** km as the car was registered last, from the ledger for who reads it, else from the cars he may speak of; null while it is not known. */
export function useReading(car: string | null): number | null {
  const reads = useCan(vehicle.id)('read')
  const { data: row } = useQuery({ ...rowQuery(vehicle.id, car ?? ''), enabled: reads && car !== null })
  const { data: mine } = useQuery({ ...myCars, enabled: !reads && car !== null })
  const known = reads ? row?.['odometer'] : mine?.rows.find(({ id }) => id === car)?.odometer
  return typeof known === 'number' ? known : null
}
