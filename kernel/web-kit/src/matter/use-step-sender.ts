// Taking a step from a page or sheet made by hand: sending, the problem, and one idempotency key until the server has answered well.
import type { Matter } from '@houqin/define'
import type { WireMatter } from '@houqin/wire'
import { useSender } from '../api/use-sender.ts'
import type { Sender } from '../api/use-sender.ts'
import { useTakeStep } from './use-take-step.ts'

type Sent = Omit<Parameters<ReturnType<typeof useTakeStep>>[0], 'idempotencyKey'>

export interface StepSender extends Pick<Sender, 'sending' | 'problem'> {
  /** @returns whether it was taken. */
  readonly send: (sent: Sent) => Promise<boolean>
}

export function useStepSender(of: { matter: Matter; shown: Pick<WireMatter, 'number' | 'version'>; step: string }): StepSender {
  const take = useTakeStep(of)
  const { send, ...state } = useSender()
  return { ...state, send: (sent) => send(sent, (idempotencyKey) => take({ ...sent, idempotencyKey })) }
}
