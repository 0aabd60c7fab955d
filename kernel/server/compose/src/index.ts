// Composition: what a subsystem brings to the server, and the server made of all of them.
export { definePart } from './part.ts'
export type { DemoAccount, HistorySeeding, Seeding, ServerPart } from './part.ts'
export { inBackup } from './in-backup.ts'
export { choresOf, runSystem, settleIn } from './run.ts'
export type { Chores, RunningSystem } from './run.ts'
export { composeSystem } from './system.ts'
export type { SystemOptions } from './system.ts'
export { migrationSetsOf, sealedIn } from './tables.ts'
