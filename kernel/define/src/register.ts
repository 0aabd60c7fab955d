// A register 台账: things that exist, one row each, with history, dated validity and exact quantities.
import type { Expires, Fields, RefField, Typed, ValueOf, Values, Given } from './field.ts'
import type { Role } from './role.ts'

/** The roles behind each verb. Nobody may do what is not named; `kernel.auditor` reads all. */
export interface RegisterAccess {
  readonly read: readonly Role[]
  readonly write: readonly Role[]
  readonly export?: readonly Role[]
  /** Who may bring in a whole ledger, besides being allowed to write. */
  readonly import?: readonly Role[]
  /** Who may ask for a masked value whole, with why; each asking is recorded. */
  readonly reveal?: readonly Role[]
}

export type KeysOf<F extends Fields, Kind> = { [K in keyof F]: F[K] extends Kind ? K : never }[keyof F] & string

/** Typed child rows that live and die with their parent. */
export interface Lines<F extends Fields = Fields> {
  readonly title: string
  readonly fields: F
  /** Decimal and int columns whose sum stands under the lines. */
  readonly totals: readonly string[]
}
export type LineSets = Readonly<Record<string, Lines>>

/** @throws nothing; a total that is no field of the line does not compile. */
export function lines<const F extends Fields>(
  title: string,
  declaration: { fields: F; totals?: readonly NoInfer<keyof F & string>[] },
): Lines<F> {
  return Object.freeze({ title, fields: declaration.fields, totals: declaration.totals ?? [] })
}

/** Rows that exist only for some: a choice of the row, and behind the graded ones of its options who sees such rows, besides being allowed to read. */
export interface Grades {
  readonly by: string
  readonly readers: Readonly<Record<string, readonly Role[]>>
}

export interface Register<Id extends string = string, F extends Fields = Fields, D extends boolean = boolean> {
  readonly noun: 'register'
  readonly id: Id
  readonly title: string
  readonly fields: F
  /** What a row is called; `label` gives the name of a row this one points to. */
  readonly name: (row: never, label: (field: string) => string) => string
  readonly access: RegisterAccess
  /** Fields that say whose organ and which site a row belongs to, and whose person it is. */
  readonly scope: { readonly organ?: string; readonly site?: string; readonly person?: string }
  readonly grades?: Grades
  /** This register is itself what grants are scoped by. */
  readonly dimension?: 'organ' | 'site' | 'person'
  /** A self reference that makes the register a tree; a grant on a row reaches all below it. */
  readonly tree?: string
  /** Rows hold from a day to a day; two rows alike in these fields never overlap. */
  readonly dated: D
  readonly alike: readonly string[]
  /** The last day of a dated row stands on the due list. */
  readonly ends?: Expires
  readonly card: { readonly facts: readonly string[]; readonly state?: string }
  /** Fields found by search besides the name. */
  readonly search: readonly string[]
  readonly columns: readonly string[]
  readonly sort: string
  readonly lines: LineSets
  /** Rows carry a printable code that opens a public page. */
  readonly coded: boolean
}

export interface RegisterDeclaration<F extends Fields, D extends boolean> {
  title: string
  fields: F
  name: (row: Values<NoInfer<F>>, label: (field: KeysOf<NoInfer<F>, RefField>) => string) => string
  access: RegisterAccess
  scope?: {
    organ?: KeysOf<NoInfer<F>, RefField> | 'id'
    site?: KeysOf<NoInfer<F>, RefField> | 'id'
    person?: KeysOf<NoInfer<F>, RefField> | 'id'
  }
  /** A field of one choice. */
  grades?: { by: NoInfer<keyof F & string>; readers: Grades['readers'] }
  dimension?: 'organ' | 'site' | 'person'
  tree?: KeysOf<NoInfer<F>, RefField>
  dated?: D
  /** With `dated`: the fields in which no two rows may be alike on the same day. */
  alike?: readonly NoInfer<keyof F & string>[]
  ends?: Expires
  /** At 390 px: the name, one state and two facts. */
  card?: { facts: readonly NoInfer<keyof F & string>[]; state?: NoInfer<keyof F & string> }
  search?: readonly NoInfer<keyof F & string>[]
  /** The columns of the derived list, in order; all fields when absent. */
  columns?: readonly NoInfer<keyof F & string>[]
  /** A field, `-field` for descending, or `name` (by pinyin). */
  sort?: NoInfer<keyof F & string> | `-${NoInfer<keyof F & string>}` | 'name'
  lines?: LineSets
  coded?: boolean
}

/** @param id `subsystem.thing`; names the table `subsystem.thing` in PostgreSQL and never changes. */
export function defineRegister<
  const Id extends `${string}.${string}`,
  const F extends Fields,
  const D extends boolean = false,
>(id: Id, declaration: RegisterDeclaration<F, D>): Register<Id, F, D> {
  const keys = Object.keys(declaration.fields)
  return Object.freeze({
    noun: 'register',
    id,
    title: declaration.title,
    fields: Object.freeze(declaration.fields),
    name: declaration.name,
    access: declaration.access,
    scope: declaration.scope ?? {},
    ...(declaration.grades && { grades: declaration.grades }),
    ...(declaration.dimension && { dimension: declaration.dimension }),
    ...(declaration.tree && { tree: declaration.tree }),
    dated: (declaration.dated ?? false) as D,
    alike: declaration.alike ?? [],
    ...(declaration.ends && { ends: declaration.ends }),
    card: declaration.card ?? { facts: keys.slice(0, 2) },
    search: declaration.search ?? [],
    columns: declaration.columns ?? keys,
    sort: declaration.sort ?? 'name',
    lines: declaration.lines ?? {},
    coded: declaration.coded ?? false,
  })
}

/** What every row carries besides its own fields. `name` is made by the register. */
export interface RowMeta {
  readonly id: string
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly retiredAt: string | null
}
export interface Validity {
  readonly from: string
  /** The last day included; null = until further notice. */
  readonly to: string | null
}
type DatedPart<R extends Register> = R extends Register<string, Fields, true> ? Validity : unknown
/** A stored row. Give it a name of its own: `export interface Vehicle extends Row<typeof vehicle> {}`. */
export type Row<R extends Register> = RowMeta & Values<R['fields']> & DatedPart<R>
/** What it takes to make a row. */
export type NewRow<R extends Register> = Given<R['fields']> &
  (R extends Register<string, Fields, true> ? { from: string; to?: string | null } : unknown)
export type RefOf<R extends Register> = string & Typed<R['id']>
export type LineValues<L extends Lines> = { [K in keyof L['fields']]: ValueOf<L['fields'][K]> }
