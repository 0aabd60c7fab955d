// People and organs 人员与单位: one record for each, on which everything else hangs.
import { defineSubsystem } from '@houqin/define'
import { contractor } from './contractor.ts'
import { organ } from './organ.ts'
import { person } from './person.ts'
import { post } from './post.ts'
import { establishment } from './reports/establishment.ts'
import { bureauLeader, liaison, peopleOfficer } from './roles.ts'

export { contractor } from './contractor.ts'
export type { Contractor } from './contractor.ts'
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
export { views } from './views.ts'
export type { PersonMainPost } from './views.ts'

export const people = defineSubsystem('people', '人员与单位', {
  roles: { peopleOfficer, liaison, bureauLeader },
  registers: { organ, contractor, person, post },
  reports: { establishment },
})
