// 导入: ledgers brought in row by row, tried out first, and taken back whole.
export { createImports } from './imports.ts'
export type { Arrangement, Imports, Work } from './imports.ts'
export { readLines } from './lines.ts'
export { actorAgain, requireImport } from './rights.ts'
export { outcomes } from './stored-import.ts'
export type { StoredImport } from './stored-import.ts'
export { importTables } from './tables.ts'
