// A matter as it is stored 存着的事项: its own row with the row of its form, read once, locked when it is to change.
import { isSystem } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { statementOf } from '@houqin/db'
import type { Db, Statement, Tx } from '@houqin/db'
import type { Catalogue, Matter } from '@houqin/define'
import { fromColumns, selectColumns, tableSqlOf } from '@houqin/fields'
import { matterNumber } from '@houqin/numbering'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

export interface StoredMatter {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly code: string
  readonly subject: string
  readonly state: string
  readonly version: number
  readonly requester: string | null
  readonly requesterName: string
  readonly requesterToken: string | null
  readonly organ: string | null
  readonly site: string | null
  readonly holderPerson: string | null
  readonly holderRole: string | null
  readonly dueAt: Date | null
  readonly overdueAt: Date | null
  readonly openedAt: Date
  readonly stateSince: Date
  readonly closedAt: Date | null
  readonly rating: number | null
  readonly ratingWords: string | null
  /** The step that waits for approval, and the persons whose decision it waits for. */
  readonly approving: string | null
  readonly awaits: readonly string[]
  /** Values by field; references are ids. */
  readonly form: Readonly<Record<string, unknown>>
  readonly facts: Readonly<Record<string, unknown>>
  /** Whether the reader it was loaded for is a party to it. */
  readonly isParty: boolean
  /** Whether he agreed to one of its steps, and so executes none. */
  readonly hasAgreed: boolean
}

const ownColumns = {
  id: 'id', kind: 'kind', number: 'number', code: 'code', subject: 'subject', state: 'state', version: 'version',
  requester: 'requester', requesterName: 'requester_name', requesterToken: 'requester_token', organ: 'organ', site: 'site',
  holderPerson: 'holder_person', holderRole: 'holder_role', dueAt: 'due_at', overdueAt: 'overdue_at', openedAt: 'opened_at',
  stateSince: 'state_since', closedAt: 'closed_at', rating: 'rating', ratingWords: 'rating_words', approving: 'approving',
} as const

export type MatterRecord = Readonly<Record<string, unknown>>
export type OwnPart = Omit<StoredMatter, 'form' | 'facts' | 'isParty' | 'hasAgreed'>
const ownNames = [...Object.keys(ownColumns), 'awaits'].map((name) => [name, `m.${name}`] as const)

/** The columns of `matter.matter as m`, named apart from a form's, which may have a `state` too. */
export function selectOwn(): RawBuilder<unknown> {
  return sql.join([
    ...Object.entries(ownColumns).map(([name, column]) => sql`${sql.id('m', column)} as ${sql.id(`m.${name}`)}`),
    sql`case when m.approving is null then '{}' else array(select a.person from matter.awaited a where a.matter = m.id order by a.person) end as "m.awaits"`,
  ])
}
/** The part that `selectOwn` selected. */
export function ownPart(row: MatterRecord): OwnPart {
  const own: Record<string, unknown> = {}
  for (const [name, selected] of ownNames) own[name] = row[selected]
  // These are the columns under the names and with the types they were selected by.
  return own as unknown as OwnPart
}

/** The whole of a matter from `fromMatter`, and whether `person`, a uuid or null, is a party to it; without one, whoever reads the parties knows by them. */
export function selectMatter(matter: Matter, person?: RawBuilder<unknown>): RawBuilder<unknown> {
  const party = (why: RawBuilder<unknown>): RawBuilder<unknown> => sql`exists (select from matter.party p where p.matter = m.id and p.person = ${person}::uuid ${why})`
  const flags = person === undefined ? [] : [sql`${party(sql``)} as "m.isParty"`, sql`${party(sql`and p.why = 'agreed'`)} as "m.hasAgreed"`]
  return sql.join([selectOwn(), ...flags, ...selectColumns(matter.form, 'f'), ...selectColumns(matter.facts, 'f')])
}
export function fromMatter(matter: Matter): RawBuilder<unknown> {
  return sql`matter.matter as m join ${tableSqlOf(matter.id)} as f on f.matter = m.id`
}
export function storedMatter(matter: Matter, row: MatterRecord): StoredMatter {
  return { ...ownPart(row), isParty: row['m.isParty'] === true, hasAgreed: row['m.hasAgreed'] === true, form: fromColumns(matter.form, row), facts: fromColumns(matter.facts, row) }
}

/** The declaration behind an id. @throws Problem not-found. */
export function matterOf(catalogue: Catalogue, kind: string): Matter {
  const matter = catalogue.matters.get(kind)
  if (matter) return matter
  throw new Problem('not-found', say(`没有名为“${kind}”的事项。`, `There is no matter called “${kind}”.`))
}

/** One of a kind, for one reader. */
export interface Chosen {
  readonly matter: Matter
  readonly where: { readonly number: string } | { readonly id: string }
  readonly actor: Actor
}
/** Reads one matter with more columns beside it. */
export type Loader = (db: Db | Tx, chosen: Omit<Chosen, 'matter'>) => Promise<{ readonly stored: StoredMatter; readonly row: MatterRecord } | undefined>

/** @param besides over `matter.matter as m` and its form `f`, each under a name with a dot in it. @param parties among them: nothing more is asked of them. */
export function loaderOf(matter: Matter, { lock = false, parties = false, besides = [] }: { lock?: boolean; parties?: boolean; besides?: readonly RawBuilder<unknown>[] } = {}): Loader {
  const by = (chosen: (key: RawBuilder<unknown>) => RawBuilder<unknown>): Statement<{ key: string; person: string | null }, MatterRecord> =>
    statementOf((value) => sql`
      select ${sql.join([selectMatter(matter, parties ? undefined : value('person')), ...besides])} from ${fromMatter(matter)}
      where ${chosen(value('key'))} and m.kind = ${sql.lit(matter.id)} ${lock ? sql`for update of m` : sql``}`)
  const byId = by((key) => sql`m.id = ${key}::uuid`)
  const byNumber = by((key) => sql`m.number = ${key}`)
  return async (db, { where, actor }) => {
    const person = isSystem(actor.principal) ? null : actor.principal.person
    const [row] = 'id' in where ? await byId(db, { key: where.id, person }) : await byNumber(db, { key: matterNumber(where.number)?.number ?? '', person })
    return row && { stored: storedMatter(matter, row), row }
  }
}

const loaders = new WeakMap<Matter, { readonly plain: Loader; readonly locking: Loader }>()

/**
 * One matter by its number, or undefined. `lock` holds it for the rest of the transaction: who takes a step next waits
 * here and then reads what was done meanwhile.
 */
export async function loadMatter(db: Db | Tx, { matter, lock = false, ...chosen }: Chosen & { readonly lock?: boolean }): Promise<StoredMatter | undefined> {
  const known = loaders.get(matter) ?? { plain: loaderOf(matter), locking: loaderOf(matter, { lock: true }) }
  loaders.set(matter, known)
  return (await known[lock ? 'locking' : 'plain'](db, chosen))?.stored
}

const holding = statementOf<{ number: string; kind: string }, never>(
  (value) => sql`select from matter.matter where number = ${value('number')} and kind = ${value('kind')} for update`, { waits: false },
)
/**
 * Holds it for the rest of the transaction without a round trip of its own: whatever is read next is read once it is held,
 * and so holds what was done meanwhile.
 */
export async function holdMatter(tx: Tx, matter: Matter, number: string): Promise<void> {
  await holding(tx, { number: matterNumber(number)?.number ?? '', kind: matter.id })
}

export function noSuchMatter(number: string): Problem {
  const shown = number.slice(0, 40)
  return new Problem('not-found', say(
    `没有编号为 ${shown} 的事项，或它不在您可查看的范围内。`,
    `There is no matter ${shown}, or you may not see it.`,
  ))
}
