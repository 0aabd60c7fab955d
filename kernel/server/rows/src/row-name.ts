// 行的名称: what a row is called, what that depends on, and the tokens it is found by.
import type { Field, Register } from '@houqin/define'
import { isGuarded } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import { searchTokens } from '@houqin/search'
import { gradeReaders, neutralName } from './graded.ts'
import type { Targets } from './references.ts'

type Label = (field: string) => string
/** Names are shown in one line. */
const longestName = 300

/** The name of a row before everybody, and its tokens, which only whoever sees the row searches. @param targets what its references point to. */
export function named(register: Register, values: Given, targets: Targets): { label: string; search: readonly string[] } {
  const name = fullName(register, values, targets)
  return { label: gradeReaders(register, values) ? neutralName(register) : name, search: tokensOf(register, { name, values, label: labelIn(values, targets) }) }
}

/** As whoever sees the row reads it, whatever its grade. */
export function fullName(register: Register, values: Given, targets: Targets): string {
  return nameOf(register, values, labelIn(values, targets))
}
const labelIn = (values: Given, targets: Targets): Label => (key) => {
  const id = values[key]
  return typeof id === 'string' ? targets.get(id)?.name ?? '' : ''
}

function nameOf(register: Register, values: Given, label: Label): string {
  // The declaration typed its own row; here it is any register's.
  const name = register.name(values as never, label).replace(/\s+/g, ' ').trim()
  return name === '' ? register.title : [...name].slice(0, longestName).join('')
}

/** By its name and the fields the declaration lists; guarded fields are left out, since finding by them would tell them. */
function tokensOf(register: Register, { name, values, label }: { name: string; values: Given; label: Label }): string[] {
  const parts = register.search.flatMap((key) => {
    const field = register.fields[key]
    return field && !isGuarded(field) ? wordsOf(field, values[key], () => label(key)) : []
  })
  return searchTokens([name, ...parts].join(' '))
}
function wordsOf(field: Field, value: unknown, label: () => string): string[] {
  if (field.kind === 'ref') return value === null ? [] : [label()]
  return [value].flat().flatMap((one) => {
    if (typeof one !== 'string' && typeof one !== 'number') return []
    return field.kind === 'choice' ? [field.options[one] ?? ''] : [String(one)]
  })
}

export interface NameUse {
  /** References whose names stand in the row's name or its search tokens. */
  readonly labels: readonly string[]
  /** The name tells a guarded field. */
  readonly guarded: boolean
}
const known = new WeakMap<Register, NameUse>()

/** Learnt by asking the declaration for the names of sample rows that differ in each optional field, choice and flag. */
export function nameUse(register: Register): NameUse {
  const found = known.get(register) ?? learn(register)
  known.set(register, found)
  return found
}
function learn(register: Register): NameUse {
  const labels = new Set(register.search.filter((key) => register.fields[key]?.kind === 'ref'))
  const read = new Set<string>()
  const label = (key: string): string => {
    labels.add(key)
    return '名'
  }
  for (const sample of samples(register)) {
    const watched = new Proxy(sample, {
      get(values, key) {
        if (typeof key === 'string') read.add(key)
        return Reflect.get(values, key) as unknown
      },
    })
    try {
      register.name(watched as never, label)
    } catch {
      // A name that cannot be made of this sample has still told what it read.
    }
  }
  const guarded = [...read].some((key) => {
    const field = register.fields[key]
    return field !== undefined && isGuarded(field)
  })
  return Object.freeze({ labels: [...labels].filter((key) => register.fields[key]?.kind === 'ref'), guarded })
}
function* samples(register: Register): Generator<Record<string, unknown>> {
  const full = Object.fromEntries(Object.entries(register.fields).map(([key, field]) => [key, variants(field)[0]]))
  yield { ...full }
  for (const [key, field] of Object.entries(register.fields)) for (const value of variants(field).slice(1)) yield { ...full, [key]: value }
}
function variants(field: Field): unknown[] {
  const none = field.optional ? [null] : []
  switch (field.kind) {
    case 'int':
      return [1, 0, ...none]
    case 'decimal':
      return ['1', '0', ...none]
    case 'bool':
      return [true, false, ...none]
    case 'choice':
      return field.many ? [Object.keys(field.options), []] : [...Object.keys(field.options), ...none]
    case 'files':
      return [['文件'], []]
    case 'date':
      return ['2026-01-01', ...none]
    case 'instant':
      return ['2026-01-01T00:00:00.000Z', ...none]
    case 'text':
    case 'ref':
      return ['样', ...none]
  }
}
