// Who is signed in and what he may do, for the pages inside the console.
import type { Role } from '@houqin/define'
import type { Me } from '@houqin/wire'
import { useSuspenseQuery } from '@tanstack/react-query'
import { meQuery } from './queries.ts'

/** Suspends until it is known; the shell has asked before any page is drawn. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}
/** @param id of a register or matter. */
export function useCan(id: string): (verb: 'read' | 'write' | 'import' | 'start' | 'export' | 'reveal') => boolean {
  const { can } = useMe()
  return (verb) => can[id]?.includes(verb) ?? false
}
/** Whether the reader holds one of these roles, wherever it reaches. */
export function useHolds(roles: readonly Role[]): boolean {
  const held = new Set(useMe().roles.map(({ role }) => role))
  return roles.some(({ role }) => held.has(role))
}
