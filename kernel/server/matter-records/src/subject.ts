// The subject 摘要 of a matter: what it is called in a list, as its declaration says.
import type { Matter } from '@houqin/define'
import type { Given } from '@houqin/fields'

/** @param named the form as it is read, references with their names. */
export function subjectOf(matter: Matter, form: Given, named: Readonly<Record<string, unknown>>): string {
  const label = (field: string): string => {
    const row = named[field]
    return typeof row === 'object' && row !== null && 'name' in row && typeof row.name === 'string' ? row.name : ''
  }
  // The form was parsed by this very declaration.
  return matter.subject(form as never, label).trim().slice(0, 200)
}
