// 编号: the number a matter is known by, and the code that is printed on a door.
export { matterNumber, nextNumber } from './matter-number.ts'
export { opaqueCode, readOpaqueCode } from './opaque-code.ts'
export { numberingTables } from './tables.ts'
