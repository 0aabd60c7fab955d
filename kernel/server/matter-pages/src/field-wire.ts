// A field of a dialog 表单项: its declaration as data, so that a form can be drawn from it.
import type { Field } from '@houqin/define'
import type { AskedField } from '@houqin/wire'

/** @param owner the declaration the field stands in. */
export function fieldWire(name: string, field: Field, owner: string): AskedField {
  const told = { name, optional: field.optional ?? false }
  if (field.kind === 'ref') return Object.freeze({ ...field, ...told, to: field.to === 'self' ? owner : field.to.id })
  if (field.kind !== 'text') return Object.freeze({ ...field, ...told })
  const { pattern, ...rest } = field
  return Object.freeze({ ...rest, ...told, ...(pattern && { pattern: { expression: pattern.expression.source, says: pattern.says } }) })
}
