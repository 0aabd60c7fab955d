// One stage of the checks, such as "types" or "integration": what it does and what came of it.
import type { Finding } from '../finding.ts'
import { findingText } from '../finding.ts'

export interface StageResult {
  readonly passed: number
  readonly failed: number
  /** How many tests of node:test ran to their end, whatever came of them. */
  readonly tests: number
  /** What a person must read: what failed, what was slow, what was measured; empty when there is nothing. */
  readonly report: string
}

export interface Stage {
  readonly name: string
  run(): Promise<StageResult>
}

/** A stage that is right or wrong as a whole: it counts as one. */
export function checkStage({ name, check }: {
  name: string
  /** Answers what is wrong, in full; an empty text when nothing is. */
  check: () => Promise<string> | string
}): Stage {
  return Object.freeze({
    name,
    async run(): Promise<StageResult> {
      const report = await check()
      return { passed: report === '' ? 1 : 0, failed: report === '' ? 0 : 1, tests: 0, report }
    },
  })
}

/** A check stage whose check answers findings. */
export function findingStage({ name, find }: { name: string; find: () => readonly Finding[] }): Stage {
  return checkStage({ name, check: () => find().map(findingText).join('\n') })
}
