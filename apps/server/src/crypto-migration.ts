// Changing the suite 更换密码套件: secrets sealed anew, another signing key, and a chain whose next link covers all before it.
import { noteHead, record, recordBy, sealOnce } from '@houqin/audit'
import type { Verification } from '@houqin/audit'
import { systemClock } from '@houqin/clock'
import { sealedIn } from '@houqin/compose'
import type { CryptoSuite } from '@houqin/crypto-suites'
import { openDatabase } from '@houqin/db'
import type { Db } from '@houqin/db'
import { fault } from '@houqin/fault'
import { beginSuccession, openSigner, succeedSigner } from '@houqin/secrets'
import type { Succession } from '@houqin/secrets'
import { sql } from 'kysely'
import { setTimeout } from 'node:timers/promises'
import { headsFile, verifyAudit } from './audit-heads.ts'
import type { HeadsFound } from './audit-heads.ts'
import { worldClockOf } from './world.ts'

export { suiteNamed } from '@houqin/crypto-suites'

export interface CryptoMigration {
  /** Left out where the house had the suite already. */
  readonly changed?: { readonly from: CryptoSuite['id']; readonly resealed: number; readonly resumed: boolean }
  readonly audit: Verification & HeadsFound
}

/**
 * No server may run on the database; none starts before it is through. Killed anywhere, it is called again and goes on.
 * @throws Fault `server.in-use`, `server.not-migrated`, and those of `beginSuccession` and `Succession.reseal`.
 */
export async function migrateCrypto({ databaseUrl, dataFolder, to, progress }: {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly to: CryptoSuite
  readonly progress: (step: { zh: string; en: string }) => void
}): Promise<CryptoMigration> {
  // one connection: any other of the house's is a server's
  const { db, close } = await openDatabase({ url: databaseUrl, poolSize: 1 })
  try {
    await requireTables(db)
    const succession = beginSuccession({ db, folder: dataFolder, suite: to, sealedIn })
    if (!succession) return { audit: await verifyAudit({ databaseUrl, dataFolder }) }
    await refuseInUse(db).catch((error: unknown) => {
      if (!succession.resumed) succession.abandon()
      throw error
    })
    const resealed = await succession.reseal((done) => progress({ zh: `重新加密 ${done}`, en: `sealed anew ${done}` }))
    succeedSigner({ folder: dataFolder, suite: to })
    progress({ zh: '封存审计', en: 'sealing the audit' })
    await turnChain({ db, dataFolder, succession, to, resealed })
    succession.finish()
    return { changed: { from: succession.from.id, resealed, resumed: succession.resumed }, audit: await verifyAudit({ databaseUrl, dataFolder }) }
  } finally {
    await close()
  }
}

/** What was recorded so far is sealed by the old digest; the entry of the change itself is the first of the new one, and its link covers the old head. */
async function turnChain({ db, dataFolder, succession, to, resealed }: { db: Db; dataFolder: string; succession: Succession; to: CryptoSuite; resealed: number }): Promise<void> {
  const clock = await worldClockOf(db, undefined)
  const { rows: [entry] } = await sql<{ id: string }>`select id from audit.entry where action = 'crypto.migrate' and after ->> 'kid' = ${succession.kid} limit 1`.execute(db)
  recordBy(to)
  if (!entry) {
    await sealAll(db, () => sealOnce(db, clock, succession.from.digest))
    const { rows: [head] } = await sql<{ seq: string; chain: string }>`select seq::text as seq, encode(chain, 'hex') as chain from audit.seal order by audit.seal.seq desc limit 1`.execute(db)
    await db.transaction().execute((tx) => record(tx, {
      at: clock.now(), actorName: '系统', action: 'crypto.migrate', summary: `在服务器上把密码套件由 ${succession.from.id} 换为 ${to.id}，重新加密 ${resealed} 项`,
      after: { from: succession.from.id, to: to.id, kid: succession.kid, resealed, head: head ?? null },
    }))
  }
  await sealAll(db, () => sealOnce(db, clock, to.digest))
  await noteHead({ db, file: headsFile(dataFolder), clock: systemClock, sign: openSigner({ folder: dataFolder, suite: to }).sign })
}

/** A transaction of another database on the same machine may hold a seal back for a moment; what is left after that the server seals. */
async function sealAll(db: Db, seal: () => Promise<number>): Promise<void> {
  for (let looks = 0; looks < 50; looks += 1) {
    while ((await seal()) > 0);
    const { rows: [left] } = await sql<{ some: boolean }>`select exists (select from audit.entry where not exists (select from audit.seal where seal.entry_id = entry.id)) as some`.execute(db)
    if (left?.some !== true) return
    await setTimeout(100)
  }
}

async function requireTables(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from unnest(${['audit.seal', ...sealedIn.map(({ table }) => table)]}::text[]) as name where to_regclass(name) is null`.execute(db)
  if (rows.length > 0)
    throw fault({ code: 'server.not-migrated', zh: '数据库还没有升级到本程序的版本：请先用 npm start 启动一次，再停止服务。', en: 'The database is not of this version yet: start the house once with npm start, and stop it again.' })
}

/** A server that has just been stopped leaves its connections for a moment: they are waited for. */
async function refuseInUse(db: Db): Promise<void> {
  for (let looks = 0; looks < 20; looks += 1) {
    const { rows } = await sql`select from pg_stat_activity where datname = current_database() and application_name in ('houqin', 'houqin events') and pid <> pg_backend_pid()`.execute(db)
    if (rows.length === 0) return
    await setTimeout(100)
  }
  throw fault({ code: 'server.in-use', zh: '服务正在运行：请先停止服务，再更换密码套件。没有改动任何数据。', en: 'The server is running: stop it first, then change the suite. Nothing was changed.' })
}
