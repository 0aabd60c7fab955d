// Moving what is sent already 改派: to another car, driver or time, as soon as it is dropped there.
import { call, newIdempotencyKey, ProblemError } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { use } from '../../../contract/index.ts'
import type { Moved } from './gantt.tsx'
import { shifted } from './timeline.ts'

/** @returns what is wrong with the last move, and how to make one. @param by whether rows are cars or drivers. */
export function useMover(): { readonly problem: ProblemError | null; readonly move: (moved: Moved, by: 'vehicle' | 'driver') => Promise<void> } {
  const client = useQueryClient()
  const [problem, setProblem] = useState<ProblemError | null>(null)
  return {
    problem,
    async move({ slip, row, quarters }, by) {
      const { from: outAt, to: backAt } = shifted(slip, quarters)
      const [vehicle, driver] = by === 'driver' ? [slip.vehicle, row] : [row, slip.driver]
      if (quarters === 0 && vehicle === slip.vehicle && driver === slip.driver) return
      setProblem(null)
      try {
        await call(`/matters/${use.id}/${slip.number}/steps/reassign`, { method: 'POST', idempotencyKey: newIdempotencyKey(), body: { input: { vehicle, driver, outAt, backAt }, version: slip.version } })
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown
        setProblem(thrown)
      } finally {
        await client.invalidateQueries({ queryKey: ['matters', use.id] })
      }
    },
  }
}
