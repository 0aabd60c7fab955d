// 台账: the engine of all registers: read, written, kept with their history, as far as each reader's roles reach.
// what writes many rows at once writes them by the same rules
export { refusedBy } from './conflicts.ts'
export type { House } from './house.ts'
export type { AnsweredList } from './read.ts'
export { sameRows, targetsOf, wantedBy } from '@houqin/rows'
export type { AnsweredLines, AnsweredRow, Target, Targets, Wanted } from '@houqin/rows'
export { createRegisters } from './registers.ts'
export type { Registers } from './registers.ts'
export { insertRows } from './row-store.ts'
export type { MadeRow } from './row-store.ts'
export { trailDays, trailValues } from './trail.ts'
export { requireTree } from './written.ts'
export { registerTables } from './tables.ts'
