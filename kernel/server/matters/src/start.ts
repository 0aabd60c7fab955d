// Asking 发起: a matter comes into being with its number, its first state, its holder and its deadline.
import { isSystem, mayReach, requireRole } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { columnSql, nameIn, newId, parseInput, tableSqlOf, toColumns } from '@houqin/fields'
import { readLineChanges, writeLines, writtenRows } from '@houqin/matter-lines'
import { dueIn, holderIn, matterWords, nameOf, personOf, placeOf, readComment, signed, subjectOf, whereAsked, withPlace, writeHappening } from '@houqin/matter-records'
import type { Caller, Party } from '@houqin/matter-records'
import { nextNumber, opaqueCode } from '@houqin/numbering'
import { Problem, say } from '@houqin/problem'
import { withReferences } from '@houqin/rows'
import type { Matter } from '@houqin/define'
import { sql } from 'kysely'
import { announce } from './announce.ts'
import type { Desk } from './desk.ts'
import type { StartGiven } from './effects.ts'
import { filesIn, filesInLines, keepFiles } from './files.ts'
import { gatesAt, passGates } from './gates.ts'
import { liveTargets } from './live-targets.ts'

export interface Started {
  readonly id: string
  readonly number: string
  /** Only for whoever reports without signing in: reads the matter and takes the asker's steps. */
  readonly reporterToken: string | null
}

/** `free`: asked for by an effect, whose code answers for it, so that the roles of `access.start` are not asked. */
export async function startMatter(
  tx: Tx,
  desk: Desk,
  { caller, matter, given, free = false }: { caller: Caller; matter: Matter; given: StartGiven; free?: boolean },
): Promise<Started> {
  const { actor, byReporter } = caller
  const mustAsk = !free && !byReporter && !isSystem(actor.principal)
  if (mustAsk) requireAsker(caller, matter)
  const asked = parseInput(matter.form, given.input, { at: 'input' })
  const changes = readLineChanges(matter, { given: given.lines, adds: matter.asks })
  const comment = readComment(given.comment)
  const place = await whereAsked(tx, desk, { matter, form: asked, person: personOf(caller) })
  const form = withPlace(matter, asked, place)
  const targets = await liveTargets(tx, matter, [{ fields: matter.form, values: form, at: 'input' }, ...writtenRows(matter, changes)])
  if (mustAsk && !mayReach(actor.principal, matter.access.start, placeOf(matter, place))) throw outOfReach(matter)

  const facts = Object.fromEntries(Object.keys(matter.facts).map((key) => [key, null]))
  const findings = await passGates(tx, desk, { gates: gatesAt(desk, matter, 'start'), at: { form, facts, lines: changes.added } })
  const now = desk.clock.now()
  const id = newId(desk.clock)
  const requester = personOf(caller)
  const state = matter.states[matter.start]
  if (state === undefined) throw new Error(`${matter.id} starts in a state it does not have`)
  const named = withReferences({ catalogue: desk.catalogue, fields: matter.form, owner: matter.id, values: form, targets })
  const subject = subjectOf(matter, form, named)
  const held = holderIn(state, { requester, facts })
  const due = dueIn(state.due, { since: now, calendar: desk.calendar })
  const token = byReporter ? opaqueCode() : null
  // Taken late: whoever asks for the same kind waits from here on.
  const number = await nextNumber(tx, { prefix: matter.prefix, clock: desk.clock })
  const columns = Object.entries(toColumns(matter.form, form))
  await sql`
    with made as (
      insert into matter.matter (id, kind, number, code, subject, state, requester, requester_name, requester_token, organ, site,
        holder_person, holder_role, due_at, opened_at, state_since, closed_at)
      values (${id}::uuid, ${matter.id}, ${number}, ${opaqueCode()}, ${subject}, ${matter.start}, ${requester}::uuid, ${actor.principal.name}, ${token},
        ${place.organ}::uuid, ${place.site}::uuid, ${held.person}::uuid, ${held.role}, ${due}::timestamptz, ${now}, ${now},
        ${state.final ? now : null}::timestamptz)
    ), found_by as (
      insert into matter.search (matter, words) values (${id}::uuid, ${matterWords({ number, subject, requesterName: actor.principal.name })}::text[])
    )
    insert into ${tableSqlOf(matter.id)} (${sql.join([columnSql('matter'), ...columns.map(([column]) => sql.id(column))])})
    values (${sql.join([sql`${id}::uuid`, ...columns.map(([, value]) => value)])})`.execute(tx)
  await writeLines(tx, desk.clock, { matter, id, changes, at: now, by: requester })
  const parties: Party[] = [
    ...(requester === null ? [] : [{ person: requester, why: 'requester' } as const]),
    ...(held.person === null ? [] : [{ person: held.person, why: 'holder' } as const]),
  ]
  await writeHappening(tx, { matter: id, at: now, what: 'start', to: matter.start, version: 1, by: nameOf(caller), comment, parties, findings })
  const files = [...filesIn(matter.form, { values: form, at: 'input' }), ...filesInLines(matter, changes)]
  await keepFiles(tx, { caller, matter, id, at: now, files, free })
  await record(tx, {
    at: now, ...signed(caller), action: `${matter.id}.start`, subject: { kind: matter.id, id },
    summary: `发起${matter.title} ${number}：${subject}`, after: { number, state: matter.start, form, ...(Object.keys(changes.added).length > 0 && { lines: changes.added }) },
  })
  await announce(tx, desk, { id, step: 'start', waits: true })
  await desk.follow(tx, { caller, matter, id, step: 'start', input: form, comment, from: matter.start })
  return { id, number, reporterToken: token }
}

function requireAsker({ actor: { principal } }: Caller, matter: Matter): void {
  requireRole(principal, { roles: matter.access.start, deed: say(`发起“${matter.title}”`, `start ${nameIn(matter).en}`) })
  if (principal.person !== null) return
  throw new Problem('not-allowed', say(
    '您的账号没有关联人员，不能发起事项。请系统管理员在“账号”中关联后再试。',
    'Your account belongs to no person, so it cannot ask for anything. Have the system administrator link it first.',
  ))
}

function outOfReach(matter: Matter): Problem {
  return new Problem('not-allowed', say(
    `您的角色不管所选的单位或场所，不能在那里发起“${matter.title}”。请核对所选单位、场所，或向安全管理员申请。`,
    `Your role does not reach the organ or site you chose for ${nameIn(matter).en}. Check the choice or ask the security administrator.`,
  ))
}
