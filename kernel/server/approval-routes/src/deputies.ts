// Deputies 代理: who decides for somebody while he is on leave, from a day to a day.
import { holds, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import { addDays, isDate } from '@houqin/clock'
import { constraintOf } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { approvalOfficer } from '@houqin/define'
import { badInput, isId, newId } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { referenceOf, targetsOf } from '@houqin/rows'
import type { DeputyRow } from '@houqin/wire'
import { sql } from 'kysely'
import { faultOf, vacancyWords } from './candidates.ts'
import type { Desk } from './desk.ts'

export interface NewDeputy {
  readonly person: string
  readonly deputy: string
  readonly from: string
  readonly to: string
  readonly reason: string
}

/**
 * For himself, or by the officer for somebody absent. @throws Problem not-allowed, bad-input, conflict for days that
 * overlap another deputy's or for a loop.
 */
export async function addDeputy(tx: Tx, desk: Desk, { actor, given }: { actor: Actor; given: NewDeputy }): Promise<DeputyRow> {
  const { person, deputy, from, to } = given
  requireOwn(actor, person)
  const reason = given.reason.trim()
  if (!isDate(from) || !isDate(to) || to < from) throw badInput([{ at: 'to', says: say('请填起止日期，截止不早于开始', 'Give the first and the last day') }])
  if (to < desk.clock.today()) throw badInput([{ at: 'to', says: say('代理期已经过去', 'These days are over') }])
  if (reason === '') throw badInput([{ at: 'reason', says: say('请写明事由，如出差、休假', 'Say why, such as leave') }])
  if (person === deputy) throw badInput([{ at: 'deputy', says: say('代理人不能是本人', 'Nobody is his own deputy') }])
  const fault = await faultOf(tx, desk, deputy)
  if (fault !== null) throw badInput([{ at: 'deputy', says: say(`这位不能代理：${vacancyWords[fault].zh}`, `He cannot stand in: ${vacancyWords[fault].en}`) }])
  // Two who name each other at once wait here for each other.
  await sql`select pg_advisory_xact_lock(hashtext('approval.deputy'))`.execute(tx)
  await refuseLoop(tx, desk, given)
  const id = newId(desk.clock)
  const at = desk.clock.now()
  try {
    await sql`
      insert into approval.deputy (id, person, deputy, valid, reason, written_at, written_by)
      values (${id}::uuid, ${person}::uuid, ${deputy}::uuid, daterange(${from}::date, ${addDays(to, 1)}::date), ${reason}, ${at}, ${actor.principal.name})`.execute(tx)
  } catch (error) {
    if (constraintOf(error)?.name !== 'deputy_one_at_a_time') throw error
    throw new Problem('conflict', say('这些日子里已经有一位代理人，请先撤销原来的代理。', 'Somebody stands in on some of these days already; withdraw that first.'))
  }
  await record(tx, { at, ...signature(actor), action: 'approval.deputy', subject: { kind: 'approval.deputy', id: person }, summary: `指定审批代理人 ${from} 至 ${to}：${reason}`, after: { ...given } })
  const [row] = await listDeputies(tx, desk, { id })
  if (row === undefined) throw new Error('a deputy has vanished from its own transaction')
  return row
}

/** @throws Problem not-found, not-allowed. */
export async function withdrawDeputy(tx: Tx, desk: Desk, { actor, id }: { actor: Actor; id: string }): Promise<void> {
  const at = desk.clock.now()
  const { rows: [row] } = await sql<{ person: string }>`select person from approval.deputy where id = ${isId(id) ? id : null}::uuid and withdrawn_at is null for update`.execute(tx)
  if (row === undefined) throw new Problem('not-found', say('没有这项代理，或已撤销。', 'There is no such deputy, or he was withdrawn.'))
  requireOwn(actor, row.person)
  await sql`update approval.deputy set withdrawn_at = ${at} where id = ${id}::uuid`.execute(tx)
  await record(tx, { at, ...signature(actor), action: 'approval.deputy-withdraw', subject: { kind: 'approval.deputy', id: row.person }, summary: '撤销审批代理人', before: { id } })
}

/** The officer sees all, everybody else his own and whom he stands in for. */
export async function deputiesFor(db: Db | Tx, desk: Desk, { principal }: Actor): Promise<readonly DeputyRow[]> {
  return listDeputies(db, desk, holds(principal, [approvalOfficer]) ? {} : { of: principal.person })
}

async function listDeputies(db: Db | Tx, { catalogue, clock }: Desk, { id = null, of }: { id?: string | null; of?: string | null }): Promise<readonly DeputyRow[]> {
  const whose = of === undefined ? sql`true` : sql`${of}::uuid in (person, deputy)`
  const { rows } = await sql<Omit<DeputyRow, 'person' | 'deputy'> & { person: string; deputy: string }>`
    select id, person, deputy, lower(valid)::text as "from", (upper(valid) - 1)::text as "to", reason,
      case when withdrawn_at is not null then 'withdrawn' when valid @> ${clock.today()}::date then 'in-force'
           when lower(valid) > ${clock.today()}::date then 'to-come' else 'over' end as state
    from approval.deputy where ${whose} and (${id}::uuid is null or id = ${id}::uuid) order by lower(valid) desc, id limit 200`.execute(db)
  const register = catalogue.dimensions.person?.id ?? ''
  const targets = await targetsOf(db, new Map([[register, new Set(rows.flatMap(({ person, deputy }) => [person, deputy]))]]))
  return rows.map((row) => ({ ...row, person: referenceOf(targets, row.person), deputy: referenceOf(targets, row.deputy) }))
}

function requireOwn({ principal }: Actor, person: string): void {
  if (principal.person === person || holds(principal, [approvalOfficer])) return
  throw new Problem('not-allowed', say('只能为自己指定或撤销代理人；他人缺席请审批管理员办理。', 'You name a deputy for yourself alone; the approval officer does it for who is absent.'))
}

async function refuseLoop(tx: Tx, { catalogue }: Desk, { person, deputy, from, to }: NewDeputy): Promise<void> {
  const { rows } = await sql<{ way: string[] }>`
    with recursive chain (person, way, depth) as (
      select ${deputy}::uuid, array[${deputy}::uuid], 1
      union all
      select d.deputy, chain.way || d.deputy, chain.depth + 1 from approval.deputy d join chain on d.person = chain.person
      where d.withdrawn_at is null and d.valid && daterange(${from}::date, ${to}::date, '[]') and chain.depth < 20 and not d.deputy = any(chain.way)
    ) select way::text[] as way from chain where person = ${person}::uuid limit 1`.execute(tx)
  const way = rows[0]?.way
  if (way === undefined) return
  const targets = await targetsOf(tx, new Map([[catalogue.dimensions.person?.id ?? '', new Set([person, ...way])]]))
  const names = [person, ...way].map((id) => referenceOf(targets, id).name).join(' → ')
  throw new Problem('conflict', say(`代理绕成了圈（${names}），最后没有人审批。请换一位代理人。`, `The deputies go round in a circle (${names}), so that nobody would decide. Choose another.`))
}
