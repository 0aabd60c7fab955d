// 台账权限: who may do what on the rows of a register, what of them is shown whole, and to whom.
export { foundBy } from './found-by.ts'
export { gradeSql, reachesGrade, recordGraded } from './grades.ts'
export { reveal } from './reveal.ts'
export type { Revealed } from './reveal.ts'
export { actionOf, guardedKeys, isOwnRow, mayReveal, noRow, placeOf, requireReachAfter, requireVerb, requireWritable, revealsRow, scopeSql } from './rights.ts'
