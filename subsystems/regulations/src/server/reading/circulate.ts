// 布置阅知: who must read what was issued, everybody or those of some organs and roles, each once; and who is reminded.
import { accountPersons, holdersOf } from '@houqin/access'
import { localDate } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { addressee } from '../../contract/index.ts'

interface Circulated {
  readonly matter: string
  /** The rule whose latest version is read. */
  readonly rule: string | null
  readonly at: Date
}

/** @returns whom it was given to now; whoever has it already keeps his day. @throws Problem `step-not-possible` where nobody is meant. */
export async function circulate(tx: Tx, { registers, catalogue }: Pick<System, 'registers' | 'catalogue'>, { matter, rule, at, until, everybody }: Circulated & { until: string; everybody: boolean }): Promise<readonly string[]> {
  const day = localDate(at)
  if (until < day) throw refuse('阅知期限不能早于今天。', 'It cannot be due before today.')
  const version = await latestVersion(tx, rule)
  const { rows: named } = await sql<{ organ: string | null; role: string | null }>`
    select organ, role from regulations.rule_making__readers where matter = ${matter}::uuid`.execute(tx)
  const withAccount = await accountPersons(tx)
  const wanted = new Set(everybody ? withAccount : [])
  for (const { organ, role } of everybody ? [] : named) {
    const declared = role === null ? undefined : catalogue.roles.get(role)
    if (role !== null && declared === undefined) throw refuse(`没有“${role}”这个角色。`, `There is no role ${role}.`)
    for (const person of organ === null ? [] : await personsOf(tx, organ, day)) if (withAccount.includes(person)) wanted.add(person)
    for (const person of declared ? await holdersOf(tx, catalogue, { role: declared, organ, site: null, day }) : []) wanted.add(person)
  }
  const { rows } = await sql<{ person: string; organ: string | null }>`
    select p.id as person, (select m.organ from people.person_main_post m where m.person = p.id and m.valid @> ${day}::date limit 1) as organ
      from unnest(${[...wanted]}::uuid[]) as p (id)
     where not exists (select from regulations.addressee a where a.of = ${version}::uuid and a.person = p.id and a.retired_at is null)`.execute(tx)
  if (wanted.size === 0) throw refuse('所选的单位和角色里没有能登录的人。', 'Nobody of the organs and roles you chose can sign in.')
  // whoever has read it of his own accord has read it
  const read = new Map((await sql<{ person: string; at: Date }>`
    select person, at from regulations.acknowledgement where of = ${version}::uuid and retired_at is null`.execute(tx)).rows.map((one) => [one.person, one.at.toISOString()]))
  if (rows.length > 0)
    await registers.bulkInsert(tx, addressee, rows.map(({ person, organ }) => ({ of: version, person, organ, until, readAt: read.get(person) ?? null, remindedAt: null })))
  return rows.map(({ person }) => person)
}

/** @returns those who have not read it. */
export async function remind(tx: Tx, { rule, at }: Pick<Circulated, 'rule' | 'at'>): Promise<readonly string[]> {
  const version = await latestVersion(tx, rule)
  const { rows } = await sql<{ person: string }>`
    update regulations.addressee set reminded_at = ${at}, version = version + 1, updated_at = ${at}
     where of = ${version}::uuid and read_at is null and retired_at is null returning person`.execute(tx)
  if (rows.length === 0) throw refuse('没有未阅的人，不用催。', 'Nobody is left to be reminded.')
  return rows.map(({ person }) => person)
}

async function latestVersion(tx: Tx, rule: string | null): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from regulations.version where document = ${rule}::uuid and retired_at is null order by coalesce(in_force_on, made_on) desc nulls last limit 1`.execute(tx)
  if (!rows[0]) throw refuse('还没有印发的版本。', 'No version was issued yet.')
  return rows[0].id
}
/** With a main post on that day, in the organ or below it. */
async function personsOf(tx: Tx, organ: string, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ person: string }>`
    with recursive below as (select id from people.organ where id = ${organ}::uuid union select o.id from people.organ o join below on o.parent = below.id)
    select distinct m.person from people.person_main_post m join below on below.id = m.organ where m.valid @> ${day}::date`.execute(tx)
  return rows.map(({ person }) => person)
}
function refuse(zh: string, en: string): Problem {
  return new Problem('step-not-possible', say(zh, en))
}
