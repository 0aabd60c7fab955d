// The history of breaches 不符合的历史: since when each subject breaches a standard, found by a run every night.
export type { StandardHistory } from './standard-history.ts'
export { createStandardHistory } from './standard-history.ts'
export { standardHistoryTables } from './tables.ts'
