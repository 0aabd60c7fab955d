// 主体: who is calling — behind which token, with which roles, and how far each of them reaches.
export { createCallers } from './callers.ts'
export type { Callers, Recalled, SignedIn } from './callers.ts'
export { isSystem, lent, signature, systemActor } from './principal.ts'
export type { Actor, Grant, Principal } from './principal.ts'
export { grantsInForce } from './reach.ts'
export { csrfOf, isCsrfOf, newToken, tokenHash } from './token.ts'
export { watchTurns } from './turns.ts'
