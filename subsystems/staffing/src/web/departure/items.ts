// The items of a departure as they are read 交接项: what he still holds and owes, with what may be done about it.
import { call, pathOfNumber, pathOfRow } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'

/** Where the list stands on the page. */
export const checklistId = 'departure-items'

export interface Item {
  readonly key: string
  readonly group: string
  readonly title: string
  readonly detail: string | null
  readonly opens: { readonly matter: string; readonly number: string } | { readonly register: string; readonly id: string } | { readonly path: string } | null
  readonly ways: readonly ('hand' | 'end')[]
  readonly byApprovalOfficer: boolean
  readonly state: 'open' | 'by-itself' | 'waived'
  readonly reason: string | null
  readonly handed: boolean
  readonly planned: { readonly way: 'hand' | 'end' | 'waive'; readonly to: string | null } | null
  readonly may: boolean
}

/** @param version of the matter: every step asks anew. */
export const itemsQuery = ({ number, version }: { readonly number: string; readonly version: number }) =>
  queryOptions({
    queryKey: ['staffing', 'departure', number, version],
    queryFn: ({ signal }) => call<{ rows: readonly Item[] }>(`/staffing/departures/${encodeURIComponent(number)}/items`, { signal }),
  })

export function pathOfItem({ opens }: Item): string | null {
  if (opens === null) return null
  if ('path' in opens) return opens.path
  return 'matter' in opens ? pathOfNumber(opens.matter, opens.number) : pathOfRow(opens.register, opens.id)
}

/** In the order of the list, what is alike together. */
export function grouped(items: readonly Item[]): readonly { readonly group: string; readonly items: readonly Item[] }[] {
  return [...Map.groupBy(items, ({ group }) => group)].map(([group, own]) => ({ group, items: own }))
}
