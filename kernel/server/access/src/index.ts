// 权限: accounts and sessions, roles granted for a time and a place, and the one answer to "who may".
export { isHolder, mayTake } from './parties.ts'
export type { MatterRow } from './parties.ts'
export { isSystem, signature, systemActor } from './principal.ts'
export type { Actor, Grant, Principal } from './principal.ts'
export { holds, mayReach, requireRole, scopeOf } from './scope.ts'
export type { Place, PlaceColumns } from './scope.ts'
export { matterVerbs, registerVerbs, rolesBehind, verbsOf } from './verbs.ts'
export type { MatterVerb, RegisterVerb } from './verbs.ts'
