// 同一份台账: what earlier rows of the file hold already, so that the second of two alike is told which the first is.
import type { Values } from '@houqin/rows'
import type { ParsedRow } from './parse-row.ts'
import type { Plan } from './plan.ts'

export interface SameFile {
  /** Notes the key of a row. @returns the row that had it before. */
  keyOf(parsed: ParsedRow): number | undefined
  /** Notes what may not stand twice. @returns the row in the way, and the field both have. */
  takes(number: number, id: string, written: { readonly values: Values; readonly from: string | null; readonly to: string | null }): { readonly number: number; readonly at: string } | undefined
}

export function remembering({ register, key }: Plan): SameFile {
  const keys = new Map<string, number>()
  const unique = Object.entries(register.fields).flatMap(([name, field]) => (field.kind === 'text' && field.unique ? [{ name, held: new Map<string, { number: number; id: string }>() }] : []))
  const days = new Map<string, { number: number; id: string; from: string; to: string }[]>()
  return {
    keyOf({ number, values }) {
      if (key.length === 0 || key.some((name) => values[name] === undefined)) return undefined
      const text = JSON.stringify(key.map((name) => values[name]))
      const first = keys.get(text)
      if (first === undefined) keys.set(text, number)
      return first === number ? undefined : first
    },
    takes(number, id, { values, from, to }) {
      for (const { name, held } of unique) {
        const value = values[name]
        if (typeof value !== 'string') continue
        const first = held.get(value)
        if (first && first.id !== id) return { number: first.number, at: name }
        held.set(value, { number, id })
      }
      if (!register.dated || from === null || register.alike.length === 0 || register.alike.some((name) => values[name] == null)) return undefined
      const alike = JSON.stringify(register.alike.map((name) => values[name]))
      const held = days.get(alike) ?? []
      const last = to ?? '9999-12-31'
      const first = held.find((one) => one.id !== id && one.from <= last && from <= one.to)
      if (first) return { number: first.number, at: 'from' }
      days.set(alike, [...held, { number, id, from, to: last }])
      return undefined
    },
  }
}
