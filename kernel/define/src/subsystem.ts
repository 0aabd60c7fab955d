// A subsystem 子系统: one business of the bureau as the list of its declarations.
import type { Matter } from './matter.ts'
import type { Register } from './register.ts'
import type { Report } from './report.ts'
import type { Role } from './role.ts'
import type { Signal } from './signal.ts'
import type { Finding, Gate, Parameters, Standard } from './standard.ts'

/** A standard of any subject and any figures, as a list holds it. */
export type AnyStandard = Omit<Standard, 'check' | 'parameters' | 'ledger' | 'fill' | 'opens' | 'examples'> & {
  readonly parameters: Parameters
  readonly check: (subject: never, figures: never) => ReturnType<Standard['check']>
  readonly ledger?: unknown
  readonly fill?: (row: never, finding: Finding, cite: string) => Readonly<Record<string, string>>
  readonly opens?: (row: never) => string
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
