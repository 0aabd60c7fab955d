// Second factor 动态口令: besides the password, six digits that only one's own phone shows.
export { createSecondFactor } from './second-factor.ts'
export type { SecondFactor } from './second-factor.ts'
export { secondFactorSecrets, secondFactorTables } from './tables.ts'
