// What every part of the registers works with.
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue } from '@houqin/define'
import type { EnglishWords } from '@houqin/fields'

export interface House {
  readonly catalogue: Catalogue
  readonly clock: Clock
  /** English words of a declaration's fields. */
  readonly words?: ((register: string) => EnglishWords | undefined) | undefined
  /** Told which files a row now holds, in the transaction that wrote it, so that they can be read through the row. */
  readonly holdFiles?: ((tx: Tx, held: { readonly register: string; readonly row: string; readonly files: readonly string[] }) => Promise<void>) | undefined
}
