// 表格文件: ledgers as the offices keep them, Excel and CSV, read row by row within bounds.
export type { Cell, CellKind, SheetRow } from './cell.ts'
export { openLedger } from './ledger.ts'
export type { Ledger, LedgerKind } from './ledger.ts'
export { sheetLimits } from './limits.ts'
