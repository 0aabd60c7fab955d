// 口令: what a password must be, how it is kept, and how one is made up to be handed over.
export { handoverPassword } from './handover-password.ts'
export { createHashing } from './hashing.ts'
export type { Hashing } from './hashing.ts'
export { passwordFaults } from './password-policy.ts'
