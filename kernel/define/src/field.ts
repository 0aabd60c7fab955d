// A field 字段: one fact about a thing, with its Chinese label, its shape and its limits.

/** How widely a fact may be known: 公开 / 内部 / 个人信息 (masked where a mask is named) / 敏感个人信息 (always masked) / 工作秘密 (not shown). */
export type Grade = 'public' | 'internal' | 'personal' | 'sensitive' | 'work-secret'

declare const valueType: unique symbol
/** Carries a value's TypeScript type; nothing exists at run time. */
export interface Typed<T> {
  readonly [valueType]?: T
}
export type ValueOf<F> = F extends Typed<infer T> ? T : never

interface Common {
  readonly label: string
  readonly optional?: boolean
  readonly grade?: Grade
  /** Why the field is asked or how to fill it in; shown under the input. */
  readonly hint?: string
  /** In the form of a matter: asked only where one of these choices of the form is made, and empty elsewhere. Where it is asked it is needed, unless it is optional. */
  readonly only?: Readonly<Record<string, readonly string[]>>
}
export interface TextField extends Common {
  readonly kind: 'text'
  readonly max: number
  readonly min?: number
  readonly multiline?: boolean
  readonly unique?: boolean
  readonly pattern?: { readonly expression: RegExp; readonly says: string }
  /** What a reader without the right to the whole sees: 138****5678, 张*. */
  readonly mask?: 'phone' | 'identity' | 'name'
}
export interface IntField extends Common {
  readonly kind: 'int'
  readonly min?: number
  readonly max?: number
  readonly unit?: string
}
/** An exact quantity: a decimal string with `scale` digits after the point; money is one in 元. */
export interface DecimalField extends Common {
  readonly kind: 'decimal'
  readonly scale: number
  readonly unit: string
  readonly min?: string
  readonly max?: string
}
export interface BoolField extends Common {
  readonly kind: 'bool'
}
/** Puts a last day on the one due list, warning that many days ahead; `says` what to do then. */
export interface Expires {
  readonly warnDays: readonly number[]
  readonly says: string; readonly until?: string // the field of the row that, once it is filled in, ends it
}
/** A day in Asia/Shanghai as YYYY-MM-DD. `expires`: it is the last day on which something holds. */
export interface DateField extends Common {
  readonly kind: 'date'
  readonly expires?: Expires
}
/** A moment: ISO 8601 in UTC on the wire, `timestamptz` on disk. */
export interface InstantField extends Common {
  readonly kind: 'instant'
}
export interface ChoiceField extends Common {
  readonly kind: 'choice'
  readonly options: Readonly<Record<string, string>>
  readonly many: boolean
}
/** Points to a row of another register; `self` points to the register it stands in. */
export interface RefField extends Common {
  readonly kind: 'ref'
  readonly to: { readonly id: string } | 'self'
}
export interface FilesField extends Common {
  readonly kind: 'files'
  readonly max: number
  readonly accept: 'image' | 'any'
}
export type FieldSpec =
  | TextField
  | IntField
  | DecimalField
  | BoolField
  | DateField
  | InstantField
  | ChoiceField
  | RefField
  | FilesField
export type Field = FieldSpec & Typed<unknown>
export type Fields = Readonly<Record<string, Field>>

/** Whether there may be no value. */
export const mayBeEmpty = ({ optional, only }: Field): boolean => optional === true || only !== undefined
/** Whether it is asked beside what else the form holds. */
export const isAsked = ({ only = {} }: Field, form: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(only).every(([name, keys]) => keys.some((key) => key === form[name]))

/** The values of a set of fields, as they are read back. */
export type Values<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> }
/** No file and no choice are an empty list, which need not be written. */
type MayBeEmpty = FilesField | (ChoiceField & { readonly optional: true })
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: null extends ValueOf<F[K]> ? K : F[K] extends MayBeEmpty ? K : never
}[keyof F]
/** The values of a set of fields as they are handed in: what is optional may be left out. */
export type Given<F extends Fields> = {
  [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[K]>
} & { [K in OptionalKeys<F>]?: ValueOf<F[K]> }

/** The id of a row of register `Id`. */
export type RefTo<Id extends string> = string & Typed<Id>

type Options<S> = Partial<Omit<S, 'kind' | 'label'>>
type Maybe<O, T> = O extends { readonly optional: true } | { readonly only: object } ? T | null : T

export function text<const O extends Options<TextField>>(
  label: string,
  options?: O,
): TextField & Typed<Maybe<O, string>> {
  return Object.freeze({ kind: 'text', label, max: 200, ...options })
}
/** Several lines of text, up to 2,000 characters unless said otherwise. */
export function longText<const O extends Options<TextField>>(
  label: string,
  options?: O,
): TextField & Typed<Maybe<O, string>> {
  return Object.freeze({ kind: 'text', label, max: 2000, multiline: true, ...options })
}
export function int<const O extends Options<IntField>>(
  label: string,
  options?: O,
): IntField & Typed<Maybe<O, number>> {
  return Object.freeze({ kind: 'int', label, ...options })
}
/** @param unit the unit of every value, such as ㎡, kg, kWh. @param scale digits after the point (2). */
export function quantity<const O extends Options<DecimalField>>(
  label: string,
  unit: string,
  options?: O,
): DecimalField & Typed<Maybe<O, string>> {
  return Object.freeze({ kind: 'decimal', label, unit, scale: 2, ...options })
}
/** An amount in 元, exact to the 分. */
export function money<const O extends Options<DecimalField>>(
  label: string,
  options?: O,
): DecimalField & Typed<Maybe<O, string>> {
  return Object.freeze({ kind: 'decimal', label, unit: '元', scale: 2, ...options })
}
export function bool<const O extends Options<BoolField>>(
  label: string,
  options?: O,
): BoolField & Typed<Maybe<O, boolean>> {
  return Object.freeze({ kind: 'bool', label, ...options })
}
export function date<const O extends Options<DateField>>(
  label: string,
  options?: O,
): DateField & Typed<Maybe<O, string>> {
  return Object.freeze({ kind: 'date', label, ...options })
}
export function instant<const O extends Options<InstantField>>(
  label: string,
  options?: O,
): InstantField & Typed<Maybe<O, string>> {
  return Object.freeze({ kind: 'instant', label, ...options })
}
/** One of a closed list; the key is stored for ever, its label may change. */
export function choice<const K extends string, const O extends Options<ChoiceField>>(
  label: string,
  options: Readonly<Record<K, string>>,
  more?: O,
): ChoiceField & { readonly options: Readonly<Record<K, string>> } & Typed<Maybe<O, K>> {
  return Object.freeze({ kind: 'choice', label, options, many: false, ...more })
}
/** Any number of a closed list; at least one unless optional. */
export function choices<const K extends string, const O extends Options<ChoiceField>>(
  label: string,
  options: Readonly<Record<K, string>>,
  more?: O,
): ChoiceField & { readonly options: Readonly<Record<K, string>> } & Pick<O, keyof O & 'optional'> & Typed<K[]> {
  // `optional` is O's own, so that its type says whether it may be left out.
  return Object.freeze({ kind: 'choice', label, options, many: true, ...more }) as ReturnType<typeof choices<K, O>>
}
export function ref<const Id extends string, const O extends Options<RefField>>(
  label: string,
  to: { readonly id: Id },
  options?: O,
): RefField & Typed<Maybe<O, RefTo<Id>>> {
  return Object.freeze({ kind: 'ref', label, to, ...options })
}
/** A reference to another row of the same register, such as an organ's superior. */
export function self<const O extends Options<RefField>>(
  label: string,
  options?: O,
): RefField & Typed<Maybe<O, string>> {
  return Object.freeze({ kind: 'ref', label, to: 'self', ...options })
}
/** Photographs or papers: ids of stored files, none unless given. */
export function files(
  label: string,
  options?: Options<FilesField>,
): FilesField & Typed<readonly string[]> {
  return Object.freeze({ kind: 'files', label, max: 9, accept: 'any', ...options })
}
