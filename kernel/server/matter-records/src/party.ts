// Parties 相关人: who reads a matter because it is his, waits for him, names him, or he had a hand in it.
import type { Fields } from '@houqin/define'
import type { Given } from '@houqin/fields'

export type Why = 'requester' | 'holder' | 'named' | 'acted' | 'watcher' | 'approver' | 'agreed'
export interface Party {
  readonly person: string
  readonly why: Why
}

/** Persons that references among `values` name. @param person the register of persons. */
export function personsIn(fields: Fields, { values, person }: { values: Given; person: string | undefined }): readonly string[] {
  return Object.entries(fields).flatMap(([key, field]) => {
    const id = values[key]
    return field.kind === 'ref' && field.to !== 'self' && field.to.id === person && typeof id === 'string' ? [id] : []
  })
}
