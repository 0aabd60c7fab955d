// An attempt 一次办理: busy while it runs, and the sentence that came back where it was refused.
import { useState } from 'react'
import { ProblemError } from './problem.ts'

export interface Attempt {
  readonly problem: ProblemError | null
  readonly busy: boolean
  /** Anything but a problem is thrown on. */
  readonly run: (work: () => Promise<void>) => void
  /** Takes back what was said: what it was said of has changed. */
  readonly clear: () => void
}

export function useAttempt(): Attempt {
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [busy, setBusy] = useState(false)
  return {
    problem,
    busy,
    run: (work) => {
      setBusy(true)
      setProblem(null)
      work()
        .catch((thrown: unknown) => {
          if (!(thrown instanceof ProblemError)) throw thrown
          setProblem(thrown)
        })
        .finally(() => setBusy(false))
    },
    clear: () => setProblem(null),
  }
}
