// 效力: when each version was in force, and how every document stands today.
import { systemActor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { sql } from 'kysely'
import { document, version } from '../../contract/index.ts'
import type { DocumentStanding } from '../../contract/index.ts'

interface HeldVersion {
  readonly id: string
  readonly version: number
  readonly document: string
  readonly number: string | null
  readonly from: string | null
  readonly until: string | null
}
interface HeldDocument {
  readonly id: string
  readonly version: number
  readonly standing: DocumentStanding
  readonly number: string | null
  readonly in_force_on: string | null
  readonly repealed_on: string | null
}

/** Each version ends on the day before the next begins or the document is repealed. Writes only what differs, so that it may run any time. */
export async function settleVersions(tx: Tx, { registers, clock }: Pick<System, 'registers' | 'clock'>): Promise<void> {
  const today = clock.today()
  const { rows: versions } = await sql<HeldVersion>`
    select id, version, document, number, coalesce(in_force_on, made_on)::text as from, in_force_until::text as until
      from regulations.version where retired_at is null order by document, coalesce(in_force_on, made_on) nulls first, made_on, id`.execute(tx)
  const { rows: documents } = await sql<HeldDocument>`
    select id, version, standing, number, in_force_on::text, repealed_on::text from regulations.document where retired_at is null and merged_into is null`.execute(tx)
  const byDocument = Map.groupBy(versions, (one) => one.document)
  for (const of of documents) {
    const own = byDocument.get(of.id) ?? []
    for (const [at, one] of own.entries()) {
      const until = dayBefore([own[at + 1]?.from ?? null, of.repealed_on])
      if (until !== one.until) await registers.update(tx, systemActor, version, one.id, { inForceUntil: until }, one.version)
    }
    const current = own.findLast(({ from }) => from === null || from <= today) ?? own[0]
    if (current === undefined) continue
    const isRepealed = of.repealed_on === null ? of.standing === 'repealed' : of.repealed_on <= today
    const standing: DocumentStanding = isRepealed ? 'repealed' : current.from !== null && current.from > today ? 'pending' : 'current'
    const number = current.number ?? of.number
    if (standing !== of.standing || number !== of.number || current.from !== of.in_force_on)
      await registers.update(tx, systemActor, document, of.id, { standing, number, inForceOn: current.from }, of.version)
  }
}

function dayBefore(days: readonly (string | null)[]): string | null {
  const first = days.filter((day) => day !== null).toSorted()[0]
  return first === undefined ? null : addDays(first, -1)
}
