// Whether a list holds what is masked 含个人信息: then an export of it says what for.
import type { Fields } from '@houqin/define'

export function holdsPersonal(...sets: readonly Fields[]): boolean {
  return sets.some((fields) => Object.values(fields).some((field) => field.grade === 'sensitive' || field.grade === 'work-secret' || (field.kind === 'text' && field.mask !== undefined)))
}
