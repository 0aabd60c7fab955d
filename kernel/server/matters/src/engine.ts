// The engine as effects see it 联动中可用的: deadline, holder, parties, links, other matters, all inside the step's transaction.
import { holdersOf, systemActor } from '@houqin/access'
import { askedThrough, together } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Matter } from '@houqin/define'
import { tableSqlOf, toColumns } from '@houqin/fields'
import type { Given } from '@houqin/fields'
import { addParties, asAccount, loadMatter, partyWrites, personsIn } from '@houqin/matter-records'
import type { Party, StoredMatter } from '@houqin/matter-records'
import { sql } from 'kysely'
import { announce, tell } from './announce.ts'
import type { Deed, Desk } from './desk.ts'
import type { Effects, Engine, MatterNow } from './effects.ts'
import { linkMatters } from './link.ts'
import type { Pending } from './pending.ts'
import { startMatter } from './start.ts'
import { unlinkMatter } from './unlink.ts'

/**
 * Runs what follows from a deed, in the order the subsystems are listed; what one of them throws undoes the deed.
 */
export async function runEffects(own: Tx, desk: Desk, { effects, deed }: { effects: readonly Effects[]; deed: Deed }): Promise<void> {
  const { caller, matter, id, step, input, comment, from, pending } = deed
  const named = effects.flatMap(({ matter: kind, on }) => (kind === matter.id && Object.hasOwn(on, step) && on[step] ? [on[step]] : []))
  if (named.length === 0) return
  // Whoever asks the database anything sees what the deed has done.
  const tx = pending ? askedThrough(own, () => void pending.write().catch(() => undefined)) : own
  let { left } = deed
  // What a visitor's report sets going is done by the house, which answers for it.
  const actor = caller.byReporter ? systemActor : caller.actor
  for (const effect of named) {
    const stored = left ?? (await loadMatter(tx, { matter, where: { id }, actor: caller.actor }))
    // the next effect sees what this one changes
    left = undefined
    if (stored === undefined) throw new Error(`${matter.id} ${id} has vanished from its own transaction`)
    await effect({ tx, at: desk.clock.now(), actor, matter: matterNow(stored), engine: engineFor(tx, desk, { deed, stored }), input, comment, from })
  }
}

function matterNow({ id, number, subject, state, version, requester, organ, site, openedAt, dueAt, form, facts }: StoredMatter): MatterNow {
  return Object.freeze({ id, number, subject, state, version, requester, organ, site, openedAt, dueAt, form, facts })
}

function engineFor(tx: Tx, desk: Desk, { deed: { caller, matter, pending }, stored: { id, number, organ, site, state } }: { deed: Deed; stored: StoredMatter }): Engine {
  let now = state
  // a duplicate that is closed into another, or opened again, has taken a step
  const linked = async (link: Promise<void>): Promise<void> => {
    await link
    const { rows } = await sql<{ state: string }>`select state from matter.matter where id = ${id}::uuid`.execute(tx)
    now = rows[0]?.state ?? now
  }
  return Object.freeze<Engine>({
    setFacts: (facts) => setFacts(tx, desk, { matter, id, state: now, facts, pending }),
    setDue: async (at) => {
      if (pending?.add({ dueAt: at })) return
      await sql`update matter.matter set due_at = ${at}::timestamptz, overdue_at = null where id = ${id}::uuid`.execute(tx)
    },
    setHolder: async (holder) => {
      const person = holder !== null && 'person' in holder ? holder.person : null
      const role = holder !== null && 'role' in holder ? holder.role.role : null
      await sql`update matter.matter set holder_person = ${person}::uuid, holder_role = ${role} where id = ${id}::uuid`.execute(tx)
      if (person !== null) await addParties(tx, id, [{ person, why: 'holder' }])
      await announce(tx, desk, { id, step: 'holder', waits: true })
    },
    addParty: async (person) => {
      const parties: readonly Party[] = [{ person, why: 'watcher' }]
      if (!pending?.add({ parties })) await addParties(tx, id, parties)
    },
    involve: async (role) => {
      const persons = await holdersOf(tx, desk.catalogue, { role, organ, site, day: desk.clock.today() })
      await addParties(tx, id, persons.map((person): Party => ({ person, why: 'watcher' })))
      if (persons.length > 0) await tell(tx, desk, { id, persons })
    },
    link: (kind, other) => linked(linkMatters(tx, desk, { caller, matter, number, kind, to: other, free: true })),
    unlink: (kind) => linked(unlinkMatter(tx, desk, { caller, matter, id, number, kind })),
    startOther: async (other, given) => {
      const asker = caller.byReporter ? asAccount(systemActor) : caller
      const started = await startMatter(tx, desk, { caller: asker, matter: other, given, free: true })
      return { id: started.id, number: started.number }
    },
    notify: (persons) => tell(tx, desk, { id, persons }),
  })
}

/** @param state where it stands now. */
async function setFacts(tx: Tx, desk: Desk, { matter, id, state, facts, pending }: {
  matter: Matter; id: string; state: string; facts: Given; pending: Pending | undefined
}): Promise<void> {
  const columns = Object.entries(toColumns(matter.facts, facts))
  if (columns.length === 0) return
  const held = matter.states[state]?.held
  const passesOn = held !== undefined && 'fact' in held && Object.hasOwn(facts, held.fact)
  const holder = passesOn ? facts[held.fact] : undefined
  const named = personsIn(matter.facts, { values: facts, person: desk.catalogue.dimensions.person?.id }).map((person): Party => ({ person, why: 'named' }))
  if (!passesOn && pending?.add({ facts, parties: named })) return
  await together(tx, [
    sql`update ${tableSqlOf(matter.id)} set ${sql.join(columns.map(([column, value]) => sql`${sql.id(column)} = ${value}`))} where matter = ${id}::uuid`,
    ...(passesOn ? [sql`update matter.matter set holder_person = ${holder ?? null}::uuid, holder_role = null where id = ${id}::uuid`] : []),
    ...partyWrites(id, [
      ...named,
      ...(typeof holder === 'string' ? [{ person: holder, why: 'holder' } as const] : []),
    ]),
  ])
  if (passesOn) await announce(tx, desk, { id, step: 'holder', waits: true })
}
