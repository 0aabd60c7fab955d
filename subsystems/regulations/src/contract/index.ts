// Regulations 制度标准: the texts that bind the bureau, what they say in a line, and which matters rest on them.
import { defineSubsystem } from '@houqin/define'
import { acknowledgement } from './acknowledgement.ts'
import { addressee } from './addressee.ts'
import { article } from './article.ts'
import { catalogueItem } from './catalogue-item.ts'
import { document } from './document.ts'
import { gates } from './gates.ts'
import { provision } from './provision.ts'
import { mattersGrounded, mattersListed, rulesMade, rulesRevised } from './reports/claims.ts'
import { mattersByBasis } from './reports/matters-by-basis.ts'
import { legalReviewer, regulationsOfficer } from './roles.ts'
import { ruleMaking } from './rule-making.ts'
import { versionDay } from './standards/version-day.ts'
import { version } from './version.ts'

export { acknowledgement } from './acknowledgement.ts'
export type { Acknowledgement } from './acknowledgement.ts'
export { addressee } from './addressee.ts'
export type { Addressee } from './addressee.ts'
export type * from './answers.ts'
export { areas } from './areas.ts'
export type { Area } from './areas.ts'
export { article, longestArticle } from './article.ts'
export type { Article } from './article.ts'
export { catalogueItem } from './catalogue-item.ts'
export type { CatalogueItem } from './catalogue-item.ts'
export { document } from './document.ts'
export type { Document } from './document.ts'
export { documentKinds, documentLevels, documentStandings } from './kinds.ts'
export type { DocumentKind, DocumentLevel, DocumentStanding } from './kinds.ts'
export { provision } from './provision.ts'
export type { Provision } from './provision.ts'
export { groundStandings, readingOf, readings } from './reading.ts'
export type { GroundStanding, Reading } from './reading.ts'
export { legalReviewer, regulationsOfficer } from './roles.ts'
export { handlings, longestDraft, ruleMaking } from './rule-making.ts'
export type { Handling } from './rule-making.ts'
export { versionDay } from './standards/version-day.ts'
export { version } from './version.ts'
export type { Version } from './version.ts'

export const regulations = defineSubsystem('regulations', '制度标准', {
  roles: { regulationsOfficer, legalReviewer },
  registers: { document, version, article, provision, catalogueItem, acknowledgement, addressee },
  matters: { ruleMaking },
  standards: { versionDay },
  reports: { rulesMade, rulesRevised, mattersListed, mattersGrounded, mattersByBasis },
  gates,
})
