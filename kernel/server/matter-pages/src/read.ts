// Reading a matter 查看: everything its page needs, for one reader, with what he may do now.
import type { Actor } from '@houqin/access'
import { askedThrough, statementOf, takeForGranted } from '@houqin/db'
import type { Db, Statement, Tx } from '@houqin/db'
import { targetOf } from '@houqin/define'
import type { Catalogue, Fields, Lines, Matter } from '@houqin/define'
import { columnSql, isGuarded, linesTableOf, masked, tableSql } from '@houqin/fields'
import {
  fromMatter, holdMatter, keepPage, keptPage, knowsWhole, labelOfEvent, loaderOf, mayRead, maySteps, noSuchMatter, readLines, referenceTo, summaryOf, wantSummary,
} from '@houqin/matter-records'
import type {
  Around, Caller, EventRow, EventWire, Loader, MatterRecord, MatterWire, Page, StepWire, StoredLine, StoredLines, StoredMatter, Unproven, View, Writer, WrittenBy,
} from '@houqin/matter-records'
import { matterNumber } from '@houqin/numbering'
import { areFresh, namesRead, rowsJson, targetsOf, totalsOf, want, wantedBy, withReferences } from '@houqin/rows'
import type { KnownRows, Targets, Wanted } from '@houqin/rows'
import type { WireLink } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { fieldWire } from './field-wire.ts'

/** One by its number with all that stands around it, whoever asks. */
export async function loadPage(db: Db | Tx, { catalogue }: View, { matter, number, actor }: { matter: Matter; number: string; actor: Actor }): Promise<Page | undefined> {
  const read = namesRead()
  const found = await askingOf(catalogue, matter).load(db, { where: { number }, actor })
  if (found === undefined) return undefined
  const page: Page = { stored: found.stored, around: { ...aroundOf(found.row), namesRead: read }, by: writtenBy(found.row) }
  keepPage(page)
  return readBy(actor, page)
}
function readBy({ principal: { person } }: Actor, { stored, around, by }: Page): Page {
  const own = around.parties.flatMap(([party, why]) => (party === person ? [why] : []))
  return { stored: { ...stored, isParty: own.length > 0, hasAgreed: own.includes('agreed') }, around, by }
}

/**
 * The same, held for the rest of the transaction. One that is kept and still stands is not read again but for the names on it; any other is read once the
 * matter is held, and so holds what was done meanwhile. Where the transaction may be begun again, that a kept one stands is taken for granted, until
 * whoever goes on from it has it proven.
 */
export async function holdPage(tx: Tx, view: View, chosen: { matter: Matter; number: string; actor: Actor }): Promise<Page | undefined> {
  const { matter, actor } = chosen
  const number = matterNumber(chosen.number)?.number ?? ''
  const kept = keptPage(number)
  const { own, form } = kept?.by ?? {}
  if (kept?.stored.kind !== matter.id || own?.xid == null || form?.xid == null) {
    await holdMatter(tx, matter, number)
    return loadPage(tx, view, chosen)
  }
  const read = namesRead()
  const { holding, proving } = askingOf(view.catalogue, matter)
  const here: Writer = { xid: null }
  const proven = areFresh(kept.around.namesRead) ? takeForGranted(tx) : undefined
  if (proven) {
    const heard = (xid: string): void => {
      here.xid = xid
      proven()
    }
    const writers = { own: own.xid, form: form.xid }
    const proof = { ...writers, otherwise: noLonger, heard }
    const prove = async (): Promise<void> => {
      await proving(tx, { id: kept.stored.id, ...writers }, ([row]) => heard(row?.here ?? ''))
    }
    return { ...readBy(actor, { ...kept, by: { own, form, here } }), unproven: unproven(proof, prove) }
  }
  const [now] = await holding(tx, { number })
  if (now?.id !== kept.stored.id || now.own !== own.xid || now.form !== form.xid) return loadPage(tx, view, chosen)
  here.xid = now.here
  return readBy(actor, { stored: kept.stored, around: { ...kept.around, names: now.names, namesRead: read }, by: { own, form, here } })
}

function unproven(proof: ReturnType<Unproven['leave']>, prove: () => Promise<void>): Unproven {
  let isLeft = false
  return Object.freeze({
    prove: () => {
      // What fails here fails what is sent with it.
      if (!isLeft) prove().catch(() => undefined)
      isLeft = true
    },
    leave: () => {
      if (isLeft) return undefined
      isLeft = true
      return proof
    },
  })
}

/** The transaction of a step that goes on from `page`: whatever is asked through it is answered once the page is proven. */
export function provenFirst(tx: Tx, { unproven: proof }: Pick<Page, 'unproven'>): Tx {
  return proof ? askedThrough(tx, proof.prove) : tx
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
    steps: stepsWire({ matter, stored, may: maySteps(caller, matter, stored) }),
    findings: around.findings,
    timeline: around.timeline.map((row) => eventWire({ matter, row, caller, whole })),
    links: around.links.map((row): WireLink => ({ ...row, stateTitle: catalogue.matters.get(row.matter)?.states[row.state]?.title ?? row.state })),
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

/** Said in the log of the database. */
const noLonger = 'a kept page no longer stands and is read: '

interface Standing {
  readonly id: string
  readonly own: string
  readonly form: string
  readonly here: string
  readonly names: KnownRows
}
interface Asking {
  readonly load: Loader
  /** Holds it, and says whether a page of it still stands. */
  readonly holding: Statement<{ number: string }, Standing>
  /** Holds it, or fails unless the page that is kept still stands. */
  readonly proving: Statement<{ id: string; own: string; form: string }, { readonly here: string }>
}
const askings = new WeakMap<Catalogue, Map<Matter, Asking>>()

function askingOf(catalogue: Catalogue, matter: Matter): Asking {
  const known = askings.get(catalogue) ?? new Map<Matter, Asking>()
  askings.set(catalogue, known)
  const asking = known.get(matter) ?? {
    load: loaderOf(matter, { parties: true, besides: selectAround(catalogue, matter) }),
    holding: statementOf((value) => sql`
      select m.id, m.xmin::text as own, f.xmin::text as form, pg_current_xact_id()::xid::text as here, ${selectNames(catalogue, matter)} as names
      from ${fromMatter(matter)} where m.number = ${value('number')} and m.kind = ${sql.lit(matter.id)} for update of m`),
    // No number at all is what fails: it is said in the log of the database.
    proving: statementOf((value) => sql`
      select case when count(*) = 1 then pg_current_xact_id()::xid::text else concat(${sql.lit(noLonger)}, count(*))::integer::text end as here
      from (select from ${fromMatter(matter)} where m.id = ${value('id')}::uuid and m.xmin = ${value('own')}::xid and f.xmin = ${value('form')}::xid for update of m) as held`, { waits: false }),
  }
  known.set(matter, asking)
  return asking
}

/** The names of what it points to. */
function selectNames({ dimensions: { person, organ, site } }: Catalogue, matter: Matter): RawBuilder<unknown> {
  const pointers = Object.entries({ ...matter.form, ...matter.facts }).flatMap(([key, field]) => {
    const target = targetOf(field, matter.id)
    return target === undefined ? [] : [[target, columnSql(key, 'f')] as const]
  })
  const own = [[person, 'requester'], [person, 'holder_person'], [organ, 'organ'], [site, 'site']] as const
  return rowsJson([...own.flatMap(([register, column]) => (register === undefined ? [] : [[register.id, sql.id('m', column)] as const])), ...pointers])
}
/** Timeline, links, findings, which lines there are, and the names, in the round trip of the matter itself. */
function selectAround(catalogue: Catalogue, matter: Matter): readonly RawBuilder<unknown>[] {
  const filled = Object.keys(matter.lines).map((set) => sql`case when exists (select from ${tableSql(linesTableOf(matter.id, set))} l where l.matter = m.id) then ${sql.lit(set)}::text end`)
  return [
    sql`(select coalesce(json_agg(json_build_object('at', e.at, 'what', e.what, 'deed', e.deed, 'step', e.step, 'from', e.from_state, 'to', e.to_state,
          'person', e.by_person, 'name', e.by_name, 'comment', e.comment, 'input', e.input, 'files', to_json(e.files)) order by e.id), '[]')
        from matter.event e where e.matter = m.id) as "around.timeline"`,
    sql`(select coalesce(json_agg(json_build_object('kind', l.kind, 'here', l.other = m.id, 'number', o.number, 'matter', o.kind,
          'subject', o.subject, 'state', o.state, 'approving', o.approving is not null and o.closed_at is null) order by l.at, o.number), '[]')
        from matter.link l join matter.matter o on o.id = case when l.matter = m.id then l.other else l.matter end
        where m.id in (l.matter, l.other)) as "around.links"`,
    sql`(select coalesce(json_agg(f.finding order by f.id), '[]') from matter.finding f where f.matter = m.id) as "around.findings"`,
    sql`array[${sql.join([sql`null::text`, ...filled])}] as "around.sets"`,
    sql`${selectNames(catalogue, matter)} as "around.names"`,
    sql`(select coalesce(json_agg(json_build_array(p.person, p.why)), '[]') from matter.party p where p.matter = m.id) as "around.parties"`,
    sql`m.xmin::text as "by.own"`, sql`f.xmin::text as "by.form"`, sql`pg_current_xact_id_if_assigned()::xid::text as "by.here"`,
  ]
}
/** What `selectAround` selected, in the shapes it built them. */
function aroundOf(row: MatterRecord): Omit<Around, 'namesRead'> {
  return Object.fromEntries(['timeline', 'links', 'findings', 'sets', 'names', 'parties'].map((name) => [name, row[`around.${name}`]])) as unknown as Omit<Around, 'namesRead'>
}
function writtenBy(row: MatterRecord): WrittenBy {
  const by = (name: string): Writer => ({ xid: (row[`by.${name}`] ?? null) as string | null })
  return { own: by('own'), form: by('form'), here: by('here') }
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

/** What is only done over again stands behind what goes on. */
function stepsWire({ matter, stored: { state }, may }: { matter: Matter; stored: StoredMatter; may: ReturnType<typeof maySteps> }): readonly StepWire[] {
  const goesOn = may.some(([, { primary, to }]) => primary === true && to !== undefined && to !== state)
  return may.map(([name, step]) => ({ ...stepWire(matter, name, step), primary: step.primary === true && !(goesOn && step.to === state) }))
}

function stepWire(matter: Matter, name: string, step: Matter['steps'][string]): Omit<StepWire, 'primary'> {
  return {
    step: name,
    label: step.label,
    destructive: step.destructive ?? false,
    comment: step.comment ?? 'optional',
    rates: step.rates ?? false,
    merges: step.merges ?? false,
    input: Object.entries(step.input ?? {}).map(([key, field]) => fieldWire(key, field, matter.id)),
    lines: step.lines ?? [],
    settles: Object.fromEntries(Object.entries(step.settles ?? {}).flatMap(([set, columns]) => (columns ? [[set, columns]] : []))),
  }
}
