// Whoever sees where the cars are sees the evidence; others who read the matter, such as its driver, do not.
import { auditor } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { useMe } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { fleetOfficer } from '../../contract/index.ts'

const readers: readonly string[] = [fleetOfficer.role, bureauLeader.role, auditor.role]

/** @returns the id of the matter's car; null where there is none, or for a reader who is shown no tracks. */
export function useReads({ form }: WireMatter): string | null {
  const { roles } = useMe()
  const car = form['vehicle']
  const isReader = roles.some(({ role }) => readers.includes(role))
  return isReader && typeof car === 'object' && car !== null && 'id' in car && typeof car.id === 'string' ? car.id : null
}
