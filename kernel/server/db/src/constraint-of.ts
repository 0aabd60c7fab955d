// A violated constraint, read from the database's error, so that the caller can say it in the office's words.
import pg from 'pg'

/** PostgreSQL's condition codes of class 23, the ones a form can cause. */
const kinds = Object.freeze({
  '23502': 'not-null',
  '23503': 'foreign-key',
  '23505': 'unique',
  '23514': 'check',
  '23P01': 'exclusion',
} as const)

export type ConstraintKind = (typeof kinds)[keyof typeof kinds]

export interface ViolatedConstraint {
  readonly kind: ConstraintKind
  readonly schema: string
  readonly table: string
  /** Name of the constraint; of the column where the kind is not-null. */
  readonly name: string
}

/** The constraint an error reports, or undefined for any other error. Looks through `cause`. */
export function constraintOf(error: unknown): ViolatedConstraint | undefined {
  if (!(error instanceof Error)) return undefined
  if (!(error instanceof pg.DatabaseError) || !isKnown(error.code)) return constraintOf(error.cause)
  const { schema = '', table = '', constraint, column } = error
  return { kind: kinds[error.code], schema, table, name: constraint ?? column ?? '' }
}

function isKnown(code: string | undefined): code is keyof typeof kinds {
  return code !== undefined && code in kinds
}
