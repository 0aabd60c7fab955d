// Commands as an officer gives them 下达指令: checked before they leave, kept as rows with their end, two people for what could cut a terminal off.
import { holdersOf, signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { newId } from '@houqin/fields'
import type { System } from '@houqin/http'
import { heldAlarms, unshown } from '@houqin/jt808'
import { Problem, say } from '@houqin/problem'
import { noRow, scopeSql } from '@houqin/register-rights'
import { sql } from 'kysely'
import { fleetOfficer, terminal, vehicle } from '../../contract/index.ts'
import { commandKinds, needsSecond } from '../../contract/command.ts'
import type { CommandRow } from '../../contract/answers.ts'
import type { Command, CommandState } from '../../contract/command.ts'
import { ordinary } from '../positions.ts'

/** What an officer hands in: what is acknowledged is read off the car. */
export type GivenCommand = Exclude<Command, { kind: 'confirm' }> | { readonly kind: 'confirm' }

const columns = sql`
  c.id, jsonb_build_object('id', t.id, 'plate', t.plate) as vehicle, c.identity as terminal, c.kind, c.given, c.state, c.code, c.why, c.answer,
  jsonb_build_object('account', c.asked_by, 'name', c.asked_name) as "askedBy", c.asked_at as "askedAt",
  case when c.second_by is null then null else jsonb_build_object('account', c.second_by, 'name', c.second_name) end as "secondBy", c.sent_at as "sentAt", c.settled_at as "settledAt"`
const shown = sql`from fleet.command c join fleet.vehicle t on t.id = c.vehicle where ${ordinary}`
const mostShown = 200

/** The newest first, of one car or of all the reader may see. */
export async function commandsOf(db: Db | Tx, actor: Actor, car: string | null): Promise<readonly CommandRow<Date>[]> {
  const { rows } = await sql<CommandRow<Date>>`
    select ${columns} ${shown} and ${scopeSql(actor, vehicle, 'read')} and (${car}::uuid is null or c.vehicle = ${car}::uuid) order by c.state = 'confirming' desc, c.asked_at desc, c.id limit ${mostShown}`.execute(db)
  return rows
}

interface Addressed {
  /** Null for a car without one; its number too. */
  readonly terminal: string | null
  readonly number: string | null
  readonly plate: string
  readonly online: boolean
  readonly alarms: string
}
/** @throws Problem `not-found` for a car one may not see, `bad-input` for what the terminal cannot take, `step-not-possible` where there is nobody to hear it. */
export async function giveCommand(tx: Tx, system: System, actor: Actor, { car, given }: { car: string; given: GivenCommand }): Promise<CommandRow<Date>> {
  const { rows: [to] } = await sql<Addressed>`
    select b.id as terminal, b.number, t.plate, coalesce(p.online, false) as online, coalesce(l.alarms, 0)::text as alarms
      from fleet.vehicle t left join fleet.latest_position l on l.vehicle = t.id
      left join lateral (select b.id, b.number from fleet.terminal b where b.vehicle = t.id and b.retired_at is null and b.standing <> 'removed' order by b.standing = 'inUse' desc, b.number limit 1) b on true
      left join lateral (select online from fleet.presence where terminal = b.id order by id desc limit 1) p on true
     where t.id = ${car}::uuid and t.retired_at is null and ${ordinary} and ${scopeSql(actor, vehicle, 'read')}`.execute(tx)
  if (!to) throw noRow(vehicle)
  if (to.terminal === null) throw new Problem('step-not-possible', say(`${to.plate} 没有登记在用的终端，指令没有地方下发。请先在“车载终端”里登记。`, `${to.plate} has no terminal in the ledger to take a command. Enter it under Terminals first.`))
  const command = checked(given, to)
  const { clock } = system
  const at = clock.now()
  const id = newId(clock)
  const state: CommandState = needsSecond(command) ? 'confirming' : to.online ? 'queued' : 'offline'
  await sql`
    insert into fleet.command (id, vehicle, terminal, identity, kind, given, asked_by, asked_name, asked_at, state, queued_at, settled_at, why)
    values (${id}::uuid, ${car}::uuid, ${to.terminal}::uuid, ${to.number}, ${command.kind}, ${JSON.stringify(command)}::jsonb, ${actor.principal.account}::uuid, ${actor.principal.name}, ${at}, ${state},
      ${state === 'queued' ? at : null}, ${state === 'offline' ? at : null}, ${state === 'offline' ? 'away' : null})`.execute(tx)
  await noted(tx, actor, { at, deed: 'command', id: to.terminal, summary: `对 ${to.plate} 的终端 ${to.number}：${commandKinds[command.kind]}`, after: command })
  if (state === 'queued') await call(tx)
  if (state === 'confirming') await askSecondOfficer(tx, system, actor, { id, plate: to.plate, number: to.number ?? '' })
  return one(tx, id)
}

const lookAt = (id: string): string => `fleet.command:${id}`
async function askSecondOfficer(tx: Tx, { catalogue, clock, notices }: System, { principal }: Actor, { id, plate, number }: { id: string; plate: string; number: string }): Promise<void> {
  const persons = await holdersOf(tx, catalogue, { role: fleetOfficer, organ: null, site: null, day: clock.today() })
  await notices.second.ask(tx, {
    key: lookAt(id), persons, role: fleetOfficer.role, by: principal, path: '/fleet/commands',
    subject: say(`改 ${plate} 终端的服务器地址`, `a new server for the terminal of ${plate}`),
    comment: say(`终端 ${number}。地址错了终端会从此失联，请核对后在“终端指令”里确认或撤回。`, `Terminal ${number}. A wrong address loses it for good: check it, then confirm or withdraw it under Terminal commands.`),
  })
}

/** By another officer than whoever asked. @throws Problem `not-found`, `not-allowed`, `step-not-possible`. */
export async function confirmCommand(tx: Tx, { clock, notices }: System, actor: Actor, id: string): Promise<CommandRow<Date>> {
  const known = await locked(tx, actor, id)
  if (known.askedBy.account === actor.principal.account)
    throw new Problem('not-allowed', say('改服务器地址可能让终端从此失联，要由另一名公车管理员确认，不能自己确认自己。', 'A wrong server address may lose the terminal for good: another officer confirms it, not whoever asked.'))
  const at = clock.now()
  await sql`update fleet.command set state = 'queued', queued_at = ${at}, second_by = ${actor.principal.account}::uuid, second_name = ${actor.principal.name}, second_at = ${at} where id = ${id}::uuid`.execute(tx)
  await noted(tx, actor, { at, deed: 'command-confirm', id: known.terminalId, summary: `确认 ${known.askedBy.name} 对 ${known.vehicle.plate} 的指令：${commandKinds[known.kind]}`, after: known.given })
  await notices.second.settle(tx, lookAt(id))
  await call(tx)
  return one(tx, id)
}
/** Before it has left. */
export async function withdrawCommand(tx: Tx, { clock, notices }: System, actor: Actor, id: string): Promise<CommandRow<Date>> {
  const known = await locked(tx, actor, id)
  const at = clock.now()
  await sql`update fleet.command set state = 'withdrawn', settled_at = ${at}, recorded_at = ${at} where id = ${id}::uuid`.execute(tx)
  await noted(tx, actor, { at, deed: 'command-withdraw', id: known.terminalId, summary: `撤回对 ${known.vehicle.plate} 的指令：${commandKinds[known.kind]}`, after: known.given })
  await notices.second.settle(tx, lookAt(id))
  return one(tx, id)
}

async function locked(tx: Tx, actor: Actor, id: string): Promise<CommandRow<Date> & { readonly terminalId: string }> {
  const { rows: [known] } = await sql<CommandRow<Date> & { terminalId: string }>`
    select ${columns}, c.terminal as "terminalId" ${shown} and c.id = ${id}::uuid and ${scopeSql(actor, vehicle, 'read')} for update of c`.execute(tx)
  if (!known) throw new Problem('not-found', say('没有这条指令，或您看不到它。', 'There is no such command, or it is not yours to see.'))
  if (known.state !== 'confirming') throw new Problem('step-not-possible', say('这条指令已经不在等待确认。请刷新后看它的结果。', 'The command waits for nobody any more. Look at what became of it.'))
  return known
}
async function one(tx: Tx, id: string): Promise<CommandRow<Date>> {
  const { rows: [row] } = await sql<CommandRow<Date>>`select ${columns} from fleet.command c join fleet.vehicle t on t.id = c.vehicle where c.id = ${id}::uuid`.execute(tx)
  if (!row) throw new Error(`the command ${id} went away inside this transaction`)
  return row
}
/** Whoever has the terminal looks at once; what is said while nobody listens is found a little later. */
async function call(tx: Tx): Promise<void> {
  await sql`select pg_notify('fleet_command', '')`.execute(tx)
}
async function noted(tx: Tx, actor: Actor, { at, deed, id, summary, after }: { at: Date; deed: string; id: string; summary: string; after: Command }): Promise<void> {
  await record(tx, { at, ...signature(actor), action: `fleet.${deed}`, subject: { kind: terminal.id, id }, summary, after })
}

const wrong = (field: string, zh: string, en: string): Problem => new Problem('bad-input', say(zh, en), { issues: [{ at: field, says: say(zh, en) }] })
function checked(given: GivenCommand, { plate, alarms }: Addressed): Command {
  if (given.kind === 'text') {
    const without = unshown(given.words)
    if (without.length > 0)
      throw wrong('words', `终端只能显示国标汉字、数字和常用符号，显示不了 ${without.slice(0, 5).map((one) => (one < ' ' ? '换行等控制字符' : `“${one}”`)).join('、')}，请删去后再发。`,
        `A terminal shows Hanzi, digits and common signs alone; it has no sign for ${without.slice(0, 5).map((one) => (one < ' ' ? 'line breaks' : `“${one}”`)).join(', ')}. Take them out and send again.`)
  }
  if (given.kind === 'set') {
    const { kind: _, ...values } = given
    if (Object.values(values).every((value) => value === undefined)) throw wrong('', '没有要改的参数，请至少填一项。', 'There is nothing to set; fill in one at least.')
    if (given.server !== undefined && !/^(?!-)[A-Za-z0-9.-]{1,100}$/.test(given.server)) throw wrong('server', '服务器地址是域名或 IPv4 地址，不带协议和端口。', 'A server is a name or an IPv4 address, without protocol and port.')
  }
  if (given.kind !== 'confirm') return given
  const held = (Number(alarms) & heldAlarms) >>> 0
  if (held === 0) throw new Problem('step-not-possible', say(`${plate} 的终端没有等待平台确认的报警。`, `The terminal of ${plate} holds no alarm that waits to be acknowledged.`))
  return { kind: 'confirm', alarms: held }
}
