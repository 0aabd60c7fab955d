// A field of a dialog 表单项: its declaration as data, so that a form can be drawn from it.
import { targetOf } from '@houqin/define'
import type { Field } from '@houqin/define'

/** @param owner the declaration the field stands in. */
export function fieldWire(name: string, field: Field, owner: string): Readonly<Record<string, unknown>> {
  const { kind, label, optional = false, hint, ...shape } = field
  const { pattern, ...rest } = { pattern: undefined, ...shape }
  return Object.freeze({
    ...rest, name, kind, label, optional,
    ...(hint !== undefined && { hint }),
    ...(field.kind === 'ref' && { to: targetOf(field, owner) }),
    ...(pattern !== undefined && { pattern: { expression: pattern.expression.source, says: pattern.says } }),
  })
}
