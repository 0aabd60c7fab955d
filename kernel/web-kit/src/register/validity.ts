// The two days between which a dated row holds, as fields like any other.
import { date } from '@houqin/define'
import type { Fields } from '@houqin/define'

export const validityFields = Object.freeze({
  from: date('生效日'),
  to: date('失效日', { optional: true }),
}) satisfies Fields
/** Their names in the other language, which no subsystem declares. */
export const validityWords: ReadonlyMap<object, string> = new Map([
  [validityFields.from, 'Begins'],
  [validityFields.to, 'Ends'],
])
