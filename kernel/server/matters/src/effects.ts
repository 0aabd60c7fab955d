// Effects 联动: what a subsystem does when something has happened to a matter, typed by the matter's declaration.
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import type { FactsOf, FormOf, Given, Matter, Role, StateOf, StepInput } from '@houqin/define'
import type { LinkKind } from '@houqin/wire'

/** The matter as the engine has just left it. References are ids, decimals strings. */
export interface MatterNow<M extends Matter = Matter> {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly state: StateOf<M>
  readonly version: number
  /** Null for whoever reported without signing in, and for the system itself. */
  readonly requester: string | null
  readonly organ: string | null
  readonly site: string | null
  readonly openedAt: Date
  readonly dueAt: Date | null
  readonly form: FormOf<M>
  readonly facts: FactsOf<M>
}

export interface StartGiven {
  readonly input: unknown
  readonly lines?: unknown
  readonly comment?: string
}

/** What an effect may do besides SQL of its own. All of it happens in the step's transaction. */
export interface Engine<M extends Matter = Matter> {
  /** Keeps facts as a step's input would: who is named in them becomes a party, and the holder when the state says so. */
  setFacts(facts: Partial<FactsOf<M>>): Promise<void>
  /** Overrules the state's deadline; null for none. */
  setDue(at: Date | null): Promise<void>
  /** Overrules whose the state says it is. */
  setHolder(holder: { readonly person: string } | { readonly role: Role } | null): Promise<void>
  /** From now on this person reads the matter and hears of it. */
  addParty(person: string): Promise<void>
  /** Those who hold `role` where the matter belongs watch it from now on, and are told that it waits for their eyes. */
  involve(role: Role): Promise<void>
  link(kind: LinkKind, number: string): Promise<void>
  /** Takes a link back: the two matters stand apart again. */
  unlink(kind: LinkKind): Promise<void>
  /** Asks for another matter in the actor's name, whether or not he might ask for it himself. */
  startOther<O extends Matter>(other: O, given: { readonly input: Given<O['form']>; readonly lines?: unknown; readonly comment?: string }): Promise<{ readonly id: string; readonly number: string }>
  /** Tells these people that the matter waits for their eyes. */
  notify(persons: readonly string[]): Promise<void>
}

export interface Happened<M extends Matter> {
  readonly tx: Tx
  /** When it happened, by the clock. */
  readonly at: Date
  readonly actor: Actor
  readonly matter: MatterNow<M>
  readonly engine: Engine<M>
}
export interface StepTaken<M extends Matter, K extends keyof M['steps']> extends Happened<M> {
  readonly input: StepInput<M, K>
  readonly comment: string | null
  readonly from: StateOf<M>
}
/** `start` and `overdue` stand beside the steps: a matter has been asked for, a deadline has passed. */
export type EffectMap<M extends Matter> = {
  readonly [K in keyof M['steps']]?: (taken: StepTaken<M, K>) => Promise<void>
} & {
  readonly start?: (started: Happened<M>) => Promise<void>
  readonly overdue?: (late: Happened<M>) => Promise<void>
}

/** The effects of one matter, as a list of many matters holds them. */
export interface Effects {
  readonly matter: string
  readonly on: Readonly<Record<string, Effect | undefined>>
}
export type Effect = (happened: StepTaken<Matter, string>) => Promise<void>

/**
 * Declares what follows from the steps of `matter`. Each runs last in the step's own transaction: when it throws,
 * the step has not happened.
 */
export function effects<const M extends Matter>(matter: M, on: EffectMap<NoInfer<M>>): Effects {
  // The engine hands each handler exactly what its step parsed; a list of all matters cannot say so in types.
  return Object.freeze({ matter: matter.id, on: on as unknown as Effects['on'] })
}
