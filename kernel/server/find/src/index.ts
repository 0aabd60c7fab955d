// 全局搜索: one question over everything a person may see.
export { find } from './find.ts'
export { makeAnew, noteEmpty } from './made-anew.ts'
export { findTables } from './tables.ts'
