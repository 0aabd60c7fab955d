// A signal 感知: what devices say over time about a row of a register, and the alarms that follow.
import type { Fields, Values } from './field.ts'
import type { Register } from './register.ts'
import type { Role } from './role.ts'
import type { Figures, Finding, Parameters, Standard } from './standard.ts'

/** One reading. `at` is the device's time, `receivedAt` ours; both are kept. */
export interface Reading<A extends Fields = Fields> {
  readonly value: number
  readonly at: Date
  readonly receivedAt: Date
  readonly attributes: Values<A>
}

/** Judges a reading: findings raise, an empty list clears, `undefined` says nothing either way. */
export interface AlarmRule<A extends Fields = Fields> {
  readonly standard?: Standard
  readonly judge: (reading: Reading<A>, figures: never) => readonly Finding[] | undefined
  /** Milliseconds a breach must last before the alarm is raised, and calm before it clears. */
  readonly raiseAfter: number
  readonly clearAfter: number
}
export interface AlarmKind<A extends Fields = Fields> {
  readonly title: string
  readonly severity: 'minor' | 'major' | 'critical'
  readonly rule: AlarmRule<A>
}
interface Patience {
  raiseAfter?: number
  clearAfter?: number
}
interface Threshold extends Patience {
  hysteresis?: number
  unit: string
  advice: { readonly zh: string; readonly en: string }
}

/** Raises above `limit`, clears once it has fallen by `hysteresis` as well. */
export function above(limit: number, options: Threshold): AlarmRule {
  return threshold((value) => value - limit, ['高于', 'above'], limit, options)
}
/** Raises below `limit`, clears once it has risen by `hysteresis` as well. */
export function below(limit: number, options: Threshold): AlarmRule {
  return threshold((value) => limit - value, ['低于', 'below'], limit, options)
}
function threshold(
  excess: (value: number) => number,
  [zh, en]: readonly [zh: string, en: string],
  limit: number,
  { unit, advice, ...options }: Threshold,
): AlarmRule {
  return Object.freeze({
    raiseAfter: options.raiseAfter ?? 0,
    clearAfter: options.clearAfter ?? 0,
    judge({ value }: Reading) {
      const over = excess(value)
      if (over <= 0) return over <= -(options.hysteresis ?? 0) ? [] : undefined
      const measured = String(value)
      const says = `${measured} ${unit}，${zh} ${limit} ${unit}`
      return [
        { level: 'breach' as const, says, measured, limit: String(limit), unit, advice: advice.zh, by: 'limit', en: { says: `${measured} ${unit}, ${en} ${limit} ${unit}`, advice: advice.en } },
      ]
    },
  })
}
/** Raises what a standard calls a breach; the finding carries its clause into the alarm. */
export function breaches<S, P extends Parameters, A extends Fields>(
  standard: Standard<string, S, P>,
  subject: (reading: Reading<A>) => S | undefined,
  patience: Patience = {},
): AlarmRule<A> {
  return Object.freeze({
    standard: standard as unknown as Standard,
    raiseAfter: patience.raiseAfter ?? 0,
    clearAfter: patience.clearAfter ?? 0,
    judge(reading: Reading<A>, figures: Figures<P>) {
      const judged = subject(reading)
      return judged === undefined ? undefined : standard.check(judged, figures).filter((f) => f.level === 'breach')
    },
  })
}

export interface Signal<Id extends string = string, A extends Fields = Fields, K extends string = string> {
  readonly noun: 'signal'
  readonly id: Id
  readonly title: string
  readonly of: Register
  readonly measures: 'gauge' | 'counter'
  readonly unit: string
  readonly scale: number
  /** What comes with a value and changes its meaning, such as whether the room is being cooled or heated. */
  readonly attributes: A
  readonly alarms: Readonly<Record<K, AlarmKind>>
  /** Who reads it within his organ and site, and who acknowledges its alarms. */
  readonly access: { readonly read: readonly Role[]; readonly acknowledge: readonly Role[] }
  readonly keepRawDays: number
}
export function defineSignal<
  const Id extends `${string}.${string}`,
  const K extends string,
  const A extends Fields = Record<never, never>,
>(
  id: Id,
  declaration: {
    title: string
    of: Register
    measures: 'gauge' | 'counter'
    unit: string
    scale: number
    attributes?: A
    alarms: { readonly [N in K]: AlarmKind<NoInfer<A>> }
    access: { read: readonly Role[]; acknowledge: readonly Role[] }
    keepRawDays: number
  },
): Signal<Id, A, K> {
  return Object.freeze({
    noun: 'signal',
    id,
    ...declaration,
    attributes: declaration.attributes ?? ({} as A),
    alarms: declaration.alarms as unknown as Signal<Id, A, K>['alarms'],
  })
}
