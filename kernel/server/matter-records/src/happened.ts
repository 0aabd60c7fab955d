// What happened 经过: one entry of the timeline with the parties it makes and the findings it keeps, written at once.
import { together } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { TimelineKind, WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { forgetPage } from './kept.ts'
import type { Party } from './party.ts'
import type { ApprovalDeed } from './approval-deed.ts'

export interface Happening {
  readonly matter: string
  readonly at: Date
  readonly what: TimelineKind
  /** What was done in an approval. */
  readonly deed?: ApprovalDeed
  readonly step?: string
  readonly from?: string
  readonly to?: string
  /** The version the matter has now. */
  readonly version: number
  readonly by: { readonly person: string | null; readonly name: string }
  readonly comment?: string | null
  /** As it is read, with the names of that day. */
  readonly input?: Readonly<Record<string, unknown>>
  readonly files?: readonly string[]
  readonly parties?: readonly Party[]
  readonly findings?: readonly WireFinding[]
}

/** One round trip. Who is a party already stays one. */
export async function writeHappening(tx: Tx, happening: Happening): Promise<void> {
  await together(tx, [...happeningWrites(happening), touchWrite(happening.matter)])
}

/** The same as some of several writes made together. */
export function happeningWrites(happening: Happening): readonly RawBuilder<unknown>[] {
  const { matter, at, what, deed, step, from, to, version, by, comment, input, files = [], parties = [], findings = [] } = happening
  const event = sql`
    insert into matter.event (matter, at, what, deed, step, from_state, to_state, version, by_person, by_name, comment, input, files)
    values (${matter}::uuid, ${at}::timestamptz, ${what}, ${deed ?? null}, ${step ?? null}, ${from ?? null}, ${to ?? null}, ${version}, ${by.person}::uuid, ${by.name},
            ${comment ?? null}, ${input ? JSON.stringify(input) : null}::jsonb, ${[...files]}::uuid[])`
  const found = sql`
    insert into matter.finding (matter, at, step, standard, level, finding)
    select ${matter}::uuid, ${at}::timestamptz, ${step ?? what}, f->>'standard', f->>'level', f
    from jsonb_array_elements(${JSON.stringify(findings)}::jsonb) as f`
  return [event, ...partyWrites(matter, parties), ...(findings.length > 0 ? [found] : [])]
}

/** Writes the matter's own row anew as it is: a page that was read before no longer stands. */
export function touchWrite(matter: string): RawBuilder<unknown> {
  forgetPage(matter)
  return sql`update matter.matter set version = version where id = ${matter}::uuid`
}

/** Parties without an entry of the timeline. */
export async function addParties(tx: Tx, matter: string, parties: readonly Party[]): Promise<void> {
  const writes = partyWrites(matter, parties)
  if (writes.length > 0) await together(tx, [...writes, touchWrite(matter)])
}

/** None when there is nobody to add. */
export function partyWrites(matter: string, parties: readonly Party[]): readonly RawBuilder<unknown>[] {
  const each = [...new Map(parties.map((party) => [`${party.person} ${party.why}`, party])).values()]
  if (each.length === 0) return []
  return [sql`
    insert into matter.party (matter, person, why)
    select ${matter}::uuid, p.person, p.why from unnest(${each.map(({ person }) => person)}::uuid[], ${each.map(({ why }) => why)}::text[]) as p(person, why)
    on conflict do nothing`]
}
