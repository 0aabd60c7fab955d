// What a gateway needs of the fleet: who is known, and where what is said is kept.
export { openBook } from './book.ts'
export type { OpenBook } from './book.ts'
export { carryCommands } from './carry-commands.ts'
export type { CommandCarrier } from './carry-commands.ts'
export { columns, copyRows } from './copy-rows.ts'
export { storePositions } from './store.ts'
