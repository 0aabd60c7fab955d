// Steps that may be taken on several matters at once: those offered on each of them that ask nothing but a word.
import type { Matter } from '@houqin/define'
import type { StepOffer, WireMatter } from '@houqin/wire'
import { call } from '../api/call.ts'
import type { ListedMatter } from '../api/queries.ts'
import type { SeveralAction } from '../list/several.ts'
import type { Say } from '../words/locale.ts'
import type { Names } from '../words/words.tsx'

/** More are asked about one by one. */
const most = 50

/** Reads each matter as it stands now, so that each step is taken under the version it was offered with. @throws ProblemError */
export async function severalSteps({ matter, rows, names, say }: {
  matter: Matter
  rows: readonly ListedMatter[]
  names: Pick<Names, 'of'>
  say: Say
}): Promise<readonly SeveralAction<ListedMatter>[]> {
  const read = new Map<string, WireMatter>()
  for (const { number } of rows.slice(0, most)) read.set(number, await call<WireMatter>(`/matters/${matter.id}/${number}`))
  const [first, ...others] = [...read.values()]
  if (!first || rows.length > most) return []
  const offered = first.steps.filter((offer) => isWordOnly(matter, offer) && others.every(({ steps }) => steps.some(({ step }) => step === offer.step)))
  return offered.flatMap(({ step: key }) => {
    const step = matter.steps[key]
    if (!step) return []
    return [{
      key,
      label: names.of(step),
      ...(step.destructive && { destructive: true, warns: say('办了以后，这几件事就到此为止。', 'This ends these matters.') }),
      words: step.comment === 'required' ? 'required' : step.comment === 'none' ? 'none' : 'optional',
      run: async ({ number }: ListedMatter, comment: string) => {
        const after = await call<WireMatter>(`/matters/${matter.id}/${number}/steps/${key}`, {
          method: 'POST', body: { input: {}, ...(comment && { comment }), version: read.get(number)?.version },
        })
        const state = matter.states[after.state]
        return state ? names.of(state) : after.stateTitle
      },
    }] satisfies SeveralAction<ListedMatter>[]
  })
}

/** A step that asks for more, or is rated, is taken on the matter's own page. */
function isWordOnly(matter: Matter, { step: key }: StepOffer): boolean {
  const step = matter.steps[key]
  if (!step || step.rates) return false
  return Object.keys(step.input ?? {}).length === 0 && (step.lines ?? []).length === 0 && Object.keys(step.settles ?? {}).length === 0
}
