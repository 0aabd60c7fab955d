// Lines 明细 of a matter as steps write them: rows added, outcomes settled on rows that stand.
export { addable, readLineChanges, writtenRows } from './line-changes.ts'
export type { LineChanges, SettledLine } from './line-changes.ts'
export { linesAfter, writeLines } from './lines.ts'
