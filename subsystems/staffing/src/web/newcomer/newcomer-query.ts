// What the server knows while an officer types: persons alike, a free username, free desks.
import { call, queryText } from '@houqin/web-kit'
import type { Entries } from '@houqin/web-kit'
import { queryOptions } from '@tanstack/react-query'
import type { ToldOfNewcomer } from '../../contract/answers.ts'

/** Numbers are asked about once they are whole, so that a half-typed one is nobody's. */
export function toldQuery(entries: Entries) {
  const text = (name: string): string => (typeof entries[name] === 'string' ? entries[name].trim() : '')
  const organ = entries['organ']
  const asked = {
    name: text('name').length > 1 ? text('name') : null,
    phone: text('phone').length === 11 ? text('phone') : null,
    identity: text('identity').length === 18 ? text('identity') : null,
    organ: typeof organ === 'object' && organ !== null && 'id' in organ ? organ.id : null,
    startsOn: /^\d{4}-\d{2}-\d{2}$/.test(text('startsOn')) ? text('startsOn') : null,
  }
  return queryOptions({
    queryKey: ['staffing', 'newcomers', asked],
    enabled: Object.values(asked).some((value) => value !== null),
    queryFn: ({ signal }) => call<ToldOfNewcomer>(`/staffing/newcomers${queryText(asked)}`, { signal }),
  })
}
