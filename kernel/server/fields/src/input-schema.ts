// 输入检查: a declaration's fields as a strict schema whose complaints are whole sentences in both languages.
import { isAsked } from '@houqin/define'
import type { Field, Fields } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { FieldIssue, Sentence } from '@houqin/problem'
import { z } from 'zod'
import { isList } from './column-type.ts'
import { inputShape } from './json-shape.ts'
import { readValue } from './read-value.ts'
import { labelOf } from './words.ts'
import type { EnglishWords } from './words.ts'

export type Given = Readonly<Record<string, unknown>>
export type InputSchema = z.ZodType<Given, unknown>

interface InputOptions {
  /** Only what is given is read, as for a change of a row. */
  readonly partial?: boolean
  readonly words?: EnglishWords | undefined
}

/** Built once for each set of fields and each set of words: building costs more than checking a thousand rows. */
const schemas = new WeakMap<Fields, WeakMap<object, { whole?: InputSchema; partial?: InputSchema }>>()
const chineseOnly = Object.freeze({})

/** Strict: a member that is no field is refused. The sentences stand in each issue's `params.says`. */
export function inputSchema(fields: Fields, { partial = false, words }: InputOptions = {}): InputSchema {
  const byWords = schemas.get(fields) ?? new WeakMap<object, { whole?: InputSchema; partial?: InputSchema }>()
  schemas.set(fields, byWords)
  const known = byWords.get(words ?? chineseOnly) ?? {}
  byWords.set(words ?? chineseOnly, known)
  return (known[partial ? 'partial' : 'whole'] ??= build(fields, partial, words))
}

function build(fields: Fields, partial: boolean, words: EnglishWords | undefined): InputSchema {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const schema = valueSchema(field, labelOf({ key, field, words }))
      return [key, partial || mayBeAbsent(field) ? schema.optional() : schema]
    }),
  )
  const values = z.strictObject(shape)
  if (partial) return values
  const unasked = Object.entries(fields).filter(([, { only }]) => only !== undefined)
  return values.transform((given, context) => {
    const whole = withAbsent(fields, given)
    for (const [key, field] of unasked) {
      const says = misplaced({ fields, field, key, words }, whole)
      if (says) context.addIssue({ code: 'custom', path: [key], message: says.zh, params: { says }, input: undefined })
    }
    return whole
  })
}
/** Missing where it is asked, or given where it is not. */
function misplaced({ fields, field, key, words }: { fields: Fields; field: Field; key: string; words: EnglishWords | undefined }, values: Given): Sentence | undefined {
  const value = values[key]
  const isThere = Array.isArray(value) ? value.length > 0 : value !== null
  const label = labelOf({ key, field, words })
  if (isAsked(field, values)) return isThere || isList(field) || field.optional ? undefined : say(`“${label.zh}”必须填写`, `“${label.en}” is required`)
  if (!isThere) return undefined
  const where = Object.keys(field.only ?? {}).flatMap((name) => (fields[name] ? [labelOf({ key: name, field: fields[name], words })] : []))
  return say(`按所选的“${where.map(({ zh }) => zh).join('、')}”不填“${label.zh}”`, `“${label.en}” is not asked for the “${where.map(({ en }) => en).join(', ')}” chosen`)
}
function mayBeAbsent(field: Field): boolean {
  return 'value' in readValue(field, undefined)
}
/** What was left out is stored as no value. */
function withAbsent(fields: Fields, given: Given): Given {
  const values: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(fields)) {
    if (given[key] !== undefined) values[key] = given[key]
    else {
      const reading = readValue(field, undefined)
      if ('value' in reading) values[key] = reading.value
    }
  }
  return values
}
function valueSchema(field: Field, label: Sentence): z.ZodType {
  return z
    .unknown()
    .meta(inputShape(field))
    .transform((raw, context) => {
      const reading = readValue(field, raw)
      if ('value' in reading) return reading.value
      for (const { says, path = [] } of reading.refusals) {
        const sentence = say(`“${label.zh}”${says.zh}`, `“${label.en}” ${says.en}`)
        context.addIssue({ code: 'custom', path: [...path], message: sentence.zh, params: { says: sentence }, input: undefined })
      }
      return z.NEVER
    })
}

const mostIssues = 100

/**
 * The values of `fields` as they may be stored, in the order of the fields.
 * @param at where the value stands in the body, as `input`. @param partial leaves absent what was not given.
 * @throws Problem `bad-input` with one issue for each value that is not right.
 */
export function parseInput(fields: Fields, value: unknown, options: InputOptions & { readonly at?: string } = {}): Given {
  const { values, issues } = checkInput(fields, value, options)
  if (issues.length > 0) throw badInput(issues)
  return values
}

/** The same without throwing, for many rows at once. */
export function checkInput(
  fields: Fields,
  value: unknown,
  { at = '', ...options }: InputOptions & { readonly at?: string } = {},
): { readonly values: Given; readonly issues: readonly FieldIssue[] } {
  const result = inputSchema(fields, options).safeParse(value)
  if (result.success) return { values: result.data, issues: [] }
  return { values: {}, issues: result.error.issues.flatMap((issue) => sentences(issue, fields, at)).slice(0, mostIssues) }
}

export function badInput(issues: readonly FieldIssue[]): Problem {
  const [first] = issues
  const more = issues.length > 1
  return new Problem(
    'bad-input',
    say(
      `${first?.says.zh ?? '填写的内容不对'}${more ? `；共 ${issues.length} 处需要改正` : ''}。请改正后重新提交。`,
      `${first?.says.en ?? 'The values are not right'}${more ? `; ${issues.length} values to correct in all` : ''}. Correct and send again.`,
    ),
    { issues: issues.slice(0, mostIssues) },
  )
}

function sentences(issue: z.core.$ZodIssue, fields: Fields, at: string): FieldIssue[] {
  const here = pathOf(at, issue.path)
  if (issue.code === 'custom') return [{ at: here, says: (issue.params as { says: Sentence }).says }]
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(fields)
    return issue.keys.slice(0, mostIssues).map((key) => {
      const shown = key.length > 60 ? `${key.slice(0, 60)}…` : key
      return {
        at: pathOf(at, [key.slice(0, 60)]),
        says: say(`没有“${shown}”这一项，可填：${known.join('、') || '无'}`, `There is no “${shown}”; known are: ${known.join(', ') || 'none'}`),
      }
    })
  }
  return [{ at: here || 'body', says: say('这里应为一个对象 { 字段: 值 }', 'This must be an object { field: value }') }]
}
/** `input`, `photos`, 2 → `input.photos[2]`. */
function pathOf(at: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>((before, step) => {
    if (typeof step === 'number') return `${before}[${step}]`
    return before === '' ? String(step) : `${before}.${String(step)}`
  }, at)
}
