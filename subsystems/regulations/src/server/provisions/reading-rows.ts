// 读数底稿: the reading rows and the documents they name, as they were compiled, from data/.
import { readFileSync } from 'node:fs'
import type { Mark } from '@houqin/define'
import type { Area, DocumentKind, DocumentLevel } from '../../contract/index.ts'

/** One rule in a line, with where it was read. */
export interface ReadingRow {
  readonly code: string
  readonly title: string
  readonly area: Area
  readonly value: string
  readonly unit?: string
  readonly condition?: string
  readonly mark: Mark
  /** What it rests on; without clauses where the number has not been confirmed. */
  readonly grounds?: readonly { readonly document: string; readonly clauses: readonly string[] }[]
  /** 附1, 表2: where in a document without articles. */
  readonly place?: string
  /** Where its words were seen. */
  readonly seen?: string
  /** Words that the articles must hold for the row to be right; of several wordings, apart by a bar, one. */
  readonly expects?: readonly string[]
}
export interface NamedDocument {
  readonly title: string
  readonly number?: string
  readonly level: DocumentLevel
  readonly kind: DocumentKind
}

// the files are ours, and a test reads every row of them
export const readingRows = read<ReadingRow>('provisions')
export const namedDocuments = read<NamedDocument>('documents')

function read<T>(name: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8')) as readonly T[]
}
