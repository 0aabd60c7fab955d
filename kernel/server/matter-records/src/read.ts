// Reading a matter 查看: everything its page needs, for one reader, with what he may do now.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Catalogue, Fields, Lines, Matter } from '@houqin/define'
import { columnSql, isGuarded, linesTableOf, masked, tableSql } from '@houqin/fields'
import { rowsJson, targetsOf, totalsOf, want, wantedBy, withReferences } from '@houqin/rows'
import type { KnownRows, Targets, Wanted } from '@houqin/rows'
import type { FindingWire } from '@houqin/standards'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { maySteps } from './caller.ts'
import type { Caller } from './caller.ts'
import { fieldWire } from './field-wire.ts'
import type { LinkKind } from './link-kind.ts'
import type { EventWire, LinkWire, MatterWire, StepWire, What } from './matter-wire.ts'
import type { Why } from './party.ts'
import type { ApprovalDeed } from './route-wire.ts'
import { knowsWhole, mayRead } from './readers.ts'
import { labelOfEvent } from './step-words.ts'
import { loaderOf, noSuchMatter } from './stored-matter.ts'
import type { Loader, MatterRecord, StoredMatter } from './stored-matter.ts'
import { readLines, type StoredLine, type StoredLines } from './stored-lines.ts'
import { referenceTo, summaryOf, wantSummary } from './summary.ts'
import type { View } from './view.ts'

export interface EventRow {
  readonly at: string
  readonly what: What
  readonly deed: ApprovalDeed | null
  readonly step: string | null
  readonly from: string | null
  readonly to: string | null
  readonly person: string | null
  readonly name: string
  readonly comment: string | null
  readonly input: Readonly<Record<string, unknown>> | null
  readonly files: readonly string[]
}
interface LinkRow {
  readonly kind: LinkKind
  readonly here: boolean
  readonly number: string
  readonly matter: string
  readonly subject: string
  readonly state: string
}
interface Around {
  readonly timeline: readonly EventRow[]
  readonly links: readonly LinkRow[]
  readonly findings: readonly FindingWire[]
  /** Line sets that are not empty; null stands for those that are. */
  readonly sets: readonly (string | null)[]
  readonly names: KnownRows
  readonly parties: readonly (readonly [person: string, why: Why])[]
}
/** What a page is made of, and a step starts from. */
export interface Page {
  readonly stored: StoredMatter
  readonly around: Around
}

/** One by its number with all that stands around it, whoever asks. */
export async function loadPage(db: Db | Tx, { catalogue }: View, { matter, number, actor }: { matter: Matter; number: string; actor: Actor }): Promise<Page | undefined> {
  const found = await pageLoader(catalogue, matter)(db, { where: { number }, actor })
  if (found === undefined) return undefined
  const around = aroundOf(found.row)
  const own = around.parties.flatMap(([party, why]) => (party === actor.principal.person ? [why] : []))
  return { stored: { ...found.stored, isParty: own.length > 0, hasAgreed: own.includes('agreed') }, around }
}

/** @throws Problem not-found for whoever may not see it, as for what is not there. */
export async function readMatter(db: Db | Tx, view: View, { caller, matter, number }: { caller: Caller; matter: Matter; number: string }): Promise<MatterWire> {
  const page = await loadPage(db, view, { matter, number, actor: caller.actor })
  if (page === undefined) throw noSuchMatter(number)
  return pageOf(db, view, { caller, matter, page })
}

/** The page as it is answered. @throws Problem not-found for whoever may not see it. */
export async function pageOf(db: Db | Tx, view: View, { caller, matter, page: { stored, around } }: { caller: Caller; matter: Matter; page: Page }): Promise<MatterWire> {
  if (!(caller.byReporter || mayRead(caller.actor, matter, stored))) throw noSuchMatter(stored.number)
  const lines = await readLines(db, matter, stored.id, around.sets)
  const { catalogue, clock } = view
  const targets = await targetsOf(db, wantedOf(view, { matter, stored, lines }), around.names)
  const whole = knowsWhole(caller.actor, matter, stored)
  const shown = (fields: Fields, values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    withMasks({ fields, values: withReferences({ catalogue, fields, owner: matter.id, values, targets }), whole })
  const hidden = whole ? [] : Object.entries({ ...matter.form, ...matter.facts }).flatMap(([key, field]) => (isGuarded(field) ? [key] : []))
  return {
    ...summaryOf({ catalogue, matter, row: stored, targets, now: clock.now() }),
    form: shown(matter.form, stored.form),
    facts: shown(matter.facts, stored.facts),
    lines: Object.fromEntries(Object.entries(matter.lines).map(([set, declared]) => [set, linesWire({ declared, rows: lines[set] ?? [], shown, targets })])),
    steps: maySteps(caller, matter, stored).map(([name, step]) => stepWire(matter, name, step)),
    findings: around.findings,
    timeline: around.timeline.map((row) => eventWire({ matter, row, caller, whole })),
    links: around.links.map((row): LinkWire => ({ ...row, stateTitle: catalogue.matters.get(row.matter)?.states[row.state]?.title ?? row.state })),
    code: stored.code,
    ...(hidden.length > 0 && { masked: hidden }),
  }
}

/** All rows whose names the page shows. */
function wantedOf({ catalogue }: View, { matter, stored, lines }: { matter: Matter; stored: StoredMatter; lines: StoredLines }): Wanted {
  const wanted = wantedBy(matter.form, matter.id, [stored.form])
  wantedBy(matter.facts, matter.id, [stored.facts], wanted)
  wantSummary(wanted, catalogue, stored)
  const { person } = catalogue.dimensions
  for (const [set, rows] of Object.entries(lines)) {
    wantedBy(matter.lines[set]?.fields ?? {}, matter.id, rows.map(({ values }) => values), wanted)
    for (const { by } of rows) if (person !== undefined && by !== null) want(wanted, person.id, by)
  }
  return wanted
}

const pages = new WeakMap<Catalogue, Map<Matter, Loader>>()

function pageLoader(catalogue: Catalogue, matter: Matter): Loader {
  const known = pages.get(catalogue) ?? new Map<Matter, Loader>()
  pages.set(catalogue, known)
  const loader = known.get(matter) ?? loaderOf(matter, { parties: true, besides: selectAround(catalogue, matter) })
  known.set(matter, loader)
  return loader
}

/** Timeline, links, findings, which lines there are, and the names of what it points to, in the round trip of the matter itself. */
function selectAround({ dimensions: { person, organ, site } }: Catalogue, matter: Matter): readonly RawBuilder<unknown>[] {
  const pointers = Object.entries({ ...matter.form, ...matter.facts }).flatMap(([key, field]) => {
    const target = targetOf(field, matter.id)
    return target === undefined ? [] : [[target, columnSql(key, 'f')] as const]
  })
  const own = [[person, 'requester'], [person, 'holder_person'], [organ, 'organ'], [site, 'site']] as const
  const named = rowsJson([...own.flatMap(([register, column]) => (register === undefined ? [] : [[register.id, sql.id('m', column)] as const])), ...pointers])
  const filled = Object.keys(matter.lines).map((set) => sql`case when exists (select from ${tableSql(linesTableOf(matter.id, set))} l where l.matter = m.id) then ${sql.lit(set)}::text end`)
  return [
    sql`(select coalesce(json_agg(json_build_object('at', e.at, 'what', e.what, 'deed', e.deed, 'step', e.step, 'from', e.from_state, 'to', e.to_state,
          'person', e.by_person, 'name', e.by_name, 'comment', e.comment, 'input', e.input, 'files', to_json(e.files)) order by e.id), '[]')
        from matter.event e where e.matter = m.id) as "around.timeline"`,
    sql`(select coalesce(json_agg(json_build_object('kind', l.kind, 'here', l.other = m.id, 'number', o.number, 'matter', o.kind,
          'subject', o.subject, 'state', o.state) order by l.at, o.number), '[]')
        from matter.link l join matter.matter o on o.id = case when l.matter = m.id then l.other else l.matter end
        where m.id in (l.matter, l.other)) as "around.links"`,
    sql`(select coalesce(json_agg(f.finding order by f.id), '[]') from matter.finding f where f.matter = m.id) as "around.findings"`,
    sql`array[${sql.join([sql`null::text`, ...filled])}] as "around.sets"`,
    sql`${named} as "around.names"`,
    sql`(select coalesce(json_agg(json_build_array(p.person, p.why)), '[]') from matter.party p where p.matter = m.id) as "around.parties"`,
  ]
}
/** What `selectAround` selected, in the shapes it built them. */
function aroundOf(row: MatterRecord): Around {
  return Object.fromEntries(['timeline', 'links', 'findings', 'sets', 'names', 'parties'].map((name) => [name, row[`around.${name}`]])) as unknown as Around
}

function eventWire({ matter, row, caller, whole }: { matter: Matter; row: EventRow; caller: Caller; whole: boolean }): EventWire {
  const { at, what, deed, step, from, to, person, name, comment, input, files } = row
  const fields = matter.steps[step ?? '']?.input ?? {}
  return {
    at: new Date(at).toISOString(), what, by: { id: person, name }, step,
    label: labelOfEvent(matter, { what, step, deed }, caller.actor.locale),
    from, to, comment, input: input && withMasks({ fields, values: input, whole }), files,
  }
}

function linesWire({ declared, rows, shown, targets }: {
  declared: Lines
  rows: readonly StoredLine[]
  shown: (fields: Fields, values: Readonly<Record<string, unknown>>) => Record<string, unknown>
  targets: Targets
}): MatterWire['lines'][string] {
  return {
    rows: rows.map(({ id, at, by, values }) => ({ id, at: at.toISOString(), by: referenceTo(targets, by), ...shown(declared.fields, values) })),
    totals: totalsOf(declared, rows.map(({ values }) => values)),
  }
}
function withMasks({ fields, values, whole }: { fields: Fields; values: Readonly<Record<string, unknown>>; whole: boolean }): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => {
    const field = fields[key]
    return [key, whole || field === undefined || !isGuarded(field) ? value : masked(field, value)]
  }))
}

function stepWire(matter: Matter, name: string, step: Matter['steps'][string]): StepWire {
  return {
    step: name,
    label: step.label,
    primary: step.primary ?? false,
    destructive: step.destructive ?? false,
    comment: step.comment ?? 'optional',
    rates: step.rates ?? false,
    merges: step.merges ?? false,
    input: Object.entries(step.input ?? {}).map(([key, field]) => fieldWire(key, field, matter.id)),
    lines: step.lines ?? [],
    settles: Object.fromEntries(Object.entries(step.settles ?? {}).flatMap(([set, columns]) => (columns ? [[set, columns]] : []))),
  }
}
