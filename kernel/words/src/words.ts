// Words 译文: what a subsystem's locale must hold, read off its declarations; a missing word does not compile.
import type { Field, Fields, Matter } from '@houqin/define'

type OptionsOf<F extends Field> = F extends { readonly kind: 'choice'; readonly options: infer O }
  ? { readonly label: string; readonly options: { readonly [K in keyof O]: string } }
  : string
type FieldWords<F extends Fields> = { readonly [K in keyof F]: OptionsOf<F[K]> }
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
type ReportWords<R> = R extends { readonly columns: infer C }
  ? { readonly title: string; readonly columns: { readonly [K in keyof C]: string }; readonly says?: string; readonly formula?: string }
  : never

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
  /** Sentences the house itself wrote down in Chinese, such as what an alarm saw; whatever else it is handed comes back as it is. */
  readonly told?: (zh: string) => string
}

/** Roles of the house itself, which no subsystem's words tell. */
export const kernelRoleWords = Object.freeze({
  'kernel.everyone': 'Everybody',
  'kernel.system-admin': 'System administrator',
  'kernel.security-admin': 'Security administrator',
  'kernel.audit-admin': 'Audit administrator',
  'kernel.auditor': 'Auditor',
  'kernel.gateway': 'Gateway of devices',
  'kernel.approval-officer': 'Keeper of approval routes',
})
