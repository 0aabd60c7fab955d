// Taking a step of a use from a page made by hand: sending, the problem, and one idempotency key until the server has answered well.
import { newIdempotencyKey, ProblemError, useTakeStep } from '@houqin/web-kit'
import type { WireMatter } from '@houqin/web-kit'
import { useRef, useState } from 'react'
import { use } from '../../contract/index.ts'

export type UseStep = keyof typeof use.steps
type Sent = Omit<Parameters<ReturnType<typeof useTakeStep>>[0], 'idempotencyKey'>

export interface StepSender {
  readonly sending: boolean
  readonly problem: ProblemError | null
  /** @returns whether it was taken. */
  readonly send: (sent: Sent) => Promise<boolean>
}

export function useStep(shown: Pick<WireMatter, 'number' | 'version'>, step: UseStep): StepSender {
  const take = useTakeStep({ matter: use, shown, step })
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const attempt = useRef({ key: '', body: '' })
  return {
    sending,
    problem,
    async send(sent) {
      const body = JSON.stringify(sent)
      if (attempt.current.body !== body) attempt.current = { key: newIdempotencyKey(), body }
      setSending(true)
      setProblem(null)
      try {
        await take({ ...sent, idempotencyKey: attempt.current.key })
        return true
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown
        setProblem(thrown)
        return false
      } finally {
        setSending(false)
      }
    },
  }
}
