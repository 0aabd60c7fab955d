// A ledger audit 台账检查: every subject of a ledger as it stood on a day against one standard, in one call.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, Catalogue, Register, Role, SubjectRow } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import type { LedgerAudit, Ref, WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import { judge, realDay } from './check.ts'
import { figuresAsOf } from './figures.ts'
import type { FiguresOnADay } from './figures.ts'
import { openingFor } from './opening.ts'
import { reachOf, walkLedger } from './walk-ledger.ts'

export interface AuditAsked {
  /** YYYY-MM-DD; today when left out. */
  readonly asOf?: string | undefined
  /** Of one organ alone. */
  readonly organ?: string | undefined
  /** Rows told of; the counts are of all. */
  readonly most?: number | undefined
}
const usualMost = 500

/** Asked of one standard or of several on the same day. */
interface Auditing {
  readonly actor: Actor
  readonly catalogue: Catalogue
  readonly today: string
  readonly asked: AuditAsked
}
/** What one standard has found so far. */
interface Tally {
  readonly standard: AnyStandard
  readonly figures: FiguresOnADay
  readonly told: { readonly row: SubjectRow<unknown>; readonly findings: readonly WireFinding[] }[]
  readonly byOrgan: Map<string, number>
  readonly count: { checked: number; breaches: number; warnings: number }
}

/**
 * Holds the whole ledger against the standard as of a day, within the organs and sites where the reader holds one of
 * the standard's `read` roles. @throws Problem not-found without a ledger, bad-request for what is no day.
 */
export async function auditLedger(db: Db | Tx, { standard, ...auditing }: Auditing & { readonly standard: AnyStandard }): Promise<LedgerAudit> {
  const [audit] = await auditLedgers(db, { ...auditing, standards: [standard] })
  if (audit === undefined) throw new Error(`${standard.id} was not audited`)
  return audit
}

/** The same for several, in the order asked and in one snapshot; a ledger that they declare together is walked once. */
export async function auditLedgers(db: Db | Tx, { actor, catalogue, standards, today, asked: { asOf = today, organ, most = usualMost } }: Auditing & { readonly standards: readonly AnyStandard[] }): Promise<readonly LedgerAudit[]> {
  const day = realDay(asOf)
  return snapshot(db, async (tx) => {
    const tallies: Tally[] = []
    for (const standard of standards)
      tallies.push({ standard, figures: await figuresAsOf(tx, standard, day), told: [], byOrgan: new Map(), count: { checked: 0, breaches: 0, warnings: 0 } })
    for (const alike of Map.groupBy(tallies, sharing(tallies)).values()) {
      const [{ standard }] = alike as [Tally, ...Tally[]] // a group is never empty
      const mine = reachOf(actor, standard, 'ledger')
      const within = organ === undefined ? mine : sql<boolean>`(${mine} and ledger.organ = ${organ}::uuid)`
      for await (const rows of walkLedger(tx, { standard, day, within }))
        for (const row of rows) for (const tally of alike) take(tally, row, most)
    }
    const organs = await namesIn(tx, catalogue.dimensions.organ, tallies.flatMap(({ byOrgan }) => [...byOrgan.keys()]))
    const sites = await namesIn(tx, catalogue.dimensions.site, tallies.flatMap(({ told }) => told.map(({ row }) => row.site)))
    return tallies.map(({ standard, told, byOrgan, count }) => {
      const opens = openingFor({ actor, catalogue, standard })
      const found = [...byOrgan].flatMap(([id, number]) => {
        const named = organs.get(id)
        return named ? [{ ...named, found: number }] : []
      })
      return {
        asOf: day, ...count, organs: found.toSorted((a, b) => b.found - a.found),
        rows: told.map(({ row, findings }) => ({
          subject: { id: row.id, name: row.name },
          organ: organs.get(row.organ ?? '') ?? null,
          site: sites.get(row.site ?? '') ?? null,
          opens: opens(row),
          findings,
        })),
      }
    })
  })
}

/** The first of those that declare the same ledger for the same readers. */
function sharing(tallies: readonly Tally[]): (of: Tally) => Tally {
  return (of) => tallies.find(({ standard }) => standard.ledger === of.standard.ledger && sameRoles(standard.read ?? [], of.standard.read ?? [])) ?? of
}
const sameRoles = (one: readonly Role[], other: readonly Role[]): boolean => one.length === other.length && one.every((role) => other.includes(role))

function take({ standard, figures, told, byOrgan, count }: Tally, row: SubjectRow<unknown>, most: number): void {
  count.checked += 1
  const findings = judge({ standard, subject: row.subject, figures, row })
  if (findings.length === 0) return
  count[findings.some(({ level }) => level === 'breach') ? 'breaches' : 'warnings'] += 1
  if (row.organ != null) byOrgan.set(row.organ, (byOrgan.get(row.organ) ?? 0) + 1)
  if (told.length < most) told.push({ row, findings })
}

/** One snapshot for figures, ledger and names. */
function snapshot<T>(db: Db | Tx, read: (tx: Tx) => Promise<T>): Promise<T> {
  // `isTransaction` is how kysely tells the two apart.
  if (db.isTransaction) return read(db as Tx)
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}

/** Names of rows of a register by id; none without a register. */
export async function namesIn(db: Db | Tx, register: Register | undefined, ids: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, Ref>> {
  const wanted = [...new Set(ids.filter((id) => id != null))]
  if (register === undefined || wanted.length === 0) return new Map()
  const { rows } = await sql<Ref>`
    select id, label as name from ${tableSqlOf(register.id)} where id = any(${wanted}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}
