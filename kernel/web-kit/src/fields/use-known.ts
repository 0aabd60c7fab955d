// What the address says of a form beforehand, as in `?room=<id>`.
import type { Fields } from '@houqin/define'
import type { WireValue } from '@houqin/wire'
import { useQueries } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { rowQuery } from '../api/queries.ts'

/** Values of the form's fields, rows with their names; undefined until those are known. */
export function useKnown(form: Fields, owner: string): Readonly<Record<string, WireValue>> | undefined {
  const search = useRouterState({ select: ({ location }) => location.searchStr })
  const given = [...new URLSearchParams(search)].filter(([name]) => form[name])
  const refs = given.flatMap(([name, id]) => {
    const field = form[name]
    return field?.kind === 'ref' ? [{ name, id, register: field.to === 'self' ? owner : field.to.id }] : []
  })
  const rows = useQueries({ queries: refs.map(({ register, id }) => rowQuery(register, id)) })
  if (rows.some(({ isPending }) => isPending)) return undefined
  const known: Record<string, WireValue> = Object.fromEntries(given.filter(([name]) => form[name]?.kind !== 'ref'))
  for (const [place, { name, id }] of refs.entries()) {
    const row = rows[place]?.data
    if (row) known[name] = { id, name: row.name }
  }
  return known
}
