// 行: what rows of declared registers are called, what they point to, and how many are stored at once.
export { insertSql } from './insert-sql.ts'
export { referenceOf, withReferences } from './named-values.ts'
export { sameRows, targetsOf, want, wantedBy } from './references.ts'
export type { Reference, Target, Targets, Wanted } from './references.ts'
export { named, nameUse } from './row-name.ts'
export type { NameUse } from './row-name.ts'
export { isLive, rowSelection, scopeColumn, storedRow, validFrom, validTo } from './stored-row.ts'
export type { AnsweredLines, AnsweredRow, KeptRow, StoredRow, Values } from './stored-row.ts'
