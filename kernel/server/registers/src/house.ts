// What every part of the registers works with.
import type { Actor } from '@houqin/access'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue, Register } from '@houqin/define'
import type { EnglishWords } from '@houqin/fields'

export interface House {
  readonly catalogue: Catalogue
  readonly clock: Clock
  /** English words of a declaration's fields. */
  readonly words?: ((register: string) => EnglishWords | undefined) | undefined
  /** Told, in the transaction that wrote them, which rows are new or otherwise than before. */
  readonly kept?: ((tx: Tx, register: Register, ids: readonly string[]) => Promise<void>) | undefined
  /**
   * Told which files a row now holds, in the transaction that wrote it, so that they can be read through the row. Throws
   * a Problem for one that whoever writes may not give it.
   */
  readonly holdFiles?: ((tx: Tx, held: HeldFiles) => Promise<void>) | undefined
}

export interface HeldFiles {
  readonly register: string
  readonly row: string
  /** Each with its place in the body, such as `scans[0]`. */
  readonly files: readonly { readonly id: string; readonly at: string }[]
  readonly actor: Actor
}
