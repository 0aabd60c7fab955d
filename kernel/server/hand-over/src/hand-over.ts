// Handing one matter over 移交: whoever had it in hand, or was asked to approve it, is followed by somebody else, and the timeline says so.
import { accountOf, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Clock } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { Catalogue, Matter } from '@houqin/define'
import { publish } from '@houqin/events'
import { columnSql, tableSqlOf } from '@houqin/fields'
import { asAccount, loadMatter, matterOf, nameOf, noSuchMatter, signed, writeHappening } from '@houqin/matter-records'
import type { StoredMatter } from '@houqin/matter-records'
import { matterNumber } from '@houqin/numbering'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'

export interface Handing {
  readonly actor: Actor
  readonly number: string
  readonly from: string
  readonly to: string
  /** Why, for the timeline: such as the number of a leave. */
  readonly because: string
}
interface Desk {
  readonly catalogue: Catalogue
  readonly clock: Clock
}

/**
 * The caller answers for who may do this. An approval keeps whom it is decided for, so that the page says 代.
 * @returns false where `from` no longer has it in hand.
 * @throws Problem not-found; bad-input for somebody without an account in use; not-allowed for who asked, or whom it is for.
 */
export async function handOver(tx: Tx, desk: Desk, handing: Handing): Promise<boolean> {
  const { actor, from, to, because } = handing
  const { stored, matter } = await lock(tx, desk, handing.number)
  await requireAccount(tx, to)
  const isApprover = stored.approving !== null && stored.awaits.includes(from)
  const isHolder = stored.approving === null && stored.closedAt === null && stored.holderPerson === from
  if (!isApprover && !isHolder) return false
  await (isApprover ? handTasks(tx, { stored, matter, from, to }) : handMatter(tx, { stored, matter, to }))
  const caller = asAccount(actor)
  const version = stored.version + 1
  const at = desk.clock.now()
  await writeHappening(tx, {
    matter: stored.id, at, what: 'comment', version, by: nameOf(caller), comment: because,
    parties: [{ person: to, why: isApprover ? 'approver' : 'holder' }],
  })
  await record(tx, {
    at, ...signed(caller), action: `${matter.id}.hand-over`, subject: { kind: matter.id, id: stored.id },
    summary: `${stored.number} 移交:${because}`, before: { person: from }, after: { person: to, as: isApprover ? 'approver' : 'holder' },
  })
  for (const topic of ['matter', 'inbox'] as const)
    await publish(tx, { at, topic, audience: { persons: [from, to] }, payload: { matter: matter.id, number: stored.number, step: 'hand-over', state: stored.state, version } })
  return true
}

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
  throw new Problem('bad-input', say('接手的人没有可用的账号,请另选一位。', 'Whoever takes it over has no account in use; choose somebody else.'))
}

/** A fact that names the holder names the successor, so that the next state finds him too. */
async function handMatter(tx: Tx, { stored, matter, to }: { stored: StoredMatter; matter: Matter; to: string }): Promise<void> {
  const held = matter.states[stored.state]?.held
  if (held !== undefined && 'fact' in held)
    await sql`update ${tableSqlOf(matter.id)} set ${columnSql(held.fact)} = ${to}::uuid where matter = ${stored.id}::uuid`.execute(tx)
  await sql`update matter.matter set holder_person = ${to}::uuid, holder_role = null, version = version + 1 where id = ${stored.id}::uuid`.execute(tx)
}

async function handTasks(tx: Tx, { stored, matter, from, to }: { stored: StoredMatter; matter: Matter; from: string; to: string }): Promise<void> {
  const { rows: [instance] } = await sql<{ id: string; pressed_by: string | null; step: string }>`
    select id, pressed_by, step from approval.instance where matter = ${stored.id}::uuid and outcome = 'open' for update`.execute(tx)
  if (instance === undefined) throw new Error(`${stored.number} waits for approval and has none`)
  const concerned = (matter.steps[instance.step]?.approve?.concerns ?? []).map((field) => stored.form[field])
  if ([stored.requester, instance.pressed_by, ...concerned].includes(to)) throw new Problem('not-allowed', say(
    `${stored.number} 是接手人自己申请或与他本人有关的,不能交给他审批,请另选一位。`, `${stored.number} was asked by the successor or is for him: he cannot approve it.`,
  ))
  if (stored.awaits.includes(to)) throw new Problem('conflict', say(
    `${stored.number} 已经在等接手人审批,请另选一位。`, `${stored.number} waits for the successor already; choose somebody else.`,
  ))
  await sql`
    update approval.task set person = ${to}::uuid, for_person = coalesce(for_person, ${from}::uuid), version = version + 1
    where instance = ${instance.id}::uuid and person = ${from}::uuid and state in ('open', 'waiting')`.execute(tx)
  await sql`delete from matter.awaited where matter = ${stored.id}::uuid and person = ${from}::uuid`.execute(tx)
  await sql`insert into matter.awaited (matter, person) values (${stored.id}::uuid, ${to}::uuid) on conflict do nothing`.execute(tx)
  await sql`update matter.matter set version = version + 1 where id = ${stored.id}::uuid`.execute(tx)
}
