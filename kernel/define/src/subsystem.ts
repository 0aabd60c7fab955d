// A subsystem 子系统: one business of the bureau as the list of its declarations, and its words in English.
import type { Field, Fields } from './field.ts'
import type { Matter } from './matter.ts'
import type { Register } from './register.ts'
import type { Report } from './report.ts'
import type { Role } from './role.ts'
import type { Signal } from './signal.ts'
import type { Finding, Gate, Parameters, Standard } from './standard.ts'

/** A standard of any subject and any figures, as a list holds it. */
export type AnyStandard = Omit<Standard, 'check' | 'parameters' | 'ledger' | 'fill' | 'examples'> & {
  readonly parameters: Parameters
  readonly check: (subject: never, figures: never) => ReturnType<Standard['check']>
  readonly ledger?: unknown
  readonly fill?: (row: never, finding: Finding) => Readonly<Record<string, string>>
  readonly examples: Standard['examples']
}
export interface Subsystem {
  readonly id: string
  readonly title: string
  readonly roles: Readonly<Record<string, Role>>
  readonly registers: Readonly<Record<string, Register>>
  readonly matters: Readonly<Record<string, Matter>>
  readonly standards: Readonly<Record<string, AnyStandard>>
  readonly signals: Readonly<Record<string, Signal>>
  readonly reports: Readonly<Record<string, Report>>
  readonly gates: readonly Gate[]
}

/** Gathers what a contract exports. Nothing registers itself: `apps/server/src/subsystems.ts` is the one list. */
export function defineSubsystem<const D extends Partial<Omit<Subsystem, 'id' | 'title'>>>(
  id: string,
  title: string,
  declarations: D & { readonly [K in keyof D]: K extends keyof Subsystem ? D[K] : never },
): Filled<D> {
  return Object.freeze({
    id, title, roles: {}, registers: {}, matters: {}, standards: {}, signals: {}, reports: {}, gates: [], ...declarations,
  }) as unknown as Filled<D>
}
type Nothing = Readonly<Record<never, never>>
type Part<D, K extends keyof Subsystem> = D extends { readonly [k in K]: infer V extends Subsystem[K] } ? V : Nothing
export interface Filled<D> {
  readonly id: string
  readonly title: string
  readonly roles: Part<D, 'roles'>
  readonly registers: Part<D, 'registers'>
  readonly matters: Part<D, 'matters'>
  readonly standards: Part<D, 'standards'>
  readonly signals: Part<D, 'signals'>
  readonly reports: Part<D, 'reports'>
  readonly gates: readonly Gate[]
}

type OptionsOf<F extends Field> = F extends { readonly kind: 'choice'; readonly options: infer O }
  ? { readonly label: string; readonly options: { readonly [K in keyof O]: string } }
  : string
export type FieldWords<F extends Fields> = { readonly [K in keyof F]: OptionsOf<F[K]> }
type LineWords<L> = { readonly [K in keyof L]: L[K] extends { readonly fields: infer F extends Fields } ? { readonly title: string; readonly fields: FieldWords<F> } : never }
type RegisterWords<R> = R extends { readonly fields: infer F extends Fields; readonly lines: infer L }
  ? { readonly title: string; readonly fields: FieldWords<F>; readonly lines?: LineWords<L> }
  : never
type StepWords<T> = { readonly [K in keyof T]: T[K] extends { readonly input: infer I extends Fields } ? { readonly label: string; readonly input: FieldWords<I> } : string }
type MatterWords<M> = M extends Matter
  ? {
      readonly title: string
      readonly form: FieldWords<M['form']>
      readonly facts: FieldWords<M['facts']>
      readonly lines: LineWords<M['lines']>
      readonly states: { readonly [K in keyof M['states']]: string }
      readonly steps: StepWords<M['steps']>
    }
  : never
type StandardWords<S> = S extends { readonly parameters: infer P } ? { readonly title: string; readonly explain: string; readonly parameters: { readonly [K in keyof P]: string } } : never
type SignalWords<S> = S extends { readonly alarms: infer A; readonly attributes: infer F extends Fields } ? { readonly title: string; readonly attributes: FieldWords<F>; readonly alarms: { readonly [K in keyof A]: string } } : never
type ReportWords<R> = R extends { readonly columns: infer C } ? { readonly title: string; readonly columns: { readonly [K in keyof C]: string } } : never

/** Every word of a subsystem in another language: a missing one does not compile. */
export interface Words<S extends { readonly roles: object; readonly registers: object; readonly matters: object; readonly standards: object; readonly signals: object; readonly reports: object }> {
  readonly title: string
  readonly roles: { readonly [K in keyof S['roles']]: string }
  readonly registers: { readonly [K in keyof S['registers']]: RegisterWords<S['registers'][K]> }
  readonly matters: { readonly [K in keyof S['matters']]: MatterWords<S['matters'][K]> }
  readonly standards: { readonly [K in keyof S['standards']]: StandardWords<S['standards'][K]> }
  readonly signals: { readonly [K in keyof S['signals']]: SignalWords<S['signals'][K]> }
  readonly reports: { readonly [K in keyof S['reports']]: ReportWords<S['reports'][K]> }
  /** Other sentences of its screens: Chinese as written in the code → English. */
  readonly phrases?: Readonly<Record<string, string>>
}
