// Values 值 as they are read: what fields hold, and what references and files look like.

/** What a reference points to. */
export interface Ref {
  readonly id: string
  readonly name: string
}
/** Somebody by the name he had that day; without an id when he had not signed in, or was the system. */
export interface Somebody {
  readonly id: string | null
  readonly name: string
}
/** A file that is kept. Sizes in bytes and pixels. */
export interface WireFile {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly width?: number
  readonly height?: number
}
/** A value of a field; files may come as ids alone. */
export type WireValue = string | number | boolean | null | Ref | readonly string[] | readonly WireFile[]
export type WireValues = Readonly<Record<string, WireValue | undefined>>

export interface Page<T> {
  readonly rows: readonly T[]
  /** The cursor of the page after; null behind the last. */
  readonly next: string | null
  /** Where it was asked for. */
  readonly total?: number
}
