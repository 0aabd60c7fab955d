// The roles that can be granted: the kernel's and every subsystem's, but not the one that everybody holds.
import { everyone, kernelRoles } from '@houqin/define'
import type { Role } from '@houqin/define'
import { useWholeHouse } from '@houqin/web-kit'
import { useMemo } from 'react'

/** Those that are here; the others are fetched. @param asked as `useWholeHouse` takes it. */
export function useGrantableRoles(asked = true): readonly Role[] {
  const parts = useWholeHouse(asked)
  return useMemo(() => [...kernelRoles, ...parts.flatMap(({ subsystem }) => Object.values(subsystem.roles))].filter(({ role }) => role !== everyone.role), [parts])
}
