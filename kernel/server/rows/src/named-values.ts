// 带名称的值: values whose references carry the names of what they point to.
import { targetOf } from '@houqin/define'
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
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined
      const target = field && targetOf(field, owner)
      return [key, target === undefined || typeof value !== 'string' ? value : discreet(catalogue, target, referenceOf(targets, value))]
    }),
  )
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
