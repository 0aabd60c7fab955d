// The body that makes or changes a row, as the description shows it; the engine checks it and says what is wrong.
import { z } from 'zod'
import type { Fields, Register } from '@houqin/define'
import { inputShape } from '@houqin/fields'

/** Accepts any object: its own schema, by declaration, stands only in the description. */
export function rowBody(register: Register, kind: 'new' | 'changes'): z.ZodType<Record<string, unknown>> {
  const { dated, lines } = register
  const day = { type: 'string', format: 'date' }
  const properties: Record<string, unknown> = {
    ...shapes(register.fields),
    ...(dated && { from: day, to: { anyOf: [day, { type: 'null' }] } }),
  }
  const sets = Object.entries(lines)
  if (sets.length > 0)
    properties['lines'] = {
      type: 'object',
      properties: Object.fromEntries(
        sets.map(([set, { title, fields }]) => [set, { title, type: 'array', items: { type: 'object', properties: shapes(fields), required: required(fields) } }]),
      ),
    }
  const needed = [...required(register.fields), ...(dated ? ['from'] : [])]
  return z.record(z.string(), z.unknown()).meta({ title: register.title, properties, ...(kind === 'new' && { required: needed }) })
}

function shapes(fields: Fields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, inputShape(field)]))
}
function required(fields: Fields): string[] {
  return Object.entries(fields)
    .filter(([, { optional, kind }]) => !optional && kind !== 'files')
    .map(([key]) => key)
}
