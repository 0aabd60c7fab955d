// Handing over 交接: what somebody has in hand or still owes, and giving one thing of it to somebody else.
export { handOver } from './hand-over.ts'
export type { Handing } from './hand-over.ts'
export { heldBy } from './held-by.ts'
export { owedBy } from './owed-by.ts'
export type { How, Owed } from './owed-by.ts'
