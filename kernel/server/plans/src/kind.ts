// 计划的种类: what a subsystem lets recur, who may plan it, and how one day of it is made.
import type { Db, Tx } from '@houqin/db'
import type { Fields, Role } from '@houqin/define'
import type { Given } from '@houqin/fields'
import type { Sentence } from '@houqin/problem'
import type { PlanRule, WirePlan } from '@houqin/wire'

export interface PlanKind {
  /** `subsystem.thing`; never changes once a plan names it. */
  readonly id: string
  readonly title: Sentence
  /** Who plans it, where his role reaches the site. */
  readonly write: readonly Role[]
  readonly read: readonly Role[]
  /** How many days before it is made, so that people know when it is their turn. */
  readonly ahead: number
  /** What is asked besides rule, days and site. */
  readonly input: Fields
  /**
   * Makes one day; runs in a transaction with the note that it is made. @param turn how often it has been made before.
   * @returns the number of the matter, or the id of the row. @throws Problem, which is shown with the day.
   */
  readonly make: (tx: Tx, given: { readonly day: string; readonly site: string; readonly input: Given; readonly turn: number }) => Promise<string>
  /** Whose turns these are, for the preview: ids of persons. */
  readonly whose?: (db: Db | Tx, input: Given, turns: readonly number[]) => Promise<readonly (string | null)[]>
}
export const misses = Object.freeze(['skip', 'once', 'each'] as const)

/** A plan as the office writes it. */
export interface PlanValues {
  readonly title: string
  readonly rule: PlanRule
  readonly starts: string
  readonly ends: string | null
  /** Days that passed while the server was down: left out, the last of them made, or each made. */
  readonly missed: WirePlan['missed']
  readonly site: string
  readonly input: Given
}
export interface StoredPlan extends PlanValues {
  readonly id: string
  readonly kind: string
  readonly seenUntil: string
  readonly turn: number
  readonly version: number
  readonly stoppedAt: Date | null
}
