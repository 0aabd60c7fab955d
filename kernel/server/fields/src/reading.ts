// 读数的结果: a value fit to be stored, or why it is refused.
import type { Sentence } from '@houqin/problem'

/** `says` goes on from the label: “面积”最多 2 位小数. `path` leads into a list. */
export interface Refusal {
  readonly says: Sentence
  readonly path?: readonly number[]
}
export type Reading = { readonly value: unknown } | { readonly refusals: readonly Refusal[] }
export const refused = (says: Sentence): Reading => ({ refusals: [{ says }] })
