// What an import wrote or took back is in the lists: they are read anew once it has ended.
import type { Register } from '@houqin/define'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** @param state of the import; undefined while it is not known. */
export function useChangedRows(register: Register, state: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (state === 'done' || state === 'undone') void client.invalidateQueries({ queryKey: ['rows', register.id] })
  }, [state, client, register.id])
}
