// What was filled in wrongly: one value of the body, with a sentence for each thing wrong with it.
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** @param at where the value stands in the body. */
export function badInput(at: string, ...faults: readonly Sentence[]): Problem {
  const together = say(faults.map(({ zh }) => zh).join(''), faults.map(({ en }) => en).join(' '))
  return new Problem('bad-input', together, { issues: faults.map((says) => ({ at, says })) })
}
