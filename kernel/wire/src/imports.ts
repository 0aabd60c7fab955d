// Imports 导入 of ledgers and of files: how they stand, and what came of each line.
import type { Ref } from './values.ts'

export type ImportOutcome = 'new' | 'change' | 'same' | 'refused' | 'left-out'
export type ImportState = 'mapping' | 'trying' | 'tried' | 'importing' | 'done' | 'undoing' | 'undone'
/** Of what is right, or nothing at all. */
export type ImportMode = 'partial' | 'whole'
export type ImportCounts<O extends string = ImportOutcome> = Readonly<Partial<Record<O | 'undone' | 'kept', number>>>
/** By field: a word of the ledger and what it was said to mean, an id or an option. */
export type ImportPicks = Readonly<Record<string, Readonly<Record<string, string>>>>
/** What is known of anything that was brought in. */
interface BroughtIn {
  readonly id: string
  readonly register: string
  readonly version: number
  readonly by: string
  readonly mode: ImportMode
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string }
  /** The work under way, or the last there was. */
  readonly job: string | null
  readonly problem: string | null
  readonly createdAt: string
  readonly doneAt: string | null
  readonly undoneAt: string | null
  /** Whether the caller brought it in: only he sees its lines and its file. */
  readonly own: boolean
}
interface Progress {
  readonly progress: { readonly done: number; readonly of: number | null } | null
}

export interface WireImport extends BroughtIn {
  readonly state: ImportState
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly head: { readonly row: number; readonly rows: 1 | 2 }
  readonly columns: readonly { readonly title: string; readonly samples: readonly string[]; readonly field: string | null }[]
  /** The columns were matched as the last time. */
  readonly remembered: boolean
  readonly key: readonly string[]
  /** By field: a word for every new row, where no column brings it. */
  readonly fixed: Readonly<Record<string, string>>
  readonly picks: ImportPicks
  readonly counts: ImportCounts
}
/** A word that means nothing known yet, and what is near it. */
export interface OpenWord {
  readonly field: string
  readonly word: string
  readonly count: number
  readonly near: readonly NearMatch[]
}
export interface NearMatch extends Ref {
  readonly more?: string
}
/** An import with what its page shows besides. */
export interface ImportAnswer extends WireImport, Progress {
  readonly fields: readonly { readonly field: string; readonly label: string; readonly required: boolean }[]
  /** Required fields that no column brings. */
  readonly missing: readonly string[]
  readonly words: readonly OpenWord[]
}
export interface ImportLine {
  readonly row: number
  readonly outcome: ImportOutcome
  readonly name: string | null
  readonly reasons: readonly { readonly field: string | null; readonly says: string; readonly word?: string; readonly near?: readonly NearMatch[] }[]
  /** The row of the register it became or changed. */
  readonly id: string | null
  readonly undone: 'undone' | 'kept' | null
}

export type FileImportState = 'taken' | 'trying' | 'tried' | 'importing' | 'done' | 'undoing' | 'undone' | 'refused'
export type FileOutcome = Exclude<ImportOutcome, 'change'>
export interface WireFileImport extends BroughtIn {
  readonly field: string
  readonly state: FileImportState
  readonly counts: ImportCounts<FileOutcome>
}
/** What became of one file of an archive. */
export interface FileLine {
  readonly row: number
  readonly outcome: FileOutcome
  /** The file, and the row it goes to. */
  readonly name: string
  readonly id: string | null
  readonly undone: 'undone' | 'kept' | null
  /** Whose it is can be said by hand, or was. */
  readonly choosable: boolean
  readonly reasons: readonly { readonly field: null; readonly says: string }[]
}
export interface FileImportAnswer extends WireFileImport, Progress {}
