// Second factor 动态口令: besides the password, six digits that only one's own phone shows.
export { createSecondFactor } from './second-factor.ts'
export type { SecondFactor, SecondFactorState } from './second-factor.ts'
export type { ResetRow } from './resets.ts'
export { secondFactorSecrets, secondFactorTables } from './tables.ts'
