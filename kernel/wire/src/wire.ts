// What the server answers and the console reads 两边说的话, said once for both; docs/api.md says which call answers what.
export type { FileImportAnswer, FileImportState, FileLine, FileOutcome, ImportAnswer, ImportCounts, ImportLine, ImportMode, ImportOutcome, ImportPicks, ImportState, NearMatch, OpenWord, WireFileImport, WireImport } from './imports.ts'
export type { LinkKind, MatterSummary, StepOffer, TimelineEntry, TimelineKind, Tone, WireLink, WireMatter } from './matter.ts'
export type { Display, Me, WireAlarm, WireHit, WireMe, WireNotice } from './personal.ts'
export type { ApprovalMode, RouteOutcome, SignatureRule, WireRoute, WireStage, WireTask } from './route.ts'
export type { HistoryEntry, LinkCount, Summary, WireLines, WireRow, WireRowMeta } from './rows.ts'
export type { AuditedSubject, KeptFinding, LedgerAudit, Since, StandardAnswer, StandingCount, WireBreach, WireBreaches, WireCite, WireFinding, WireStandard } from './standard.ts'
export type { Page, Ref, Somebody, WireFile, WireValue, WireValues } from './values.ts'
export type { DraftFigure, DraftOutcome, OutcomeRow, WireDraft, WireUnitCost } from './versions.ts'
