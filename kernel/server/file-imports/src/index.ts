// 附件导入: a zip of photos or papers attached to the rows they belong to, tried out first, and taken back whole.
export { createFileImports } from './file-imports.ts'
export type { FileImports } from './file-imports.ts'
export { outcomes } from './lines.ts'
export { modes } from './stored-import.ts'
export { openPack, packLimits } from './pack.ts'
export { fileImportTables } from './tables.ts'
