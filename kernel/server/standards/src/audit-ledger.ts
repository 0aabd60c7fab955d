// A ledger audit 台账检查: every subject of a ledger as it stood on a day against one standard, in one call.
import { scopeOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { auditor } from '@houqin/define'
import type { AnyStandard, Catalogue, Register, Standard, SubjectRow } from '@houqin/define'
import { tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { judge, realDay } from './check.ts'
import type { FindingWire } from './check.ts'
import { figuresAsOf } from './figures.ts'

export interface AuditedSubject {
  readonly subject: { readonly id: string; readonly name: string }
  readonly organ: { readonly id: string; readonly name: string } | null
  readonly site: { readonly id: string; readonly name: string } | null
  readonly findings: readonly FindingWire[]
}
export interface LedgerAudit {
  readonly asOf: string
  /** How many subjects the reader may see were checked. */
  readonly checked: number
  /** Those with findings, in the order of the ledger. */
  readonly rows: readonly AuditedSubject[]
}

/** Rows held in memory at a time: a ledger of a million is walked, not loaded. */
const batch = 2_000

/**
 * Holds the whole ledger against the standard as of a day, within the organs and sites where the reader holds one of
 * the standard's `read` roles. @throws Problem not-found without a ledger, bad-request for what is no day.
 */
export async function auditLedger(
  db: Db | Tx,
  { actor, standard, asOf, catalogue }: { actor: Actor; standard: AnyStandard; asOf: string; catalogue: Catalogue },
): Promise<LedgerAudit> {
  if (standard.ledger === undefined)
    throw new Problem('not-found', say(`《${standard.title}》没有可逐一检查的台账。`, `“${standard.title}” has no ledger to check.`))
  const day = realDay(asOf)
  return snapshot(db, async (tx) => {
    const figures = await figuresAsOf(tx, standard, day)
    const found: { row: SubjectRow<unknown>; findings: readonly FindingWire[] }[] = []
    let checked = 0
    for await (const row of visibleRows(tx, { actor, standard, day })) {
      checked += 1
      const findings = judge({ standard, subject: row.subject, figures, row })
      if (findings.length > 0) found.push({ row, findings })
    }
    const organs = await namesIn(tx, catalogue.dimensions.organ, found.map(({ row }) => row.organ))
    const sites = await namesIn(tx, catalogue.dimensions.site, found.map(({ row }) => row.site))
    const rows = found.map(({ row, findings }) => ({
      subject: { id: row.id, name: row.name },
      organ: organs.get(row.organ ?? '') ?? null,
      site: sites.get(row.site ?? '') ?? null,
      findings,
    }))
    return { asOf: day, checked, rows }
  })
}

/** One snapshot for figures, ledger and names. */
function snapshot<T>(db: Db | Tx, read: (tx: Tx) => Promise<T>): Promise<T> {
  // `isTransaction` is how kysely tells the two apart.
  if (db.isTransaction) return read(db as Tx)
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(read)
}

async function* visibleRows(tx: Tx, { actor, standard, day }: { actor: Actor; standard: AnyStandard; day: string }): AsyncGenerator<SubjectRow<unknown>> {
  // A list of standards forgets the type of their subjects; the query itself is unchanged.
  const ledger = (standard.ledger as NonNullable<Standard['ledger']>)(day, sql)
  const mine = scopeOf({
    principal: actor.principal,
    roles: [...(standard.read ?? []), auditor],
    columns: { organ: sql`ledger.organ`, site: sql`ledger.site` },
  })
  await sql`declare audited_ledger no scroll cursor for select ledger.* from (${ledger}) as ledger where ${mine}`.execute(tx)
  for (;;) {
    const { rows } = await sql<SubjectRow<unknown>>`fetch forward ${sql.lit(batch)} from audited_ledger`.execute(tx)
    yield* rows
    if (rows.length < batch) break
  }
  await sql`close audited_ledger`.execute(tx)
}

async function namesIn(tx: Tx, register: Register | undefined, ids: readonly (string | null | undefined)[]): Promise<ReadonlyMap<string, { id: string; name: string }>> {
  const wanted = [...new Set(ids.filter((id) => id != null))]
  if (register === undefined || wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, label as name from ${tableSqlOf(register.id)} where id = any(${wanted}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.id, row]))
}
