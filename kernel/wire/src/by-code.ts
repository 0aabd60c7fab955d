// Printed codes 扫码: what a door is, what may be asked there without signing in, and how what was asked stands.
import type { FieldSpec, RefField, TextField } from '@houqin/define'
import type { MatterSummary, StepOffer, TimelineEntry } from './matter.ts'

/** A field as its form is drawn: as it was declared, a pattern and a target in words. */
type Told<F> = F extends FieldSpec
  ? Omit<F, 'optional' | 'pattern' | 'to'> & {
    readonly name: string
    readonly optional: boolean
  } & (F extends TextField ? { readonly pattern?: { readonly expression: string; readonly says: string } } : F extends RefField ? { readonly to: string } : unknown)
  : never
export type AskedField = Told<FieldSpec>
export interface AskedMatter {
  readonly matter: string
  readonly title: string
  readonly fields: readonly AskedField[]
}
export interface CodedThing {
  readonly kind: 'thing'
  readonly register: string
  readonly name: string
  /** The site it stands in; never who uses it. */
  readonly where: string | null
  readonly matters: readonly AskedMatter[]
}
/** A step that asks for nothing but words or stars. */
export type OneClickStep = Pick<StepOffer, 'step' | 'label' | 'primary' | 'comment' | 'rates'>
export interface CodedMatter extends Pick<MatterSummary, 'number' | 'title' | 'subject' | 'stateTitle' | 'tone' | 'dueAt' | 'overdue'> {
  readonly kind: 'matter'
  readonly timeline: readonly (Pick<TimelineEntry, 'at' | 'label'> & { readonly comment?: string })[]
  /** What the asker may do with one click; nothing for a reader without the reporter's code. */
  readonly steps: readonly OneClickStep[]
}
/** What was asked for at a door, and the page that tells how it stands. */
export interface AskedByCode {
  readonly number: string
  readonly follow: string
}
/** A picture handed in at a door, named by this when what it shows is asked for. */
export interface HandedFile {
  readonly token: string
}
