// A failed delivery 未送达: why, in both languages, and whether trying again is of any use.
import type { Sentence } from '@houqin/problem'

/** Thrown by whoever sends. Any other error is taken for a passing one. */
export class DeliveryFailure extends Error {
  override readonly name: string = 'DeliveryFailure'
  /** True when the same message will never arrive: a wrong address, a refusal. */
  readonly permanent: boolean
  readonly says: Sentence
  /** The line was busy and nothing was tried: from then on it is tried, and no attempt is counted. */
  readonly again: Date | null
  constructor({ permanent, says, again = null, cause }: { permanent: boolean; says: Sentence; again?: Date | null; cause?: unknown }) {
    super(says.en, { cause })
    this.permanent = permanent
    this.says = says
    this.again = again
  }
}
