// 统计: the figures of a period within the reader's reach, each with the list that opens it.
export { readersOf, reportsFor } from './reports-for.ts'
export { runReport } from './run-report.ts'
