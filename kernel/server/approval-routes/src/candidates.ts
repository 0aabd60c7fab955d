// Who would decide 审批人: the persons a seat names as of today, those who stand in for them, or why there is nobody.
import { holdersOf } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'
import type { Seat } from '@houqin/wire'
import { sql } from 'kysely'
import { aboveSql } from './above.ts'
import { hasGoneSql } from './departed.ts'
import type { Desk } from './desk.ts'
import { postsOf } from './stage.ts'

export type Vacancy = 'nobody' | 'left' | 'disabled' | 'no-account' | 'asker'
export const vacancyWords: Readonly<Record<Vacancy, Sentence>> = Object.freeze({
  'nobody': say('没有人担任', 'Nobody holds it'),
  'left': say('审批人已离开', 'The approver has left'),
  'disabled': say('审批人的账号已停用', 'The approver’s account is disabled'),
  'no-account': say('审批人没有账号', 'The approver has no account'),
  'asker': say('只有发起人或当事人自己，不能自己审批', 'It is the asker alone, or whom it is for, who does not approve his own'),
})
export type Sitting = { readonly person: string; readonly for: string | null } | { readonly vacancy: Vacancy }
export interface Place {
  readonly organ: string | null
  readonly site: string | null
  /** Who asked, and whom it is for: they approve nothing of it, in their own name or another's. */
  readonly askers: readonly string[]
}

/** At least one: everybody who sits there, or the reason why nobody does. */
export async function sittingsOf(db: Db | Tx, desk: Desk, { seat, place }: { seat: Seat; place: Place }): Promise<readonly [Sitting, ...Sitting[]]> {
  const found = await personsOf(db, desk, seat, place)
  const faults: Vacancy[] = []
  const sittings: Sitting[] = []
  for (const person of found) {
    const fault = place.askers.includes(person) ? 'asker' : await faultOf(db, desk, person)
    const deputy = fault === 'asker' ? null : await deputyFor(db, desk, { person, place })
    if (deputy !== null) sittings.push({ person: deputy, for: person })
    else if (fault === null) sittings.push({ person, for: null })
    else faults.push(fault)
  }
  const [first, ...rest] = sittings
  return first ? [first, ...rest] : [{ vacancy: faults[0] ?? 'nobody' }]
}

/** Who stands in for him today, if somebody does who can. */
export async function deputyFor(db: Db | Tx, desk: Desk, { person, place }: { person: string; place: Place }): Promise<string | null> {
  const deputy = await deputyOf(db, { person, day: desk.clock.today() })
  return deputy !== null && !place.askers.includes(deputy) && (await faultOf(db, desk, deputy)) === null ? deputy : null
}

/** The last of the chain: a deputy who is on leave himself hands on. Null when nobody stands in. */
async function deputyOf(db: Db | Tx, { person, day }: { person: string; day: string }): Promise<string | null> {
  const { rows } = await sql<{ deputy: string }>`
    with recursive chain (deputy, depth) as (
      select d.deputy, 1 from approval.deputy d where d.person = ${person}::uuid and d.valid @> ${day}::date and d.withdrawn_at is null
      union all
      select d.deputy, chain.depth + 1 from approval.deputy d join chain on d.person = chain.deputy
      where d.valid @> ${day}::date and d.withdrawn_at is null and chain.depth < 20
    ) select deputy from chain order by depth desc limit 1`.execute(db)
  return rows[0]?.deputy ?? null
}

/** Why this person cannot decide anything; null when he can. */
export async function faultOf(db: Db | Tx, desk: Desk, person: string): Promise<Exclude<Vacancy, 'nobody' | 'asker'> | null> {
  const register = desk.catalogue.dimensions.person
  if (register === undefined) return 'left'
  const { rows: [row] } = await sql<{ left: boolean; has_account: boolean; disabled: boolean }>`
    select ${hasGoneSql(desk)} as left, a.id is not null as has_account, a.disabled_at is not null as disabled
    from ${tableSqlOf(register.id)} p left join access.account a on a.person = p.id where p.id = ${person}::uuid`.execute(db)
  if (row === undefined || row.left) return 'left'
  return row.disabled ? 'disabled' : row.has_account ? null : 'no-account'
}

/** Whether this person sits there today by his role or post; who is named sits there as long as the row says so. */
export async function sitsStill(db: Db | Tx, desk: Desk, { person, seat, place }: { person: string; seat: Seat; place: Place }): Promise<boolean> {
  return (await personsOf(db, desk, seat, place)).includes(person)
}

/** Whom a seat names as of today, whether or not he can decide. */
export async function personsOf(db: Db | Tx, { catalogue, clock }: Desk, seat: Seat, { organ, site }: Place): Promise<readonly string[]> {
  const day = clock.today()
  if ('person' in seat) return [seat.person]
  if ('role' in seat) {
    const role = catalogue.roles.get(seat.role)
    return role ? holdersOf(db, catalogue, { role, organ, site, day }) : []
  }
  const post = postsOf(catalogue).find(({ id }) => id === seat.post)
  if (post === undefined) return []
  const { rows } = await sql<{ person: string }>`
    ${aboveSql(catalogue, seat.organ ?? organ)}, held as (
      select ${columnSql(post.person, 'p')} as person, above.depth from ${tableSqlOf(post.register.id)} p join above on above.id = ${columnSql(post.organ, 'p')}
      where ${columnSql(post.field, 'p')} = ${seat.value} and p.valid @> ${day}::date and p.retired_at is null and p.merged_into is null
    ) select distinct person from held where depth = (select min(depth) from held) and (${seat.organ ?? null}::uuid is null or depth = 0)`.execute(db)
  return rows.map(({ person }) => person)
}
