// What is to be said about a drawing: a code, a sentence for the surveyor in both languages, and the place.
import { sentences } from './sentences.ts'
import type { FindingCode, FindingValues, Weight } from './sentences.ts'

export type { FindingCode, FindingValues, Weight } from './sentences.ts'

export interface Finding {
  readonly code: FindingCode
  readonly weight: Weight
  readonly zh: string
  readonly en: string
  /** What stands in the sentence. */
  readonly values: FindingValues
  /** Where to look, in metres from the local origin of the recognition. */
  readonly at?: readonly [x: number, y: number]
  /** Numbers (`Room.number`) of the rooms it is about. */
  readonly rooms?: readonly number[]
}

export function finding(code: FindingCode, values: FindingValues = {}, where: Pick<Finding, 'at' | 'rooms'> = {}): Finding {
  const { weight, zh, en } = sentences[code]
  return Object.freeze({ code, weight, zh: filled(zh, values), en: filled(en, values), values, ...where })
}

function filled(sentence: string, values: FindingValues): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
