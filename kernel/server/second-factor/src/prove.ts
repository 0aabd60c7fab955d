// At the door 登录核对: the code fits, once; five wrong ones in a row shut the account's second lock for a quarter of an hour.
import { record } from '@houqin/audit'
import type { Db, Tx } from '@houqin/db'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { digitsOf, recoveryHash, stepOf } from './code.ts'
import { sealedFor } from './house.ts'
import type { House } from './house.ts'

const mostWrong = 5
const lockMs = 15 * 60_000

export interface Device {
  readonly secret: string
  readonly confirmed_at: Date | null
  readonly last_step: string | null
  readonly locked_until: Date | null
}
export interface Refused {
  readonly problem: Problem
  /** Somebody who knew the password was wrong about the code. */
  readonly counts: boolean
}

/** Undefined when the account has no second factor, or the code fits; it is used up in `tx`. */
export async function prove(tx: Tx, house: House, { account, code }: { account: string; code: string | undefined }): Promise<Refused | undefined> {
  const device = await held(tx, account)
  if (!device?.confirmed_at) return undefined
  if (code === undefined || code.trim() === '') return { problem: wanted(), counts: false }
  return refusedBy(tx, house, { account, device, code, wrong: wrongAtDoor })
}

/** Whether the code of an enrolled phone is refused; one that fits is used up, and what was wrong before forgotten. */
export async function refusedBy(tx: Tx, house: House, { account, device, code, wrong }: { account: string; device: Device; code: string; wrong: () => Problem }): Promise<Refused | undefined> {
  const now = house.clock.now()
  if (device.locked_until && device.locked_until > now) return { problem: locked(device.locked_until, now), counts: false }
  if (!await fits(tx, house, { account, device, code })) return { problem: wrong(), counts: true }
  await sql`update second_factor.device set failures = 0, locked_until = null where account = ${account}`.execute(tx)
  return undefined
}

/** Locked, so that one code opens one door. */
export async function held(tx: Tx, account: string): Promise<Device | undefined> {
  const { rows } = await sql<Device>`select secret, confirmed_at, last_step, locked_until from second_factor.device where account = ${account} for update`.execute(tx)
  return rows[0]
}

/** Whether a code fits, and uses it up. */
export async function fits(tx: Tx, { clock, phoneClock, vault }: House, { account, device, code }: { account: string; device: Device; code: string }): Promise<boolean> {
  const digits = digitsOf(code)
  if (digits !== undefined) {
    const step = stepOf({ secret: vault.open({ of: sealedFor(account), sealed: device.secret }), code: digits, at: phoneClock.now() })
    if (step === undefined || (device.last_step !== null && step <= Number(device.last_step))) return false
    await sql`update second_factor.device set last_step = ${step} where account = ${account}`.execute(tx)
    return true
  }
  const hash = recoveryHash(code)
  if (hash === undefined) return false
  const { rows } = await sql`
    update second_factor.recovery set used_at = ${clock.now()} where account = ${account} and hash = ${hash} and used_at is null returning hash`.execute(tx)
  if (rows.length > 0) await record(tx, {
    at: clock.now(), actor: account, actorName: await nameOf(tx, account), action: 'second-factor.recovery', subject: { kind: 'access.account', id: account }, summary: '用了一个恢复码代替动态口令',
  })
  return rows.length > 0
}

/** @param known what whoever typed it had proved already, as the audit says it. */
export async function countWrong(db: Db, { clock }: House, { account, ip, known }: { account: string; ip: string; known: string }): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const at = clock.now()
    const { rows: [counted] } = await sql<{ failures: number }>`
      update second_factor.device set failures = failures + 1 where account = ${account} returning failures`.execute(tx)
    const shut = (counted?.failures ?? 0) >= mostWrong
    if (shut) await sql`update second_factor.device set failures = 0, locked_until = ${new Date(at.getTime() + lockMs)} where account = ${account}`.execute(tx)
    await record(tx, {
      at, ip, actor: account, actorName: await nameOf(tx, account), action: 'second-factor.refused', subject: { kind: 'access.account', id: account },
      summary: shut ? `${known}而动态口令连续输错，暂时锁定` : `${known}，动态口令不正确`,
    })
  })
}

export async function nameOf(tx: Db | Tx, account: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from access.account where id = ${account}`.execute(tx)
  return rows[0]?.name ?? ''
}
function locked(until: Date, now: Date): Problem {
  const retryAfter = Math.ceil((until.getTime() - now.getTime()) / 1000)
  return new Problem('too-many-requests', say(
    `动态口令连续输错，请在 ${Math.ceil(retryAfter / 60)} 分钟后再试。`, `Too many wrong codes: try again in ${Math.ceil(retryAfter / 60)} minutes.`,
  ), { more: { retryAfter } })
}
function wanted(): Problem {
  return new Problem('sign-in-refused', say('请输入手机上的动态口令（6 位），或一个恢复码。', 'Type the six digits your phone shows, or a recovery code.'), { more: { secondFactor: 'wanted' } })
}
function wrongAtDoor(): Problem {
  return new Problem('sign-in-refused', say(
    '动态口令不正确或已用过：请等手机上换了新的再输，并核对手机时间。', 'The code is wrong or was used already: wait for the next one, and check the time of your phone.',
  ), { more: { secondFactor: 'wrong' } })
}
