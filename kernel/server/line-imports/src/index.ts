// 明细导入: a sheet read as the lines of one form, each with what was understood or why not; nothing is written.
export { readSheetLines } from './read-sheet-lines.ts'
export type { SheetLine, SheetLines } from './read-sheet-lines.ts'
