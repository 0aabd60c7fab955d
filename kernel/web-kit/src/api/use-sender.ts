// Sending from a page or sheet made by hand 发送: that it is under way, what became of it, and one idempotency key until it has arrived.
import { useRef, useState } from 'react'
import { newIdempotencyKey } from './idempotency-key.ts'
import { ProblemError } from './problem.ts'

export interface Sender {
  readonly sending: boolean
  readonly problem: ProblemError | null
  /**
   * The same thing sent again after a lost network goes under the same key and has one effect; once it has arrived, the next press is another.
   * @param what is sent, as plain data. @returns whether it arrived; where it did not, `problem` says why. @throws what is no ProblemError.
   */
  readonly send: (what: unknown, work: (idempotencyKey: string) => Promise<unknown>) => Promise<boolean>
}

export function useSender(): Sender {
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const attempt = useRef({ key: '', what: '' })
  return {
    sending,
    problem,
    async send(what, work) {
      const text = JSON.stringify(what)
      if (attempt.current.what !== text) attempt.current = { key: newIdempotencyKey(), what: text }
      setSending(true)
      setProblem(null)
      try {
        await work(attempt.current.key)
        attempt.current = { key: '', what: '' }
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
