// The items of a departure as they are read 交接项: what he still holds and owes, with what may be done about it.
import { call, pathOfNumber, pathOfRow } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { ListedForReader } from '../../contract/answers.ts'

/** Where the list stands on the page. */
export const checklistId = 'departure-items'

/** @param version of the matter: every step asks anew. */
export const itemsQuery = ({ number, version }: { readonly number: string; readonly version: number }) =>
  queryOptions({
    queryKey: ['staffing', 'departure', number, version],
    queryFn: ({ signal }) => call<{ rows: readonly ListedForReader[] }>(`/staffing/departures/${encodeURIComponent(number)}/items`, { signal }),
  })

export function pathOfItem({ opens }: ListedForReader): string | null {
  if (opens === null) return null
  if ('path' in opens) return opens.path
  return 'matter' in opens ? pathOfNumber(opens.matter, opens.number) : pathOfRow(opens.register, opens.id)
}

/** In the order of the list, what is alike together. */
export function grouped(items: readonly ListedForReader[]): readonly { readonly group: string; readonly items: readonly ListedForReader[] }[] {
  return [...Map.groupBy(items, ({ group }) => group)].map(([group, own]) => ({ group, items: own }))
}
