// A standard 依据: a rule somebody can cite, its figures as dated rows, and a pure function that checks it.
import type { Citation } from './citation.ts'
import type { FactsOf, FormOf, LinesOf, Matter } from './matter.ts'
import type { Query, SqlTag } from './query.ts'
import type { Register } from './register.ts'
import type { Role } from './role.ts'

/** One figure of a rule. Its values are dated rows, so that it is read as of a day. */
export interface Parameter<K extends string = string> {
  readonly title: string
  readonly unit: string
  readonly scale: number
  /** One value for each of these (per rank, per urgency); a single value when absent. */
  readonly by?: Readonly<Record<K, string>>
}
export type Parameters = Readonly<Record<string, Parameter>>

/** @param options.scale digits after the point (0). @param options.by makes it a table with one value per key. */
export function parameter(title: string, unit: string, options?: { scale?: number }): Parameter<never>
export function parameter<const K extends string>(
  title: string,
  unit: string,
  options: { scale?: number; by: Readonly<Record<K, string>> },
): Parameter<K>
export function parameter(
  title: string,
  unit: string,
  options: { scale?: number; by?: Readonly<Record<string, string>> } = {},
): Parameter {
  return Object.freeze({ title, unit, scale: options.scale ?? 0, ...(options.by && { by: options.by }) })
}
/** What `check` is handed: a decimal string, or one per key. */
export type Figures<P extends Parameters> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer B>
    ? [B] extends [never]
      ? string
      : Readonly<Record<B, string>>
    : never
}
/** A value that a parameter has from a day on, with where it is written. */
export interface ParameterValue<N extends string = string> {
  readonly parameter: N
  readonly key?: string
  readonly value: string
  readonly from: string
  readonly to?: string
  readonly cite: Citation
  /** Code of the reading row it was taken from; none for what the house set for itself. */
  readonly provision?: string
}

/** What a check found: a sentence with the number, and the matter that mends it. */
export interface Finding {
  readonly level: 'breach' | 'warning' | 'note'
  readonly says: string
  readonly measured?: string
  readonly limit?: string
  readonly unit?: string
  /** What to do about it, verb first. */
  readonly advice: string
  /** The same in English; names stay as they are written. */
  readonly en: { readonly says: string; readonly advice: string }
  /** Which parameter judged, so that its citation stands beside the sentence. */
  readonly by: string
}

/** Something a standard is checked on, and whose it is. */
export interface SubjectRow<S> {
  readonly id: string
  readonly name: string
  readonly organ?: string | null
  readonly site?: string | null
  readonly subject: S
}

export interface Standard<Id extends string = string, S = unknown, P extends Parameters = Parameters> {
  readonly noun: 'standard'
  readonly id: Id
  readonly title: string
  /** Why it exists and what it means, for a person who has never read it. */
  readonly explain: string
  readonly parameters: P
  readonly values: readonly ParameterValue[]
  /** Every subject of the ledger as it stood on a day (YYYY-MM-DD): rows `{id, name, organ, site, subject}`. */
  readonly ledger?: (asOf: string, sql: SqlTag) => Query<SubjectRow<S>>
  /** Who may hold the whole ledger against it, within his organ and site; nobody but auditors when absent. */
  readonly read?: readonly Role[]
  /** Who enters new figures; one of them prepares, another issues. */
  readonly keep?: readonly Role[]
  /** Read from a row of a register while it is being filled in; undefined while there is not enough of it. */
  readonly row?: RowSubject<S>
  readonly check: (subject: S, figures: Figures<P>) => readonly Finding[]
  /** The matter that mends a breach; its form opens filled in as far as `fill` knows, which is told the clause as well. */
  readonly mend?: () => Matter
  /** Fields of that form by name, references by id, for one row of the ledger and what was found in it. */
  readonly fill?: (row: SubjectRow<S>, finding: Finding, cite: string) => Readonly<Record<string, string>>
  /** The record that a row of the ledger tells of: a path of the console. By what the history of breaches keeps too. */
  readonly opens?: (row: Omit<SubjectRow<S>, 'subject'>) => string
  readonly examples: readonly Example<S>[]
}
interface RowSubject<S> {
  readonly of: Register
  readonly subject: (values: Readonly<Record<string, unknown>>, today: string) => S | undefined
}
export interface Example<S> {
  readonly says: string
  readonly given: S
  readonly breach: boolean
}

/** Two calls because the subject's type is stated and the rest is inferred. */
export function defineStandard<S>() {
  return function standard<const Id extends `${string}.${string}`, const P extends Parameters>(
    id: Id,
    declaration: {
      title: string
      explain: string
      parameters: P
      values: readonly ParameterValue<NoInfer<keyof P & string>>[]
      ledger?: (asOf: string, sql: SqlTag) => Query<SubjectRow<S>>
      read?: readonly Role[]
      keep?: readonly Role[]
      row?: RowSubject<S>
      check: (subject: S, figures: Figures<NoInfer<P>>) => readonly Finding[]
      mend?: () => Matter
      fill?: (row: SubjectRow<S>, finding: Finding, cite: string) => Readonly<Record<string, string>>
      opens?: (row: Omit<SubjectRow<S>, 'subject'>) => string
      examples: readonly [Example<S>, Example<S>, ...Example<S>[]]
    },
  ): Standard<Id, S, P> {
    return Object.freeze({ noun: 'standard', id, ...declaration })
  }
}

/** A standard stood before a step: a breach refuses it, a warning is shown and remembered. */
export interface Gate {
  readonly matter: Matter
  /** Step names, or `start` for the asking itself. */
  readonly at: readonly string[]
  readonly standard: Standard
  readonly subject: (matter: never, sql: SqlTag) => unknown
}
/** A matter as a gate sees it, inside the step's transaction and before it moves. */
export interface AtGate<M extends Matter> {
  readonly form: FormOf<M>
  readonly facts: FactsOf<M>
  readonly lines: LinesOf<M>
  readonly today: string
}
export function defineGate<M extends Matter, S>(
  matter: M,
  at: readonly (NoInfer<keyof M['steps'] & string> | 'start')[],
  standard: { readonly check: (subject: S, figures: never) => readonly Finding[] },
  /** What to judge, at once or as a query asked in the step's transaction; undefined when the rule does not touch this one. */
  subject: (matter: AtGate<M>, sql: SqlTag) => S | Query<S> | undefined,
): Gate {
  return Object.freeze({ matter, at, standard: standard as Standard, subject })
}
