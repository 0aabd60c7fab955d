// A ruling 审批结果: what was done in an approval, written into the matter that it keeps waiting, lets go or sends back.
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import type { NamedFile } from '@houqin/files'
import { approvalWords, dueIn, holderIn, nameOf, signed, stepLabel, writeHappening } from '@houqin/matter-records'
import type { Caller, Ruling, StoredMatter } from '@houqin/matter-records'
import type { WireFinding } from '@houqin/wire'
import { sql } from 'kysely'
import { announce, tell } from './announce.ts'
import type { Desk } from './desk.ts'
import { keepFiles } from './files.ts'

/** @param input what was asked with the step, as it is read. */
export async function applyRuling(tx: Tx, desk: Desk, { caller, matter, stored, ruling, input, files = [], findings = [] }: {
  caller: Caller
  matter: Matter
  stored: StoredMatter
  ruling: Ruling
  input?: Readonly<Record<string, unknown>>
  files?: readonly NamedFile[]
  findings?: readonly WireFinding[]
}): Promise<void> {
  const { deed, outcome, comment, awaits, pressed: { step } } = ruling
  const now = desk.clock.now()
  const to = ruling.to ?? stored.state
  const isOpen = outcome === 'open'
  await sql`
    with gone as (delete from matter.awaited where matter = ${stored.id}::uuid and person <> all(${[...awaits]}::uuid[]))
    insert into matter.awaited (matter, person) select ${stored.id}::uuid, p from unnest(${[...awaits]}::uuid[]) as p
    on conflict do nothing`.execute(tx)
  await (isOpen
    ? sql`
      update matter.matter set approving = ${step}, holder_person = null, holder_role = null, version = version + 1,
        due_at = ${ruling.dueAt ?? stored.dueAt}::timestamptz, overdue_at = case when due_at is not distinct from ${ruling.dueAt ?? stored.dueAt}::timestamptz then overdue_at end
      where id = ${stored.id}::uuid`
    : backTo(desk, { matter, stored, to, now, due: ruling.dueAt })).execute(tx)
  const details = { ...input, ...ruling.details }
  await writeHappening(tx, {
    matter: stored.id, at: now, what: 'approval', deed, step, from: stored.state, to, version: stored.version + 1, by: nameOf(caller), comment, files: files.map(({ id }) => id),
    findings, parties: ruling.parties, ...(Object.keys(details).length > 0 && { input: details }),
  })
  await keepFiles(tx, { caller, matter, id: stored.id, at: now, files })
  await record(tx, {
    at: now, ...signed(caller), action: `${matter.id}.${step}.${deed}`, subject: { kind: matter.id, id: stored.id },
    summary: `${stored.number} ${stepLabel(matter, step)}：${approvalWords[deed].zh}`,
    before: { state: stored.state, version: stored.version },
    after: { state: to, version: stored.version + 1, outcome, ...details, ...(comment !== null && { comment }) },
  })
  await announce(tx, desk, { id: stored.id, step, waits: !isOpen })
  const persons = [...new Set([...ruling.tell, ...awaits.filter((person) => !stored.awaits.includes(person))])]
  if (persons.length > 0) await tell(tx, desk, { id: stored.id, persons })
}

/** Nobody's approval is waited for any more: it is whose its state says, from now on. @param due when it was due before anybody was asked, where its state has no limit of its own. */
function backTo(desk: Desk, { matter, stored, to, now, due }: { matter: Matter; stored: StoredMatter; to: string; now: Date; due: Date | null }) {
  const state = matter.states[to]
  if (state === undefined) throw new Error(`${matter.id} is sent back to a state it does not have: ${to}`)
  const held = holderIn(state, stored)
  return sql`
    update matter.matter set approving = null, state = ${to}, version = version + 1, holder_person = ${held.person}::uuid, holder_role = ${held.role},
      state_since = ${now}, due_at = ${dueIn(state.due, { since: now, calendar: desk.calendar }) ?? (to === stored.state ? due : null)}::timestamptz, overdue_at = null,
      closed_at = ${state.final ? now : null}::timestamptz
    where id = ${stored.id}::uuid`
}
