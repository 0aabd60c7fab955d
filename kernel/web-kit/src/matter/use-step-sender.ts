// Taking a step from a page or sheet made by hand: sending, the problem, and one idempotency key until the server has answered well.
import type { Matter } from '@houqin/define'
import { useRef, useState } from 'react'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { ProblemError } from '../api/problem.ts'
import type { WireMatter } from '../api/wire.ts'
import { useTakeStep } from './step-sheet.tsx'

type Sent = Omit<Parameters<ReturnType<typeof useTakeStep>>[0], 'idempotencyKey'>

export interface StepSender {
  readonly sending: boolean
  readonly problem: ProblemError | null
  /** @returns whether it was taken. */
  readonly send: (sent: Sent) => Promise<boolean>
}

export function useStepSender(of: { matter: Matter; shown: Pick<WireMatter, 'number' | 'version'>; step: string }): StepSender {
  const take = useTakeStep(of)
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
