// 值的模样: a field's value in the words of JSON Schema, for the interface's documentation and for other programs.
import { mayBeEmpty } from '@houqin/define'
import type { Field } from '@houqin/define'

export type JsonShape = Readonly<Record<string, unknown>>

/** The value as it is written. */
export function inputShape(field: Field): JsonShape {
  return { title: field.label, ...(field.hint && { description: field.hint }), ...bare(field) }
}
/** The value as it is read: references carry the name of what they point to; what may be empty or masked may be null. */
export function outputShape(field: Field): JsonShape {
  const shape = field.kind === 'ref' ? referenceShape : bare(field)
  const value = { title: field.label, ...shape }
  return mayBeEmpty(field) || field.grade === 'sensitive' || field.grade === 'work-secret' ? { anyOf: [value, { type: 'null' }] } : value
}
export const referenceShape: JsonShape = Object.freeze({
  type: 'object',
  properties: { id: { type: 'string' }, name: { type: 'string' } },
  required: ['id', 'name'],
})

function bare(field: Field): JsonShape {
  switch (field.kind) {
    case 'text':
      return { type: 'string', maxLength: field.max, ...(field.min !== undefined && { minLength: field.min }) }
    case 'int':
      return { type: 'integer', ...(field.min !== undefined && { minimum: field.min }), ...(field.max !== undefined && { maximum: field.max }) }
    case 'decimal':
      return { type: 'string', format: 'decimal', 'x-scale': field.scale, 'x-unit': field.unit }
    case 'bool':
      return { type: 'boolean' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'instant':
      return { type: 'string', format: 'date-time' }
    case 'choice': {
      const one = { type: 'string', enum: Object.keys(field.options) }
      return field.many ? { type: 'array', items: one, uniqueItems: true, maxItems: one.enum.length } : one
    }
    case 'ref':
      return { type: 'string', format: 'uuid' }
    case 'files':
      return { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: field.max }
  }
}
