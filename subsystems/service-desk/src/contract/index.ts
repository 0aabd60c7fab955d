// The service desk 服务诉求: repairs, complaints, suggestions and praise, from the asking to the feedback.
import { defineSubsystem } from '@houqin/define'
import { category } from './category.ts'
import { complaint } from './complaint.ts'
import { material } from './material.ts'
import { pastFigure } from './past-figure.ts'
import { praise } from './praise.ts'
import { purchase } from './purchase.ts'
import { repair } from './repair.ts'
import { byCategory } from './reports/by-category.ts'
import { byMonth, byMonthAndCategory } from './reports/by-month.ts'
import { bySite } from './reports/by-site.ts'
import { materialsBought, repairsAnswered, repairsDone, repairsPlaced, repairsRated, urgentDone } from './reports/claims.ts'
import { onTime } from './reports/on-time.ts'
import { rating } from './reports/rating.ts'
import { reopened } from './reports/reopened.ts'
import { dispatcher, serviceOfficer, worker } from './roles.ts'
import { belowTenderThreshold, purchaseBelowThreshold } from './standards/below-tender-threshold.ts'
import { repairWithinPromise } from './standards/repair-within-promise.ts'
import { suggestion } from './suggestion.ts'
import { team } from './team.ts'

export { category } from './category.ts'
export type { Category } from './category.ts'
export { businesses, complaint } from './complaint.ts'
export { guessCategory } from './guess-category.ts'
export type { Recognisable } from './guess-category.ts'
export { material } from './material.ts'
export type { Material } from './material.ts'
export { pastFigure } from './past-figure.ts'
export type { PastFigure } from './past-figure.ts'
export { praise } from './praise.ts'
export { purchase } from './purchase.ts'
export { repair } from './repair.ts'
export type { RepairFacts, RepairForm } from './repair.ts'
export { dispatcher, serviceOfficer, worker } from './roles.ts'
export { belowTenderThreshold } from './standards/below-tender-threshold.ts'
export { repairWithinPromise } from './standards/repair-within-promise.ts'
export { suggestion } from './suggestion.ts'
export { team } from './team.ts'
export type { Team } from './team.ts'
export { urgencies } from './urgency.ts'
export type { Urgency } from './urgency.ts'

export const serviceDesk = defineSubsystem('service-desk', '服务诉求', {
  roles: { dispatcher, worker, serviceOfficer },
  registers: { team, category, material, pastFigure },
  matters: { repair, complaint, suggestion, praise, purchase },
  standards: { repairWithinPromise, belowTenderThreshold },
  gates: [purchaseBelowThreshold],
  reports: { onTime, byMonth, byMonthAndCategory, byCategory, bySite, rating, reopened, repairsDone, urgentDone, repairsRated, repairsPlaced, repairsAnswered, materialsBought },
})
