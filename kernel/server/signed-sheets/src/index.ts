// 签名的表格: every sheet that leaves the house bears its signature, and anybody may hold a sheet against it.
export { exportLimits, sendWorkbook } from './send-workbook.ts'
export type { Workbook } from './send-workbook.ts'
export { judgeSheet } from './judge-sheet.ts'
export type { SheetJudgement } from '@houqin/wire'
export { signTrailer } from './sign-trailer.ts'
