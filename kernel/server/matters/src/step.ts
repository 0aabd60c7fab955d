// A step 办理: somebody who may does what the declaration offers; all of it happens, or nothing.
import { isSystem } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { requester, statesBefore } from '@houqin/define'
import type { Matter, Step } from '@houqin/define'
import { badInput, parseInput, tableSqlOf, toColumns } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import { dueIn, holderIn, isOpen, nameOf, personOf, personsIn, readLines, requireLive, signed, stepLabel, whoMay } from '@houqin/matter-records'
import type { Caller, Party, StoredMatter } from '@houqin/matter-records'
import { Problem, say } from '@houqin/problem'
import { targetsOf, wantedBy, withReferences } from '@houqin/rows'
import { sql } from 'kysely'
import { announce } from './announce.ts'
import { readComment, readRating } from './asking.ts'
import type { Desk } from './desk.ts'
import { filesIn, filesInLines, keepFiles } from './files.ts'
import { gatesAt, passGates } from './gates.ts'
import { writeHappening } from './happened.ts'
import { readLineChanges } from './line-changes.ts'
import { linesAfter, writeLines } from './lines.ts'
import { unlinkMatter } from './unlink.ts'

export interface StepGiven {
  readonly input?: unknown
  readonly lines?: unknown
  readonly comment?: unknown
  readonly rating?: unknown
}

/** A declared step by its name. @throws Problem not-found. */
export function stepOf(matter: Matter, name: string): Step {
  const step = Object.hasOwn(matter.steps, name) ? matter.steps[name] : undefined
  if (step) return step
  throw new Problem('not-found', say(`“${matter.title}”没有“${name.slice(0, 60)}”这一步。`, `${matter.title} has no step “${name.slice(0, 60)}”.`))
}

/**
 * Takes the step on a matter that is loaded and locked. @param merging the link that closes a duplicate takes its step.
 * @throws Problem step-not-possible, not-allowed, bad-input, standard-breached; whatever an effect throws.
 */
export async function takeStep(
  tx: Tx,
  desk: Desk,
  { caller, matter, stored, name, given, merging = false }: {
    caller: Caller; matter: Matter; stored: StoredMatter; name: string; given: StepGiven; merging?: boolean
  },
): Promise<void> {
  const step = stepOf(matter, name)
  requireOpen({ caller, matter, stored, step })
  if (step.merges && !merging) throw new Problem('step-not-possible', say(
    `“${step.label}”要指明并入哪一件:请用“关联”选择重复的事项。`, `“${step.label}” needs to know which matter it repeats: link the two as duplicates.`,
  ))
  const input = parseInput(step.input ?? {}, given.input ?? {}, { at: 'input' })
  const changes = readLineChanges(matter, { given: given.lines, adds: step.lines ?? [], ...(step.settles && { settles: step.settles }) })
  const comment = readComment(given.comment, { rule: step.comment })
  const rating = readOwnRating({ given, step, caller, stored })
  const targets = await targetsOf(tx, wantedBy(step.input ?? {}, matter.id, [input]))
  requireLive(matter.id, { fields: step.input ?? {}, values: input, targets, at: 'input' })

  const newFacts: Given = Object.fromEntries(Object.entries(input).filter(([key]) => Object.hasOwn(matter.facts, key)))
  const facts = { ...stored.facts, ...newFacts }
  const gates = gatesAt(desk, matter, name)
  const lines = gates.length > 0 ? linesAfter(await readLines(tx, matter, stored.id), changes) : {}
  const findings = await passGates(tx, desk, { gates, at: { form: stored.form, facts, lines } })

  const files = filesIn(step.input ?? {}, { values: input, at: 'input' })
  const now = desk.clock.now()
  if (leavesMerged(matter, stored, step)) await unlinkMatter(tx, desk, { caller, matter, id: stored.id, number: stored.number, kind: 'duplicate-of' })
  const { held, to } = await move(tx, desk, { matter, stored, step, facts, newFacts, rating, words: comment, now })
  await writeLines(tx, desk.clock, { matter, id: stored.id, changes, at: now, by: personOf(caller) })
  await writeHappening(tx, {
    matter: stored.id, at: now, what: 'step', step: name, from: stored.state, to, version: stored.version + 1, by: nameOf(caller), comment,
    input: withReferences({ catalogue: desk.catalogue, fields: step.input ?? {}, owner: matter.id, values: input, targets }),
    files: files.map(({ id }) => id),
    parties: partiesOf({ desk, caller, matter, newFacts, held }),
    findings,
  })
  await keepFiles(tx, { caller, matter, id: stored.id, at: now, files: [...files, ...filesInLines(matter, changes)] })
  await record(tx, {
    at: now, ...signed(caller), action: `${matter.id}.${name}`, subject: { kind: matter.id, id: stored.id },
    summary: `${stored.number} ${stepLabel(matter, name)}`,
    before: { state: stored.state, version: stored.version },
    after: {
      state: to, version: stored.version + 1, input,
      ...(comment !== null && { comment }), ...(rating !== null && { rating }),
      ...((Object.keys(changes.added).length > 0 || Object.keys(changes.settled).length > 0) && { lines: changes }),
    },
  })
  // Whoever keeps it through his own step need not be told.
  const isHisStill = held !== null && held === personOf(caller)
  await announce(tx, desk, { id: stored.id, step: name, waits: !isHisStill && (step.to !== undefined || held !== stored.holderPerson) })
  await desk.follow(tx, { caller, matter, id: stored.id, step: name, input, comment, from: stored.state })
}

/** @throws Problem step-not-possible for the wrong state, not-allowed for the wrong person. */
function requireOpen({ caller, matter, stored, step }: { caller: Caller; matter: Matter; stored: StoredMatter; step: Step }): void {
  const before = statesBefore(step)
  if (!before.includes(stored.state)) {
    const here = matter.states[stored.state]?.title ?? stored.state
    const needed = before.map((state) => `“${matter.states[state]?.title ?? state}”`).join('、')
    throw new Problem('step-not-possible', say(
      `${stored.number} 现在是“${here}”,“${step.label}”只能在${needed}时办理。`,
      `${stored.number} is “${here}” now; “${step.label}” is only possible from ${needed}.`,
    ))
  }
  if (!isOpen(caller, { matter, step, stored })) throw new Problem('not-allowed', say(
    `“${step.label}”由${whoMay(step)}办理,您不在其中。`, `“${step.label}” is not yours to take; it belongs to: ${whoMay(step)}.`,
  ))
}

/** Only who asked says how well it was done. */
function readOwnRating({ given, step, caller, stored }: { given: StepGiven; step: Step; caller: Caller; stored: StoredMatter }): number | null {
  const rating = readRating(given.rating)
  if (rating === null) return null
  if (!step.rates) throw badInput([{ at: 'rating', says: say(`“${step.label}”这一步不评价`, `“${step.label}” takes no rating`) }])
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

/** Moves the state, keeps facts and rating, and works out whose it is now and by when. */
async function move(tx: Tx, desk: Desk, { matter, stored, step, facts, newFacts, rating, words, now }: Move): Promise<{ to: string; held: string | null }> {
  const to = step.to ?? stored.state
  const state = matter.states[to]
  if (state === undefined) throw new Error(`${matter.id} moves to a state it does not have: ${to}`)
  const arrives = step.to !== undefined
  const passesOn = arrives || (state.held !== undefined && 'fact' in state.held && Object.hasOwn(newFacts, state.held.fact))
  const held = passesOn ? holderIn(state, { requester: stored.requester, facts }) : { person: stored.holderPerson, role: stored.holderRole }
  const arrival = arrives
    ? sql`, state_since = ${now}, due_at = ${dueIn(state.due, { since: now, calendar: desk.calendar })}::timestamptz, overdue_at = null,
          closed_at = ${state.final ? now : null}::timestamptz`
    : sql``
  const columns = Object.entries(toColumns(matter.facts, newFacts))
  const kept = columns.length === 0 ? sql`` : sql`with kept as (
      update ${tableSqlOf(matter.id)} set ${sql.join(columns.map(([column, value]) => sql`${sql.id(column)} = ${value}`))} where matter = ${stored.id}::uuid)`
  await sql`
    ${kept} update matter.matter set state = ${to}, version = version + 1, holder_person = ${held.person}::uuid, holder_role = ${held.role}
      ${arrival} ${rating === null ? sql`` : sql`, rating = ${rating}, rating_words = ${words}`}
    where id = ${stored.id}::uuid`.execute(tx)
  return { to, held: held.person }
}

function partiesOf({ desk, caller, matter, newFacts, held }: {
  desk: Desk; caller: Caller; matter: Matter; newFacts: Given; held: string | null
}): readonly Party[] {
  const actor = personOf(caller)
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
