// 换钥: one key of another suite takes the place of the house's, row by row; killed anywhere, the next run goes on.
import { linkSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { suiteOfCipher } from '@houqin/crypto-suites'
import type { CryptoSuite } from '@houqin/crypto-suites'
import type { Db } from '@houqin/db'
import { fault, isFault } from '@houqin/fault'
import { sql } from 'kysely'
import { keyFile, makeKey, nextKeyFile, readKey } from './key-file.ts'
import type { Key } from './key-file.ts'
import type { SealedColumn } from './prove-key.ts'
import { openBy, sealBy } from './vault.ts'
import { settle } from './whole-file.ts'

export interface Succession {
  readonly from: CryptoSuite
  /** Name of the key that comes. */
  readonly kid: string
  /** Whether an earlier run had begun it. */
  readonly resumed: boolean
  /**
   * Seals every row with the key that comes, each in a transaction of its own, and opens all of them once more. @returns how many there are.
   * @throws Fault `secrets.cannot-reseal` for a row that neither key opens: nothing of it is changed.
   */
  reseal(progress: (done: number) => void): Promise<number>
  /** The key that comes takes the name; the other stays as `secrets.key.<its name>`, for archives of earlier days. */
  finish(): void
  /** Forgets a key that has sealed nothing yet. */
  abandon(): void
}

const batch = 200

/**
 * From here until `finish` no server starts on the folder. @returns undefined where the house has the suite already.
 * @throws Fault `secrets.no-key`, `secrets.other-succession`, `secrets.key-unreadable`.
 */
export function beginSuccession({ db, folder, suite, sealedIn }: { readonly db: Db; readonly folder: string; readonly suite: CryptoSuite; readonly sealedIn: readonly SealedColumn[] }): Succession | undefined {
  const held = readKey(keyFile(folder))
  const from = held && suiteOfCipher(held.suite)
  if (!held || !from)
    throw fault({ code: 'secrets.no-key', zh: `目录 ${folder} 里没有密钥：请先用 npm start 启动一次。`, en: `There is no key in ${folder}: start the house once with npm start.` })
  const begun = readKey(nextKeyFile(folder))
  if (begun && begun.suite !== suite.cipher.name) {
    const to = suiteOfCipher(begun.suite)?.id ?? '?'
    throw fault({ code: 'secrets.other-succession', zh: `上次开始的是改用 ${to}，还没有做完：请先以 --to ${to} 再运行一次。`, en: `A change to ${to} was begun and not finished: run it once more with --to ${to} first.` })
  }
  if (!begun && from.id === suite.id) return undefined
  const next = begun ?? makeKey(nextKeyFile(folder), suite)
  return Object.freeze<Succession>({
    from,
    kid: next.kid,
    resumed: begun !== undefined,
    async reseal(progress) {
      let done = 0
      for (const column of sealedIn) done = await resealColumn({ db, column, held, next, done, progress })
      return verified({ db, sealedIn, next })
    },
    finish() {
      try {
        linkSync(keyFile(folder), `${keyFile(folder)}.${held.kid}`)
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      }
      renameSync(nextKeyFile(folder), keyFile(folder))
      settle(dirname(keyFile(folder)))
    },
    abandon: () => rmSync(nextKeyFile(folder), { force: true }),
  })
}

interface SealedRow {
  readonly key: string
  readonly sealed: string
}

async function resealColumn({ db, column, held, next, done, progress }: {
  db: Db
  column: SealedColumn
  held: Key
  next: Key
  done: number
  progress: (done: number) => void
}): Promise<number> {
  const key = sql.ref(column.key)
  const text = sql.ref(column.column)
  let count = done
  for (let last = ''; ;) {
    const { rows } = await sql<SealedRow>`
      select ${key}::text as key, ${text} as sealed from ${sql.table(column.table)}
      where ${text} is not null and ${text}::jsonb ->> 'kid' is distinct from ${next.kid} and ${key}::text collate "C" > ${last} order by ${key}::text collate "C" limit ${batch}`.execute(db)
    for (const row of rows) {
      const of = column.of(row.key)
      const opened = openedOr(held, { of, sealed: row.sealed }, column)
      await sql`update ${sql.table(column.table)} set ${text} = ${sealBy(next, { of, text: opened })} where ${key}::text = ${row.key} and ${text} = ${row.sealed}`.execute(db)
      count += 1
      last = row.key
    }
    progress(count)
    if (rows.length < batch) return count
  }
}

async function verified({ db, sealedIn, next }: { db: Db; sealedIn: readonly SealedColumn[]; next: Key }): Promise<number> {
  let count = 0
  for (const column of sealedIn) {
    const { rows } = await sql<SealedRow>`
      select ${sql.ref(column.key)}::text as key, ${sql.ref(column.column)} as sealed from ${sql.table(column.table)} where ${sql.ref(column.column)} is not null`.execute(db)
    for (const { key, sealed } of rows) openedOr(next, { of: column.of(key), sealed }, column)
    count += rows.length
  }
  return count
}

function openedOr(key: Key, what: { readonly of: string; readonly sealed: string }, { table }: SealedColumn): string {
  try {
    return openBy(key, what)
  } catch (cause) {
    if (isFault(cause)) throw cause
    throw fault({
      code: 'secrets.cannot-reseal',
      zh: `${table} 里 ${what.of} 的密文用现有密钥解不开：请恢复当时的密钥文件；确实丢失时先用 --secrets-lost 启动，把它重新填写或删除，再更换套件。已换的不受影响。`,
      en: `What ${table} keeps for ${what.of} does not open with the key at hand: restore the key it was sealed with; if that is lost for ever, start with --secrets-lost, enter it anew or remove it, and change the suite then. What was done already stays done.`,
      cause,
    })
  }
}
