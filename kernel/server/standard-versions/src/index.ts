// New versions of a standard 标准值新版本: prepared, tried on the ledger before they bind, issued by a second pair of eyes.
export type { FigureGiven } from './draft.ts'
export type { DraftGiven } from './keep-draft.ts'
export { createStandardVersions } from './standard-versions.ts'
export type { StandardVersions } from './standard-versions.ts'
export type { UnitCostGiven } from './unit-cost.ts'
export { standardVersionTables } from './tables.ts'
