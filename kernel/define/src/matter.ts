// A matter 事项: something asked for, decided, done and fed back, with its states, steps, people and deadlines.
import type { ChoiceField, DecimalField, Fields, Given, RefField, Values } from './field.ts'
import type { Listing } from './listing.ts'
import type { KeysOf, Lines, LineSets, LineValues } from './register.ts'
import type { NamedIn, Party, Role, holder, requester } from './role.ts'
import type { Route } from './route.ts'

/** How long a state may last. Working time runs on the Chinese calendar with make-up days (调休). */
export type Due = { readonly workingHours: number } | { readonly workingDays: number } | { readonly hours: number }

export interface State<K extends string = string> {
  readonly title: string
  /** Grey draft, blue running, green done, grey stopped; soon due and overdue colour themselves. */
  readonly tone: 'draft' | 'running' | 'waiting' | 'done' | 'stopped'
  /** Whose it is while it stands here: a role, the asker, or the person a fact names. */
  readonly held?: Role | typeof requester | NamedIn<K>
  readonly due?: Due
  /** Nothing follows except what a step declares, such as reopening. */
  readonly final?: boolean
}

/** @template A decimal fields, and @template Q choices, that may choose the row of a route. @template P references of the form. */
export interface Step<S extends string = string, K extends string = string, L extends string = string, A extends string = string, Q extends string = string, P extends string = string> {
  readonly label: string
  readonly from: S | readonly S[]
  /** Absent: the matter stays where it is, as when material is booked or somebody urges. */
  readonly to?: S
  readonly by: readonly (Party<K> | typeof holder)[]
  /** Open only to a matter that holds these choices, of its form or its facts: a violation has no car to mend. */
  readonly only?: { readonly [C in Q]?: string }
  /** Asked in the step's dialog. An input that is also a fact is kept as that fact. */
  readonly input?: Fields
  /** Line sets to which this step may add rows. */
  readonly lines?: readonly L[]
  /** Columns of lines that this step fills in on rows that stand already: an outcome per line. */
  readonly settles?: { readonly [K in L]?: readonly string[] }
  readonly comment?: 'required' | 'none'
  /** The one thing to do now: shown as the primary button. */
  readonly primary?: boolean
  /** Shown in red and asked twice. */
  readonly destructive?: boolean
  /** The step answers how well it was done: 1–5 stars and words. */
  readonly rates?: boolean
  /** Closes a duplicate into the matter it repeats: taken by linking the two, never on its own. */
  readonly merges?: boolean
  /** Pressing the step asks for approval; it happens once the route is passed. */
  readonly approve?: Route<A, Q, S, P>
}
type ExactStep<T> = { readonly [K in keyof T]: K extends keyof Step ? T[K] : never }

export interface MatterAccess {
  /** Who may ask. */
  readonly start: readonly Role[]
  /** Who sees those of his organ and site without being a party. Parties always see their own. */
  readonly read: readonly Role[]
  readonly export?: readonly Role[]
}

export interface Matter<
  Id extends string = string,
  F extends Fields = Fields,
  C extends Fields = Fields,
  L extends LineSets = LineSets,
  S extends string = string,
  T extends Readonly<Record<string, Step>> = Readonly<Record<string, Step>>,
> {
  readonly noun: 'matter'
  readonly id: Id
  readonly title: string
  /** Letters before the number: BX-20261124-0007. */
  readonly prefix: string
  /** What it is called in a list, from what was asked. */
  readonly subject: (form: never, label: (field: string) => string) => string
  readonly form: F
  readonly facts: C
  readonly lines: L
  readonly states: Readonly<Record<S, State>>
  readonly start: S
  /** Line sets the asker fills in. */
  readonly asks: readonly string[]
  readonly steps: T
  readonly access: MatterAccess
  readonly listed?: Listing
  readonly scope: { readonly organ?: string; readonly site?: string }
  /** Asks to renew what ends in the row this field of the form points to: the due list offers it there. */
  readonly renews?: string
  /** A person with the printed code of the row in `field`, or in one of `also`, may ask for this without signing in. */
  readonly byCode?: { readonly field: string; readonly also?: readonly string[]; readonly ask: readonly string[] }
}

export interface MatterDeclaration<
  F extends Fields,
  C extends Fields,
  L extends LineSets,
  S extends string,
  T extends Readonly<Record<string, Step>>,
> {
  title: string
  prefix: string
  subject: (form: Values<NoInfer<F>>, label: (field: keyof NoInfer<F> & string) => string) => string
  form: F
  /** Columns that steps fill in later. */
  facts?: C
  lines?: L
  states: { readonly [K in S]: State<NoInfer<keyof C & string>> }
  start: NoInfer<S>
  asks?: readonly NoInfer<keyof L & string>[]
  steps: T & { readonly [K in keyof T]: ExactStep<T[K]> }
  access: MatterAccess
  listed?: Listing
  /**
   * Where the matter's organ and site are found: a field of the form. Left empty, it is filled in from what else the
   * form points to, as a room's site is; the organ is at last the asker's.
   */
  scope?: { organ?: NoInfer<keyof F & string>; site?: NoInfer<keyof F & string> }
  renews?: KeysOf<NoInfer<F>, RefField>
  byCode?: {
    field: NoInfer<keyof F & string>
    also?: readonly NoInfer<keyof F & string>[]
    ask: readonly NoInfer<keyof F & string>[]
  }
}

/** The fields of a form, and the facts, that are of one kind. */
type Among<F extends Fields, C extends Fields, Kind> = KeysOf<F, Kind> | KeysOf<C, Kind>

/** @param id `subsystem.thing`; names the table of its form and never changes. */
export function defineMatter<
  const Id extends `${string}.${string}`,
  const F extends Fields,
  const S extends string,
  const T extends Readonly<
    Record<string, Step<NoInfer<S>, NoInfer<keyof C & string>, NoInfer<keyof L & string>, NoInfer<Among<F, C, DecimalField>>, NoInfer<Among<F, C, ChoiceField>>, NoInfer<KeysOf<F, RefField>>>>
  >,
  const C extends Fields = Record<never, never>,
  const L extends LineSets = Record<never, never>,
>(id: Id, declaration: MatterDeclaration<F, C, L, S, T>): Matter<Id, F, C, L, S, T> {
  return Object.freeze({
    noun: 'matter',
    id,
    title: declaration.title,
    prefix: declaration.prefix,
    subject: declaration.subject,
    form: Object.freeze(declaration.form),
    facts: Object.freeze(declaration.facts ?? ({} as C)),
    lines: Object.freeze(declaration.lines ?? ({} as L)),
    states: Object.freeze(declaration.states),
    start: declaration.start,
    asks: declaration.asks ?? [],
    steps: Object.freeze(declaration.steps),
    access: declaration.access,
    ...(declaration.listed && { listed: Object.freeze(declaration.listed) }),
    scope: declaration.scope ?? {},
    ...(declaration.renews && { renews: declaration.renews }),
    ...(declaration.byCode && { byCode: declaration.byCode }),
  })
}

type StepFields<M extends Matter, K extends keyof M['steps']> = M['steps'][K] extends {
  readonly input: infer I extends Fields
}
  ? I
  : Record<never, never>
/** What step `K` of matter `M` is handed. */
export type StepInput<M extends Matter, K extends keyof M['steps']> = Given<StepFields<M, K>>
export type FormOf<M extends Matter> = Values<M['form']>
/** Facts stand empty until their step. */
export type FactsOf<M extends Matter> = { [K in keyof M['facts']]: Values<M['facts']>[K] | null }
export type StateOf<M extends Matter> = keyof M['states'] & string
export type LinesOf<M extends Matter> = {
  [K in keyof M['lines']]: M['lines'][K] extends Lines ? readonly LineValues<M['lines'][K]>[] : never
}

/** The states a step may leave from, always as a list. */
export function statesBefore(step: Step): readonly string[] {
  return typeof step.from === 'string' ? [step.from] : step.from
}
