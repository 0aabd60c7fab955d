// A step 办理: somebody who may does what the declaration offers; all of it happens, or nothing.
import { isSystem, mightTake } from '@houqin/access'
import { recordWrite } from '@houqin/audit'
import { togetherLater } from '@houqin/db'
import type { Tx } from '@houqin/db'
import { requester, statesBefore } from '@houqin/define'
import type { Fields, Matter, Step } from '@houqin/define'
import { told } from '@houqin/events'
import { badInput, nameIn, parseInput, tableSqlOf, toColumns } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import { linesAfter, readLineChanges, writeLines, writtenRows } from '@houqin/matter-lines'
import { pageAfter, provenFirst } from '@houqin/matter-pages'
import { dueIn, happeningWrites, holderIn, isHeldBack, isMeant, isOpen, nameOf, onlyFor, personOf, personsIn, readComment, readLines, readRating, signed, stateIn, stepIn, stepLabel, whoMay } from '@houqin/matter-records'
import type { Caller, Happening, Page, Party, StoredMatter, Unproven } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { withReferences } from '@houqin/rows'
import type { Somebody } from '@houqin/wire'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { newsWrites, partiesWith } from './announce.ts'
import type { Desk } from './desk.ts'
import { filesIn, filesInLines, keepFiles } from './files.ts'
import { gatesAt, passGates } from './gates.ts'
import { liveTargets } from './live-targets.ts'
import { pendingOf } from './pending.ts'
import type { Leaving } from './pending.ts'
import { applyRuling } from './ruling.ts'
import { unlinkMatter } from './unlink.ts'

export interface StepGiven {
  readonly input?: unknown
  readonly lines?: unknown
  readonly comment?: unknown
  readonly rating?: unknown
}

/** One for all steps that ask for nothing: what is learnt of fields is kept by them. */
const noFields: Fields = Object.freeze({})

/** A declared step by its name. @throws Problem not-found. */
export function stepOf(matter: Matter, name: string): Step {
  const step = Object.hasOwn(matter.steps, name) ? matter.steps[name] : undefined
  if (step) return step
  throw new Problem('not-found', say(`“${matter.title}”没有“${name.slice(0, 60)}”这一步。`, `${nameIn(matter).en} has no step “${name.slice(0, 60)}”.`))
}

/**
 * Takes the step on a matter that is loaded and locked, or asks for its approval. @param merging the link that closes a
 * duplicate takes its step. @param approved who pressed the step that has been approved now: it happens in his name.
 * @param page as it was read once the matter was locked. @returns the page afterwards, where it is known without reading it.
 * @throws Problem step-not-possible, not-allowed, bad-input, standard-breached; whatever an effect throws.
 */
export async function takeStep(
  own: Tx,
  desk: Desk,
  { caller, matter, stored, name, given, merging = false, approved, page }: {
    caller: Caller; matter: Matter; stored: StoredMatter; name: string; given: StepGiven; merging?: boolean; approved?: Somebody; page?: Page
  },
): Promise<Page | undefined> {
  const step = stepOf(matter, name)
  const tx = provenFirst(own, page ?? {})
  requirePermitted({ caller, matter, stored, step, page })
  requireOpen({ caller, matter, stored, step })
  if (step.merges && !merging) throw new Problem('step-not-possible', say(
    `“${step.label}”要指明并入哪一件：请用“关联”选择重复的事项。`, `“${nameIn(step).en}” needs to know which matter it repeats: link the two as duplicates.`,
  ))
  const fields = step.input ?? noFields
  const input = parseInput(fields, given.input ?? {}, { at: 'input' })
  const changes = readLineChanges(matter, { given: given.lines, adds: step.lines ?? [], ...(step.settles && { settles: step.settles }) })
  const comment = readComment(given.comment, { rule: step.comment })
  const rating = readOwnRating({ given, step, caller, stored })
  const targets = await liveTargets(tx, matter, [{ fields, values: input, at: 'input' }, ...writtenRows(matter, changes)])

  const newFacts: Given = Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(matter.facts, key)))
  const facts = { ...stored.facts, ...newFacts }
  const gates = gatesAt(desk, matter, name)
  const lines = gates.length > 0 ? linesAfter(await readLines(tx, matter, stored.id), changes) : {}
  const findings = await passGates(tx, desk, { gates, at: { form: stored.form, facts, lines } })

  const files = filesIn(fields, { values: input, at: 'input' })
  const read = withReferences({ catalogue: desk.catalogue, fields, owner: matter.id, values: input, targets })
  if (step.approve && approved === undefined) {
    const pressed = { step: name, person: personOf(caller), name: caller.actor.principal.name, input, lines: given.lines ?? {}, comment }
    const ruling = await desk.approvals?.press(tx, { caller, matter, stored: { ...stored, facts }, pressed })
    if (ruling) {
      await applyRuling(tx, desk, { caller, matter, stored, ruling, input: read, findings, files: [...files, ...filesInLines(matter, changes)] })
      return undefined
    }
  }
  const by = approved ? { person: approved.id, name: approved.name } : nameOf(caller)
  const now = desk.clock.now()
  const unlinks = leavesMerged(matter, stored, step)
  if (unlinks) await unlinkMatter(tx, desk, { caller, matter, id: stored.id, number: stored.number, kind: 'duplicate-of' })
  const leaves = leaving(desk, { matter, stored, step, facts, newFacts, rating, words: comment, now })
  const { holderPerson: person, holderRole: role } = leaves
  await writeLines(tx, desk.clock, { matter, id: stored.id, changes, at: now, by: approved ? approved.id : personOf(caller) })
  // Whoever keeps it through his own step need not be told.
  const isHisStill = person !== null && person === personOf(caller)
  const actor = approved ? approved.id : personOf(caller)
  const hasLines = Object.keys(changes.added).length > 0 || Object.keys(changes.settled).length > 0
  const happening: Happening = {
    matter: stored.id, at: now, what: 'step', step: name, from: stored.state, to: leaves.state, version: leaves.version, by, comment,
    input: read,
    files: files.map(({ id }) => id),
    // What the standards said was kept when approval was asked for.
    findings: approved ? [] : findings,
  }
  const pending = pendingOf({ left: leaves, newFacts, parties: partiesOf({ desk, actor, matter, newFacts, held: person }) }, async (at) => {
    const proof = page?.unproven?.leave()
    await togetherLater(own, [
      ...movingWrites(matter, at, proof),
      ...happeningWrites({ ...happening, parties: newParties(at.parties, page) }),
      recordWrite({
        at: now, ...signed(caller), action: `${matter.id}.${name}`, subject: { kind: matter.id, id: stored.id },
        summary: `${stored.number} ${stepLabel(matter, name)}`,
        before: { state: stored.state, version: stored.version },
        after: {
          state: leaves.state, version: leaves.version, input,
          ...(comment !== null && { comment }), ...(rating !== null && { rating }),
          ...(hasLines && { lines: changes }),
        },
      }),
      ...newsWrites(desk, {
        ...leaves, person, role, step: name, parties: partiesWith(stored.id, { added: at.parties, known: page?.around.parties }),
        waits: !isHisStill && (step.to !== undefined || person !== stored.holderPerson),
      }),
    ], told, proof)
  })
  const claimed = [...files, ...filesInLines(matter, changes)]
  if (claimed.length > 0) {
    await pending.write()
    await keepFiles(tx, { caller, matter, id: stored.id, at: now, files: claimed })
  }
  // Effects ask once this has been written, and with it proven.
  await desk.follow(own, { caller, matter, id: stored.id, step: name, input, comment, from: stored.state, left: leaves, pending })
  const last = hasLines || unlinks || findings.length > 0 ? undefined : pending.unwritten()
  await pending.write()
  return page && last && pageAfter(page, { matter, reader: personOf(caller), happening, targets, ...last })
}

/** Without those who are parties for the same reason already. */
function newParties(parties: readonly Party[], page: Page | undefined): readonly Party[] {
  return parties.filter(({ person, why }) => !page?.around.parties.some(([party, reason]) => party === person && reason === why))
}

/**
 * Whoever could not take it in any state is told so first: how the matter stands is told to those who are only too late.
 * @param page without it nobody knows who had the matter in hand before. @throws Problem not-allowed.
 */
export function requirePermitted({ caller: { actor, byReporter }, matter, stored, step, page }: Taking & { page: Page | undefined }): void {
  const { principal } = actor
  if (stored.hasAgreed) throw new Problem('not-allowed', say(
    `您审批过 ${stored.number}，审批人不经办：“${step.label}”请由他人办理。`, `You approved ${stored.number}, and who approves does not execute: somebody else takes “${nameIn(step).en}”.`,
  ))
  const hadInHand = page === undefined || page.around.parties.some(([person, why]) => person === principal.person && (why === 'holder' || why === 'named'))
  if (!mightTake(principal, { matter, step, row: stored, byReporter, hadInHand })) throw notYours(step)
}
function notYours(step: Step): Problem {
  return new Problem('not-allowed', say(
    `“${step.label}”由${whoMay(step).zh}办理，您不在其中。`, `“${nameIn(step).en}” is not yours to take; it belongs to: ${whoMay(step).en}.`,
  ))
}

interface Taking {
  readonly caller: Caller
  readonly matter: Matter
  readonly stored: StoredMatter
  readonly step: Step
}
/** @throws Problem step-not-possible for the wrong state, not-allowed for the wrong person. */
function requireOpen({ caller, matter, stored, step }: Taking): void {
  const before = statesBefore(step)
  if (!before.includes(stored.state)) {
    const [here, ...needed] = [stored.state, ...before].map((name) => stateIn(matter, name))
    throw new Problem('step-not-possible', say(
      `${stored.number} 现在是${here?.zh}，“${step.label}”只能在${needed.map(({ zh }) => zh).join('、')}时办理。`,
      `${stored.number} is ${here?.en} now; “${nameIn(step).en}” is only possible from ${needed.map(({ en }) => en).join(', ')}.`,
    ))
  }
  if (!isMeant(stored, step)) throw new Problem('step-not-possible', say(
    `“${step.label}”不适用于 ${stored.number}：只有${onlyFor(matter, step).zh}才有这一步。`, `“${nameIn(step).en}” is not for ${stored.number}; it takes: ${onlyFor(matter, step).en}.`,
  ))
  if (stored.approving !== null && isHeldBack(stored, step)) throw new Problem('step-not-possible', say(
    `${stored.number} 的“${stepLabel(matter, stored.approving)}”正在审批，审批结束前不能“${step.label}”；发起人可先撤回审批。`,
    `“${stepIn(matter, stored.approving).en}” of ${stored.number} is being approved; “${nameIn(step).en}” waits for that, or for the asker to withdraw it.`,
  ))
  if (!isOpen(caller, { matter, step, stored })) throw notYours(step)
}

/** Only who asked says how well it was done. */
function readOwnRating({ given, step, caller, stored }: { given: StepGiven; step: Step; caller: Caller; stored: StoredMatter }): number | null {
  const rating = readRating(given.rating)
  if (rating === null) return null
  if (!step.rates) throw badInput([{ at: 'rating', says: say(`“${step.label}”这一步不评价`, `“${nameIn(step).en}” takes no rating`) }])
  const isAsker = caller.byReporter || (stored.requester !== null && stored.requester === personOf(caller))
  if (isAsker || isSystem(caller.actor.principal)) return rating
  throw new Problem('not-allowed', say('只有发起人可以评价。', 'Only whoever asked may rate it.'))
}

interface Move {
  readonly matter: Matter
  readonly stored: StoredMatter
  readonly step: Step
  readonly facts: Given
  readonly newFacts: Given
  readonly rating: number | null
  readonly words: string | null
  readonly now: Date
}

/** The matter as it then stands: whose it is and by when. */
function leaving(desk: Desk, { matter, stored, step, facts, newFacts, rating, words, now }: Move): StoredMatter {
  const to = step.to ?? stored.state
  const state = matter.states[to]
  if (state === undefined) throw new Error(`${matter.id} moves to a state it does not have: ${to}`)
  const arrives = step.to !== undefined
  const passesOn = arrives || (state.held !== undefined && 'fact' in state.held && Object.hasOwn(newFacts, state.held.fact))
  const held = passesOn ? holderIn(state, { requester: stored.requester, facts }) : { person: stored.holderPerson, role: stored.holderRole }
  const arrived = arrives && {
    stateSince: now, dueAt: dueIn(state.due, { since: now, calendar: desk.calendar }), overdueAt: null, closedAt: state.final ? now : null,
  }
  return {
    ...stored, facts, state: to, version: stored.version + 1, holderPerson: held.person, holderRole: held.role, ...arrived,
    ...(rating !== null && { rating, ratingWords: words }),
  }
}

/** What moves the state and keeps facts and rating; where a page is yet to be proven, first and only if it still stands. */
function movingWrites(matter: Matter, { left, newFacts }: Leaving, proof: ReturnType<Unproven['leave']>): readonly RawBuilder<unknown>[] {
  const columns = Object.entries(toColumns(matter.facts, newFacts))
  const kept = sql`
    update ${tableSqlOf(matter.id)} set ${sql.join(columns.map(([column, value]) => sql`${sql.id(column)} = ${value}`))} where matter = ${left.id}::uuid`
  const moved = sql`
    update matter.matter as m set state = ${left.state}, version = ${left.version}, holder_person = ${left.holderPerson}::uuid, holder_role = ${left.holderRole},
      state_since = ${left.stateSince}, due_at = ${left.dueAt}::timestamptz, overdue_at = ${left.overdueAt}::timestamptz,
      closed_at = ${left.closedAt}::timestamptz, rating = ${left.rating}, rating_words = ${left.ratingWords}
    ${proof ? sql`from ${tableSqlOf(matter.id)} as f
    where m.id = ${left.id}::uuid and m.xmin = ${proof.own}::xid and f.matter = m.id and f.xmin = ${proof.form}::xid returning 1` : sql`where m.id = ${left.id}::uuid`}`
  return columns.length === 0 ? [moved] : [moved, kept]
}

function partiesOf({ desk, actor, matter, newFacts, held }: {
  desk: Desk; actor: string | null; matter: Matter; newFacts: Given; held: string | null
}): readonly Party[] {
  const named = personsIn(matter.facts, { values: newFacts, person: desk.catalogue.dimensions.person?.id })
  return [
    ...(actor === null ? [] : [{ person: actor, why: 'acted' } as const]),
    ...(held === null ? [] : [{ person: held, why: 'holder' } as const]),
    ...named.map((person): Party => ({ person, why: 'named' })),
  ]
}

/** Steps an asker may take from a page without a form: what needs input stays with those signed in. */
export function isOneClick(step: Step): boolean {
  const optional = Object.values(step.input ?? {}).every((field) => field.optional === true || field.kind === 'files')
  return optional && step.by.some((party) => 'party' in party && party.party === requester.party)
}

/** Whether the step takes back that the matter was closed into another. */
function leavesMerged(matter: Matter, stored: StoredMatter, { to }: Step): boolean {
  return to !== undefined && to !== stored.state && Object.values(matter.steps).some((step) => step.merges && step.to === stored.state)
}
