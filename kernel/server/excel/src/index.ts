// Excel 表格: lists as workbooks, written row by row while they are read.
export { cellOf, columnOf, headWith } from './cells.ts'
export type { Cell, CellWords, SheetColumn } from './cells.ts'
export { writeSheet } from './write-sheet.ts'
export { writeTemplate } from './write-template.ts'
export type { TemplateColumn } from './write-template.ts'
