// Handing one matter over 移交: whoever had it in hand, asked for it, or was asked to approve it, is followed by somebody else, and the timeline says so.
import { accountOf, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue, Matter } from '@houqin/define'
import { publish } from '@houqin/events'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { asAccount, loadMatter, matterOf, nameOf, noSuchMatter, signed, writeHappening } from '@houqin/matter-records'
import type { StoredMatter, Why } from '@houqin/matter-records'
import { matterNumber } from '@houqin/numbering'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { steeringFacts } from './owed-by.ts'
import type { How } from './owed-by.ts'

export interface Handing {
  readonly actor: Actor
  readonly number: string
  readonly from: string
  readonly to: string
  /** Why, for the timeline: such as the number of a leave. */
  readonly because: string
  /** In which way it leans on `from`; what he has in hand or is asked to approve when left out. */
  readonly how?: How
}
interface Desk {
  readonly catalogue: Catalogue
  readonly clock: Clock
}
interface Taking {
  readonly stored: StoredMatter
  readonly matter: Matter
  readonly from: string
  readonly to: string
}

/**
 * The caller answers for who may do this. An approval keeps whom it is decided for, so that the page says 代; of what is
 * asked for, the successor is the asker from now on, and the timeline keeps who was it first.
 * @returns false where `from` no longer has it.
 * @throws Problem not-found; bad-input for somebody without an account in use; not-allowed for who asked, or whom it is for;
 * conflict for who approved it, or is asked to.
 */
export async function handOver(tx: Tx, desk: Desk, handing: Handing): Promise<boolean> {
  const { actor, from, to, because } = handing
  const { stored, matter } = await lock(tx, desk, handing.number)
  await requireAccount(tx, to)
  const taking = { stored, matter, from, to }
  const how = handing.how ?? (stored.approving === null ? 'holder' : 'approver')
  if (!(await leansOn(tx, desk, { ...taking, how }))) return false
  if (how === 'approver') await handTasks(tx, taking)
  else {
    await refuseApprover(tx, taking)
    await (how === 'asker' ? handAsking(tx, desk, taking) : handMatter(tx, desk, taking))
  }
  await sql`update matter.matter set version = version + 1 where id = ${stored.id}::uuid`.execute(tx)
  const caller = asAccount(actor)
  const version = stored.version + 1
  const at = desk.clock.now()
  await writeHappening(tx, {
    matter: stored.id, at, what: 'comment', version, by: nameOf(caller), comment: because, parties: [{ person: to, why: whys[how] }],
  })
  await record(tx, {
    at, ...signed(caller), action: `${matter.id}.hand-over`, subject: { kind: matter.id, id: stored.id },
    summary: `${stored.number} 移交：${because}`, before: { person: from }, after: { person: to, as: how },
  })
  for (const topic of ['matter', 'inbox'] as const)
    await publish(tx, { at, topic, audience: { persons: [from, to] }, payload: { matter: matter.id, number: stored.number, step: 'hand-over', state: stored.state, version } })
  return true
}
const whys: Readonly<Record<How, Why>> = Object.freeze({ holder: 'holder', approver: 'approver', asker: 'requester', named: 'named' })

async function lock(tx: Tx, { catalogue }: Desk, number: string): Promise<{ stored: StoredMatter; matter: Matter }> {
  const wanted = matterNumber(number)?.number ?? ''
  const { rows: [row] } = await sql<{ kind: string }>`select kind from matter.matter where number = ${wanted}`.execute(tx)
  const matter = row && matterOf(catalogue, row.kind)
  const stored = matter && (await loadMatter(tx, { matter, where: { number: wanted }, actor: systemActor, lock: true }))
  if (matter === undefined || stored === undefined) throw noSuchMatter(number)
  return { stored, matter }
}

async function requireAccount(tx: Tx, person: string): Promise<void> {
  const account = await accountOf(tx, person)
  if (account && !account.disabled) return
  throw new Problem('bad-input', say('接手的人没有可用的账号，请另选一位。', 'Whoever takes it over has no account in use; choose somebody else.'))
}

async function leansOn(tx: Tx, desk: Desk, { stored, matter, from, how }: Taking & { how: How }): Promise<boolean> {
  if (stored.closedAt !== null) return false
  if (how === 'holder') return stored.approving === null && stored.holderPerson === from
  if (how === 'asker') return stored.requester === from
  if (how === 'named') return steeringFacts(desk.catalogue, matter).some((fact) => stored.facts[fact] === from)
  const { rows } = await sql`
    select from approval.task t join approval.instance i on i.id = t.instance
     where i.matter = ${stored.id}::uuid and i.outcome = 'open' and t.person = ${from}::uuid and t.state in ('open', 'waiting') limit 1`.execute(tx)
  return rows.length > 0
}

/** Who approved a matter takes no step of it, and who asks for it approves nothing: it would lie there. */
async function refuseApprover(tx: Tx, { stored, to }: Taking): Promise<void> {
  const { rows } = await sql`
    select from matter.party where matter = ${stored.id}::uuid and person = ${to}::uuid and why = 'agreed'
    union all select from approval.task t join approval.instance i on i.id = t.instance
     where i.matter = ${stored.id}::uuid and i.outcome = 'open' and t.person = ${to}::uuid and t.state in ('open', 'waiting') limit 1`.execute(tx)
  if (rows.length > 0) throw new Problem('conflict', say(
    `接手人审批过或正在审批 ${stored.number}，审批人不经办，请另选一位。`, `The successor approves ${stored.number} or has done so, and who approves does not execute; choose somebody else.`,
  ))
}

/** Every fact by which it would come back to him names the successor. */
async function handMatter(tx: Tx, { catalogue }: Desk, { stored, matter, from, to }: Taking): Promise<void> {
  const facts = steeringFacts(catalogue, matter).filter((fact) => stored.facts[fact] === from)
  if (facts.length > 0)
    await sql`update ${tableSqlOf(matter.id)} set ${sql.join(facts.map((fact) => sql`${columnSql(fact)} = ${to}::uuid`))} where matter = ${stored.id}::uuid`.execute(tx)
  if (stored.holderPerson === from) await holdBy(tx, { stored, to })
}

async function handAsking(tx: Tx, { catalogue }: Desk, { stored, matter, from, to }: Taking): Promise<void> {
  const register = catalogue.dimensions.person?.id
  if (register === undefined) throw new Error('nobody can take over what is asked for in a house without persons')
  await sql`
    update matter.matter set requester = ${to}::uuid, requester_name = (select label from ${tableSqlOf(register)} where id = ${to}::uuid)
    where id = ${stored.id}::uuid`.execute(tx)
  const held = matter.states[stored.state]?.held
  if (stored.holderPerson === from && held !== undefined && 'party' in held) await holdBy(tx, { stored, to })
}
async function holdBy(tx: Tx, { stored, to }: Pick<Taking, 'stored' | 'to'>): Promise<void> {
  await sql`update matter.matter set holder_person = ${to}::uuid, holder_role = null where id = ${stored.id}::uuid`.execute(tx)
}

async function handTasks(tx: Tx, { stored, matter, from, to }: Taking): Promise<void> {
  const { rows: [instance] } = await sql<{ id: string; pressed_by: string | null; step: string }>`
    select id, pressed_by, step from approval.instance where matter = ${stored.id}::uuid and outcome = 'open' for update`.execute(tx)
  if (instance === undefined) throw new Error(`${stored.number} waits for approval and has none`)
  const concerned = (matter.steps[instance.step]?.approve?.concerns ?? []).map((field) => stored.form[field])
  if ([stored.requester, instance.pressed_by, ...concerned].includes(to)) throw new Problem('not-allowed', say(
    `${stored.number} 是接手人自己申请或与他本人有关的，不能交给他审批，请另选一位。`, `${stored.number} was asked by the successor or is for him: he cannot approve it.`,
  ))
  if (stored.awaits.includes(to)) throw new Problem('conflict', say(
    `${stored.number} 已经在等接手人审批，请另选一位。`, `${stored.number} waits for the successor already; choose somebody else.`,
  ))
  await sql`
    update approval.task set person = ${to}::uuid, for_person = coalesce(for_person, ${from}::uuid), holder = null, version = version + 1
    where instance = ${instance.id}::uuid and person = ${from}::uuid and state in ('open', 'waiting')`.execute(tx)
  // Whose turn has not come yet is not waited for.
  await sql`
    with gone as (delete from matter.awaited where matter = ${stored.id}::uuid and person = ${from}::uuid returning matter)
    insert into matter.awaited (matter, person) select matter, ${to}::uuid from gone on conflict do nothing`.execute(tx)
}
