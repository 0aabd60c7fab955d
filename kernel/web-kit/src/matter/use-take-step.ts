// Taking one step of a matter under the version that was seen; without a network it is kept to be sent.
import type { Matter, Step } from '@houqin/define'
import type { WireMatter } from '@houqin/wire'
import { useQueryClient } from '@tanstack/react-query'
import { useMe } from '../api/me.ts'
import { ProblemError } from '../api/problem.ts'
import { matterQuery } from '../api/queries.ts'
import { useToast } from '../blocks/toast.tsx'
import type { Sending } from '../fields/use-record-form.ts'
import { callOrKeep, keptWords } from '../offline/call-or-keep.ts'
import { pathOfNumber } from '../parts/paths.ts'
import { useNames, useSay } from '../words/words.tsx'
import { whoHas } from './people.ts'

/** Takes a step, and puts the answer in the place of what was read; null when nobody answered and it was kept to be sent. */
export function useTakeStep({ matter, shown, step }: { matter: Matter; shown: Pick<WireMatter, 'number' | 'version'>; step: string }): (sending: {
  input?: Sending['values']
  lines?: Sending['lines']
  comment?: string | null
  rating?: number | null
  held?: Sending['held']
  idempotencyKey?: string
}) => Promise<WireMatter | null> {
  const client = useQueryClient()
  const toast = useToast()
  const names = useNames()
  const say = useSay()
  const { account } = useMe()
  return async ({ input = {}, lines = {}, comment, rating, held = [], idempotencyKey }) => {
    const key = matterQuery(matter.id, shown.number).queryKey
    const declared = matter.steps[step]
    const label = declared ? names.of(declared) : step
    try {
      const after = await callOrKeep<WireMatter>(`/matters/${matter.id}/${shown.number}/steps/${step}`, {
        account,
        files: held,
        title: `${label} · ${shown.number}`,
        page: pathOfNumber(matter.id, shown.number),
        body: {
          input: Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)),
          ...(Object.values(lines).some((rows) => rows.length > 0) && { lines }),
          ...(comment && { comment }),
          ...(rating && { rating }),
          version: shown.version,
        },
        idempotencyKey,
      })
      if (!after) {
        toast({ says: keptWords(say), to: '/waiting' })
        return null
      }
      client.setQueryData(key, after)
      const state = matter.states[after.state]
      // it stands where it stood until somebody agrees, and reads as if nothing had been done
      const asks = declared?.approve !== undefined && after.route?.outcome === 'open' && after.route.step === step
      toast({ says: `${label} · ${asks ? say(`等${whoHas(after, say)}批准`, `waits for ${whoHas(after, say)}`) : state ? names.of(state) : after.stateTitle}` })
      return after
    } catch (thrown) {
      // Somebody was faster: what he did is shown behind the sentence that says so.
      if (thrown instanceof ProblemError && (thrown.type === 'stale-version' || thrown.type === 'step-not-possible')) void client.invalidateQueries({ queryKey: key })
      throw thrown
    } finally {
      for (const stale of [['inbox'], ['matters', matter.id]]) void client.invalidateQueries({ queryKey: stale })
    }
  }
}

/** Whether the step asks anything; one that does not is taken at a press. */
export function asksSomething(step: Step): boolean {
  return step.comment !== 'none' || Object.keys(step.settles ?? {}).length > 0 || Object.keys(step.input ?? {}).length > 0 || (step.lines ?? []).length > 0 || step.destructive === true || step.rates === true
}
