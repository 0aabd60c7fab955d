// Resetting an account 重置账号 from the machine itself: for whoever runs the server, who alone may do it for an overseer.
import { createAccess, systemActor, usernameOf } from '@houqin/access'
import { openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { catalogueOf } from '@houqin/define'
import { fault } from '@houqin/fault'
import { sql } from 'kysely'
import { keysOfHouse } from './keys-of-house.ts'
import { parts } from './subsystems.ts'
import { worldClockOf } from './world.ts'

export interface ResetAccount {
  readonly username: string
  readonly name: string
  /** Shown once; changed at the next sign-in. */
  readonly handoverPassword: string
  /** A disabled account stays so. */
  readonly disabled: boolean
}

/**
 * Gives the account a password to hand over: its sessions end, a lock after failures is lifted, and it stands in the
 * audit. @throws Fault `server.no-accounts`, `server.no-such-account`, and those of opening a database.
 */
export async function resetAccount({ databaseUrl, dataFolder, username: typed }: { databaseUrl: string; dataFolder: string; username: string }): Promise<ResetAccount> {
  const { db, close } = await openDatabase({ url: databaseUrl, poolSize: 2 })
  try {
    await keysOfHouse(dataFolder)
    const username = usernameOf(typed)
    const { id, name, disabled } = await accountNamed(db, username)
    const access = createAccess({ catalogue: catalogueOf(parts.map(({ subsystem }) => subsystem)), clock: await worldClockOf(db, undefined) })
    const { handoverPassword } = await db.transaction().execute((tx) => access.accounts.reset(tx, systemActor, id))
    return { username, name, handoverPassword, disabled }
  } finally {
    await close()
  }
}

async function accountNamed(db: Db, username: string): Promise<{ id: string; name: string; disabled: boolean }> {
  const { rows: [tables] } = await sql<{ ready: boolean }>`select to_regclass('access.account') is not null as ready`.execute(db)
  if (tables?.ready !== true) throw fault({
    code: 'server.no-accounts',
    zh: '数据库里还没有账号：请先运行 npm start。',
    en: 'There are no accounts in the database yet: run npm start first.',
  })
  const { rows: [account] } = await sql<{ id: string; name: string; disabled: boolean }>`
    select id, name, disabled_at is not null as disabled from access.account where username = ${username}`.execute(db)
  if (!account) throw fault({
    code: 'server.no-such-account',
    zh: `没有用户名为“${username}”的账号：请核对用户名（不是姓名）。`,
    en: `There is no account “${username}”: check the username, which is not the person's name.`,
  })
  return account
}
