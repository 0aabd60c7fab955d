// What the engine of matters asks of approvals 审批: who must agree to a step, and what became of it. Answered by another package.
import type { Db, Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import type { RouteOutcome } from '@houqin/wire'
import type { Caller } from './caller.ts'
import type { Party } from './party.ts'
import type { ApprovalDeed } from './approval-deed.ts'
import type { RouteWire } from './matter-wire.ts'
import type { StoredMatter } from './stored-matter.ts'

type Values = Readonly<Record<string, unknown>>

/** A step as it was pressed, kept until its route is passed. */
export interface Pressed {
  readonly step: string
  readonly person: string | null
  readonly name: string
  readonly input: Values
  readonly lines: unknown
  readonly comment: string | null
}
/** What an approval says after something was done in it: the engine moves the matter by it and writes it down. */
export interface Ruling {
  readonly deed: ApprovalDeed
  readonly outcome: RouteOutcome
  /** Why, and what else belongs into the timeline. */
  readonly comment: string | null
  readonly details: Values
  /** Where the matter goes back to; null where it stays. */
  readonly to: string | null
  /** Everybody whose decision is waited for from now on, and by when. */
  readonly awaits: readonly string[]
  readonly dueAt: Date | null
  readonly parties: readonly Party[]
  /** Who must hear of it now. */
  readonly tell: readonly string[]
  readonly pressed: Pressed
}
/** One matter, loaded and locked, and whoever does something to its approval. */
export interface AtMatter {
  readonly caller: Caller
  readonly matter: Matter
  readonly stored: StoredMatter
}
export interface Approvals {
  /** Opens the route of a step. Undefined where the rows ask nobody. @throws Problem step-not-possible without a row for it. */
  press(tx: Tx, at: AtMatter & { readonly pressed: Pressed }): Promise<Ruling | undefined>
  /** @param given as it came: the action and what belongs to it. @throws Problem. */
  act(tx: Tx, at: AtMatter & { readonly task: string; readonly given: unknown }): Promise<Ruling>
  /** What the officer does about an approval that cannot go on. @throws Problem. */
  help(tx: Tx, at: AtMatter & { readonly given: unknown }): Promise<Ruling>
  /** Matters in whose approval something has fallen due. */
  due(db: Db): Promise<readonly { readonly kind: string; readonly id: string; readonly number: string }[]>
  /** Does the next of what has fallen due in it; undefined when nothing is left. */
  attend(tx: Tx, at: AtMatter): Promise<Ruling | undefined>
  /** Notes that what fell due could not be done, so that it is not tried for ever and shows among what is stuck. */
  fail(tx: Tx, at: { readonly matter: string; readonly why: string }): Promise<void>
  /** The task in which he may agree now. @param version of the matter as he saw it. @throws Problem naming who was faster. */
  ownTask(db: Db | Tx, at: AtMatter & { readonly version: number }): Promise<{ readonly id: string; readonly version: number }>
  read(db: Db | Tx, at: AtMatter): Promise<RouteWire | undefined>
}
