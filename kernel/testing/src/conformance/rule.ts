// A rule of conformance 合规: something that must hold for every declaration of a catalogue, and what is said when it does not.
import type { Catalogue, Role } from '@houqin/define'

/** The words and papers that stand beside the declarations. */
export interface House {
  readonly catalogue: Catalogue
  /** `locales/en.ts` of each subsystem, by its id. */
  readonly english: ReadonlyMap<string, object>
  readonly vocabulary: readonly VocabularyEntry[]
}
export interface VocabularyEntry {
  readonly chinese: string
  readonly english: string
  readonly avoid: readonly string[]
}
export interface Rule {
  /** What must hold, as the test is named. */
  readonly says: string
  /** A sentence for each thing that breaks it, beginning with its id. */
  readonly broken: (house: House) => readonly string[]
}

/** A sentence when it is so, nothing otherwise. */
export function when(is: boolean, says: string): readonly string[] {
  return is ? [says] : []
}
export function isRole(party: object): party is Role {
  return 'role' in party
}
