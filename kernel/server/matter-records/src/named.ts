// Who it was 留名: a person as a record keeps him, whatever he is called later.

/** Somebody by the name he had that day; without an id when he had not signed in, or was the system. */
export interface Named {
  readonly id: string | null
  readonly name: string
}
