// 带名称的值: values whose references carry the names of what they point to.
import type { Catalogue, Fields } from '@houqin/define'
import { maskedName } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import type { Ref } from '@houqin/wire'
import { guardsName } from './guarded-name.ts'
import type { Targets } from './references.ts'

/** Values with each reference as id and name; a name made of guarded values is not told in passing. @param owner what `self` points to. */
export function withReferences({ catalogue, fields, owner, values, targets }: {
  catalogue: Catalogue
  fields: Fields
  owner: string
  values: Given
  targets: Targets
}): Given {
  const named: Record<string, unknown> = { ...values }
  for (const { key, target } of referencesOf(fields)) {
    const id = named[key]
    if (typeof id === 'string') named[key] = discreet(catalogue, target ?? owner, referenceOf(targets, id))
  }
  return named
}

interface ReferenceField {
  readonly key: string
  /** Undefined for what points to rows like its own. */
  readonly target: string | undefined
}
// Asked for every row of every list.
const known = new WeakMap<Fields, readonly ReferenceField[]>()
function referencesOf(fields: Fields): readonly ReferenceField[] {
  const found = known.get(fields)
  if (found) return found
  const made = Object.entries(fields).flatMap(([key, field]) => (field.kind === 'ref' ? [{ key, target: field.to === 'self' ? undefined : field.to.id }] : []))
  known.set(fields, made)
  return made
}

/** What does not exist any more keeps its id and has no name. */
export function referenceOf(targets: Targets, id: string): Ref {
  const target = targets.get(id)
  return { id: target?.id ?? id, name: target?.name ?? '' }
}
function discreet(catalogue: Catalogue, target: string, reference: Ref): Ref {
  const register = catalogue.registers.get(target)
  return register && guardsName(catalogue, register) ? { ...reference, name: maskedName(reference.name) } : reference
}
