// 分级的行: whether a row exists only for some, and what it is called before everybody.
import type { Register, Role } from '@houqin/define'
import type { Given } from '@houqin/fields'

/** Who sees the row besides being allowed to read; undefined for a row without a grade. */
export function gradeReaders({ grades }: Register, values: Given): readonly Role[] | undefined {
  const grade = grades && values[grades.by]
  return typeof grade === 'string' && Object.hasOwn(grades?.readers ?? {}, grade) ? grades?.readers[grade] : undefined
}

/** Names travel where nobody asks who reads: into matters, notices, the audit. This one may. */
export const neutralName = ({ title }: Register): string => `受控${title}`
