// 导出: lists that leave the house as Excel: for a reason, signed with who took them, and past a measure only when somebody agreed.
export { sendList } from './send-list.ts'
export type { AskedList } from './send-list.ts'
export { exportRoutes } from './routes.ts'
export { sendSheet } from './send-sheet.ts'
export { exportLimits } from '@houqin/signed-sheets'
export type { Sheet } from './send-sheet.ts'
