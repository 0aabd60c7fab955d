// Staffing 人事事务: who comes, who is away, who may do what, and who goes.
import { defineSubsystem } from '@houqin/define'
import { departure } from './departure.ts'
import { join } from './join.ts'
import { leave } from './leave.ts'
import { rolesControlled } from './reports/claims.ts'
import { roleRequest } from './role-request.ts'
import { workplace } from './workplace.ts'

export { departure, departureKinds, settlingWays } from './departure.ts'
export type { SettlingWay } from './departure.ts'
export { join } from './join.ts'
export { leave, leaveAskers, leaveKinds } from './leave.ts'
export { toldByIdentity } from './newcomer.ts'
export { roleDeeds, roleRequest, roleWeights } from './role-request.ts'
export type { RoleWeight } from './role-request.ts'
export { workplace } from './workplace.ts'
export type { Workplace } from './workplace.ts'

export const staffing = defineSubsystem('staffing', '人事事务', {
  registers: { workplace },
  matters: { join, leave, departure, roleRequest },
  reports: { rolesControlled },
})
