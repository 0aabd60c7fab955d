// The engine of new versions: who may prepare them, who may look, and what becomes of them.
import { requireRole } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import { auditor } from '@houqin/define'
import type { AnyStandard, Catalogue } from '@houqin/define'
import type { Standards } from '@houqin/standards'
import type { DraftOutcome, WireDraft, WireUnitCost } from '@houqin/wire'
import { draftById, draftsOf, mayKeep, requireKeeper } from './draft.ts'
import { discardDraft, issueDraft, proposeDraft } from './issue-draft.ts'
import { keepDraft } from './keep-draft.ts'
import type { DraftGiven } from './keep-draft.ts'
import { tryDraft } from './try-draft.ts'
import { keepUnitCost, unitCostsOf } from './unit-cost.ts'
import type { UnitCostGiven } from './unit-cost.ts'

export type Deed = 'propose' | 'issue' | 'discard'
export interface StandardVersions {
  /** Newest first, with whether the reader may prepare one. @throws Problem not-allowed. */
  list(db: Db | Tx, actor: Actor, standard: string): Promise<{ rows: readonly WireDraft[]; mayKeep: boolean; costs: readonly WireUnitCost[] }>
  /** What each unit over the limit costs, from a day on. @throws Problem not-allowed, bad-input. */
  keepCost(tx: Tx, actor: Actor, standard: string, given: UnitCostGiven): Promise<WireUnitCost>
  read(db: Db | Tx, actor: Actor, id: string): Promise<WireDraft>
  make(tx: Tx, actor: Actor, standard: string, given: DraftGiven): Promise<WireDraft>
  change(tx: Tx, actor: Actor, seen: { id: string; version: number }, given: DraftGiven): Promise<WireDraft>
  /** Four eyes: who prepared it proposes, another keeper issues; either gives it up. */
  take(tx: Tx, actor: Actor, seen: { id: string; version: number }, deed: Deed): Promise<WireDraft>
  outcome(db: Db, actor: Actor, id: string, asked?: { unitCost?: string | undefined; most?: number }): Promise<{ draft: WireDraft; outcome: DraftOutcome }>
}

export function createStandardVersions({ catalogue, standards, clock }: { catalogue: Catalogue; standards: Standards; clock: Clock }): StandardVersions {
  const look = (actor: Actor, standard: AnyStandard): void =>
    requireRole(actor.principal, {
      roles: [...(standard.keep ?? []), ...(standard.read ?? []), auditor],
      deed: { zh: `查看《${standard.title}》标准值草案`, en: `read drafts of “${standard.title}”` },
    })
  const open = async (db: Db | Tx, id: string): Promise<{ draft: WireDraft; standard: AnyStandard }> => {
    const draft = await draftById(db, id)
    return { draft, standard: standards.find(draft.standard) }
  }
  return Object.freeze<StandardVersions>({
    async list(db, actor, id) {
      const standard = standards.find(id)
      look(actor, standard)
      return { rows: await draftsOf(db, id), mayKeep: mayKeep(actor, standard), costs: await unitCostsOf(db, id) }
    },
    async keepCost(tx, actor, id, given) {
      const standard = standards.find(id)
      requireKeeper(actor, standard)
      return keepUnitCost(tx, { standard, actor, clock, given })
    },
    async read(db, actor, id) {
      const { draft, standard } = await open(db, id)
      look(actor, standard)
      return draft
    },
    async make(tx, actor, id, given) {
      const standard = standards.find(id)
      requireKeeper(actor, standard)
      return keepDraft(tx, { standard, actor, clock, given })
    },
    async change(tx, actor, seen, given) {
      const { standard } = await open(tx, seen.id)
      requireKeeper(actor, standard)
      return keepDraft(tx, { standard, actor, clock, given, changes: seen })
    },
    async take(tx, actor, seen, deed) {
      const { standard } = await open(tx, seen.id)
      requireKeeper(actor, standard)
      return { propose: proposeDraft, issue: issueDraft, discard: discardDraft }[deed](tx, { standard, actor, clock, ...seen })
    },
    async outcome(db, actor, id, { unitCost, most } = {}) {
      const { draft, standard } = await open(db, id)
      look(actor, standard)
      const outcome = await tryDraft(db, { standard, draft, actor, catalogue, ...(unitCost !== undefined && { unitCost }), ...(most !== undefined && { most }) })
      return { draft, outcome }
    },
  })
}
