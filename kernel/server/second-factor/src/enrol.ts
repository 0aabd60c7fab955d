// Enrolling 绑定: a fresh secret for the phone, proved by a first code; new recovery codes; and giving it up where no role requires it.
import { signature } from '@houqin/access'
import type { Actor } from '@houqin/access'
import { record } from '@houqin/audit'
import type { Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import type { BegunSecondFactor } from '@houqin/wire'
import { sql } from 'kysely'
import { addressOf, newRecoveryCodes, newSecret, recoveryHash } from './code.ts'
import { sealedFor } from './house.ts'
import type { House } from './house.ts'
import { fits, held, refusedBy } from './prove.ts'

export async function begin(tx: Tx, { clock, vault }: House, { actor, username, issuer }: { actor: Actor; username: string; issuer: string }): Promise<BegunSecondFactor> {
  const { account } = actor.principal
  if ((await held(tx, account))?.confirmed_at) throw new Problem('conflict', say('已经绑定了动态口令，如要换手机请先解除。', 'A phone is enrolled already: give it up first to take another.'))
  const secret = newSecret()
  const sealed = vault.seal({ of: sealedFor(account), text: secret })
  await sql`
    insert into second_factor.device (account, secret, begun_at) values (${account}, ${sealed}, ${clock.now()})
    on conflict (account) do update set secret = excluded.secret, begun_at = excluded.begun_at, last_step = null`.execute(tx)
  return { secret, uri: addressOf({ secret, username, issuer }) }
}

export async function confirm(tx: Tx, house: House, { actor, code }: { actor: Actor; code: string }): Promise<readonly string[]> {
  const { account } = actor.principal
  const device = await held(tx, account)
  if (!device || device.confirmed_at) throw new Problem('conflict', say('没有待确认的绑定，请重新扫码。', 'Nothing waits to be confirmed: begin again.'))
  if (!await fits(tx, house, { account, device, code })) throw wrongCode()
  await sql`update second_factor.device set confirmed_at = ${house.clock.now()} where account = ${account}`.execute(tx)
  await told(tx, house, actor, { action: 'second-factor.enrol', summary: '绑定了动态口令' })
  return freshRecovery(tx, account)
}

/** A code as its owner types it, and whom to tell of a wrong one. */
interface Typed {
  readonly actor: Actor
  readonly code: string
  readonly onWrong: () => void
}

export async function renewRecovery(tx: Tx, house: House, typed: Typed): Promise<readonly string[]> {
  const { actor } = typed
  await requireCode(tx, house, typed)
  await told(tx, house, actor, { action: 'second-factor.renew-recovery', summary: '换了一组恢复码，旧的作废' })
  return freshRecovery(tx, actor.principal.account)
}

export async function giveUp(tx: Tx, house: House, { required, ...typed }: Typed & { required: boolean }): Promise<void> {
  const { actor } = typed
  await requireCode(tx, house, typed)
  await forget(tx, actor.principal.account)
  await told(tx, house, actor, { action: 'second-factor.give-up', summary: required ? '解除了动态口令，须重新绑定后才能办理' : '解除了动态口令' })
}

export async function forget(tx: Tx, account: string): Promise<void> {
  await sql`delete from second_factor.recovery where account = ${account}`.execute(tx)
  await sql`delete from second_factor.device where account = ${account}`.execute(tx)
}

async function requireCode(tx: Tx, house: House, { actor, code, onWrong }: Typed): Promise<void> {
  const { account } = actor.principal
  const device = await held(tx, account)
  if (!device?.confirmed_at) throw new Problem('conflict', say('没有绑定动态口令。', 'No phone is enrolled.'))
  const refused = await refusedBy(tx, house, { account, device, code, wrong: wrongCode })
  if (refused?.counts) onWrong()
  if (refused) throw refused.problem
}
async function freshRecovery(tx: Tx, account: string): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  await sql`delete from second_factor.recovery where account = ${account}`.execute(tx)
  for (const code of codes) await sql`insert into second_factor.recovery (account, hash) values (${account}, ${recoveryHash(code)})`.execute(tx)
  return codes
}
async function told(tx: Tx, { clock }: House, actor: Actor, deed: { action: string; summary: string }): Promise<void> {
  await record(tx, { at: clock.now(), ...signature(actor), ...deed, subject: { kind: 'access.account', id: actor.principal.account } })
}
function wrongCode(): Problem {
  const says = say('动态口令不正确，请输入手机上现在显示的 6 位数字；仍不行时核对手机时间。', 'Not the code your phone shows now; check the time of your phone if it goes on.')
  return new Problem('bad-input', says, { issues: [{ at: 'code', says }] })
}
