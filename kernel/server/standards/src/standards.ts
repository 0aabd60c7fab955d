// The engine of standards 依据: a catalogue's rules at work on a database.
import type { Actor } from '@houqin/access'
import type { Clock } from '@houqin/clock'
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, Catalogue } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { LedgerAudit, WireFinding, WireStandard } from '@houqin/wire'
import { auditLedger, auditLedgers } from './audit-ledger.ts'
import type { AuditAsked } from './audit-ledger.ts'
import { check, checkGiven } from './check.ts'
import { syncParameters } from './declared-values.ts'
import { describeStandards } from './describe.ts'
import { figuresAsOf } from './figures.ts'
import type { FiguresOnADay } from './figures.ts'

/** Wherever a standard is asked for, its id will do. Days are YYYY-MM-DD; today when left out. */
export interface Standards {
  /** @throws Problem not-found. */
  find(id: string): AnyStandard
  sync(tx: Tx): Promise<{ inserted: number }>
  figuresAsOf(db: Db | Tx, standard: AnyStandard, day: string): Promise<FiguresOnADay>
  /** For code that holds the subject already, such as a gate. */
  check(db: Db | Tx, standard: AnyStandard, subject: unknown, asOf?: string): Promise<readonly WireFinding[]>
  /** For a subject from outside. @throws Problem bad-input when the standard cannot read it. */
  checkGiven(db: Db | Tx, id: string, given: { subject: unknown; asOf?: string }): Promise<readonly WireFinding[]>
  audit(db: Db | Tx, actor: Actor, id: string, asked?: AuditAsked): Promise<LedgerAudit>
  /** Several in one snapshot, in the order asked; those that declare one ledger have it walked once. */
  auditTogether(db: Db | Tx, actor: Actor, ids: readonly string[], asked?: AuditAsked): Promise<readonly LedgerAudit[]>
  /** Of all, or of one. */
  describe(db: Db | Tx, id?: string): Promise<readonly WireStandard[]>
}

export function createStandards({ catalogue, clock }: { catalogue: Catalogue; clock: Clock }): Standards {
  const find = (id: string): AnyStandard => {
    const standard = catalogue.standards.get(id)
    if (standard) return standard
    throw new Problem('not-found', say(`没有名为“${id}”的依据。`, `There is no standard called “${id}”.`))
  }
  return Object.freeze<Standards>({
    find,
    sync: (tx) => syncParameters(tx, catalogue),
    figuresAsOf,
    check: (db, standard, subject, asOf = clock.today()) => check(db, { standard, subject, asOf }),
    checkGiven: async (db, id, { subject, asOf = clock.today() }) => checkGiven(db, { standard: find(id), subject, asOf }),
    audit: async (db, actor, id, asked = {}) => auditLedger(db, { actor, catalogue, standard: find(id), asked, today: clock.today() }),
    auditTogether: async (db, actor, ids, asked = {}) => auditLedgers(db, { actor, catalogue, standards: ids.map(find), asked, today: clock.today() }),
    describe: async (db, id) => describeStandards(db, { standards: id === undefined ? [...catalogue.standards.values()] : [find(id)], day: clock.today() }),
  })
}
