// What still leans on somebody 与他相关的未结事项: what waits for him, what he asked for, and what will come back to him by a fact that names him.
import type { Db, Tx } from '@houqin/db'
import type { Catalogue, Matter } from '@houqin/define'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'

/** In hand, asked to approve now or in turn, asked for by him, or named by a fact that a later state is held by. */
export type How = 'holder' | 'approver' | 'asker' | 'named'
export interface Owed {
  /** The kind of matter. */
  readonly matter: string
  readonly number: string
  readonly subject: string
  readonly state: string
  readonly how: How
  readonly openedAt: Date
}
const most = 500

/**
 * Open matters alone, each once for every way in which they lean on him, the oldest first; at most 500.
 * @param without the id of a matter that is left out.
 */
export async function owedBy(db: Db | Tx, catalogue: Catalogue, { person, without = null }: { person: string; without?: string | null }): Promise<readonly Owed[]> {
  const named = [...catalogue.matters.values()].flatMap((matter) => {
    const facts = steeringFacts(catalogue, matter)
    return facts.length === 0 ? [] : [namedSql(matter, facts, person)]
  })
  const { rows } = await sql<Owed>`
    with owed as (
      select m.id, 'holder' as how from matter.matter m
       where m.holder_person = ${person}::uuid and m.closed_at is null and m.approving is null and m.requester is distinct from ${person}::uuid
      union select i.matter, 'approver' from approval.task t join approval.instance i on i.id = t.instance
       where t.person = ${person}::uuid and t.state in ('open', 'waiting') and i.outcome = 'open'
      union select m.id, 'asker' from matter.matter m where m.requester = ${person}::uuid and m.closed_at is null
      ${sql.join(named, sql` `)}
    )
    select m.kind as matter, m.number, m.subject, m.state, o.how, m.opened_at as "openedAt"
      from owed o join matter.matter m on m.id = o.id where m.id is distinct from ${without}::uuid
     order by m.opened_at, m.number, o.how limit ${most}`.execute(db)
  return rows
}

function namedSql(matter: Matter, facts: readonly string[], person: string): RawBuilder<unknown> {
  return sql`union select m.id, 'named' from ${tableSqlOf(matter.id)} f join matter.matter m on m.id = f.matter
    where m.closed_at is null and (m.holder_person is distinct from ${person}::uuid or m.approving is not null)
      and ${person}::uuid in (${sql.join(facts.map((fact) => columnSql(fact, 'f')))})`
}

/** Facts naming a person by which a state is held or a step is taken. */
export function steeringFacts({ dimensions: { person } }: Catalogue, matter: Matter): readonly string[] {
  return Object.entries(matter.facts).flatMap(([fact, field]) => {
    const namesPerson = field.kind === 'ref' && field.to !== 'self' && field.to.id === person?.id
    return namesPerson && steers(matter, fact) ? [fact] : []
  })
}
function steers({ states, steps }: Matter, fact: string): boolean {
  return Object.values(states).some(({ held }) => held !== undefined && 'fact' in held && held.fact === fact)
    || Object.values(steps).some(({ by }) => by.some((party) => 'fact' in party && party.fact === fact))
}
