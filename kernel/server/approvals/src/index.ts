// 审批: who must agree before a step happens, by dated rows of the bureau; nothing waits for ever without a reason.
export { approvalTables, lateDeeds, modes, postsOf, signatureRules } from '@houqin/approval-routes'
export type { Departed, Example, NewDeputy, RouteValues } from '@houqin/approval-routes'
export { createApprovals } from './approvals.ts'
export type { ApprovalDesk } from './approvals.ts'
export type { TaskGiven } from './task-given.ts'
export { chosenBy } from './press.ts'
export { routeActions, taskActions } from './rights.ts'
export type { HelpGiven } from './stuck.ts'
