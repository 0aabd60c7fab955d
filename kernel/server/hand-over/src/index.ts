// Handing over 交接: what somebody has in hand, and giving one thing of it to somebody else.
export { handOver } from './hand-over.ts'
export type { Handing } from './hand-over.ts'
export { heldBy } from './held-by.ts'
export type { Held } from './held-by.ts'
