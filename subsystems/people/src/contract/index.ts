// People and organs 人员与单位: one record for each, on which everything else hangs.
import { defineSubsystem } from '@houqin/define'
import { contractRenewal } from './contract-renewal.ts'
import { contractor } from './contractor.ts'
import { correction } from './correction.ts'
import { organ } from './organ.ts'
import { person } from './person.ts'
import { post } from './post.ts'
import { organsTotal, staffed } from './reports/claims.ts'
import { establishment } from './reports/establishment.ts'
import { bureauLeader, liaison, peopleOfficer } from './roles.ts'
import { contractInForce } from './standards/contract-in-force.ts'
import { oneMainPost } from './standards/one-main-post.ts'
import { withinEstablishment } from './standards/within-establishment.ts'

export { contractRenewal } from './contract-renewal.ts'
export { contractor } from './contractor.ts'
export type { Contractor } from './contractor.ts'
export { correction } from './correction.ts'
export { creditCodeCheck, isCreditCode } from './credit-code.ts'
export { identityCheck, isIdentityNumber } from './identity-number.ts'
export { organ, organCategories, organLevels } from './organ.ts'
export type { Organ, OrganCategory, OrganLevel } from './organ.ts'
export { person } from './person.ts'
export type { Person } from './person.ts'
export { post } from './post.ts'
export type { Post } from './post.ts'
export { establishment } from './reports/establishment.ts'
export { ranks } from './ranks.ts'
export type { Rank } from './ranks.ts'
export { bureauLeader, liaison, peopleOfficer } from './roles.ts'
export { contractInForce } from './standards/contract-in-force.ts'
export { expiryParameters, expiryValues, judgeExpiry } from './standards/expiry.ts'
export type { Expiring } from './standards/expiry.ts'
export { oneMainPost } from './standards/one-main-post.ts'
export { withinEstablishment } from './standards/within-establishment.ts'
export { views } from './views.ts'
export type { PersonMainPost } from './views.ts'

export const people = defineSubsystem('people', '人员与单位', {
  roles: { peopleOfficer, liaison, bureauLeader },
  registers: { organ, contractor, person, post },
  matters: { correction, contractRenewal },
  standards: { withinEstablishment, oneMainPost, contractInForce },
  reports: { establishment, staffed, organsTotal },
})
