// The key proved at a start 启动核对: what the database holds sealed must be of the key in the data folder.
import type { Db } from '@houqin/db'
import { fault } from '@houqin/fault'
import { sql } from 'kysely'
import type { Vault } from './vault.ts'

/** A text column that holds what a vault sealed, or null. */
export interface SealedColumn {
  /** With its schema, as in `notice.channel`. */
  readonly table: string
  readonly column: string
  /** The column that tells its rows apart, as text. */
  readonly key: string
  /** Of what the text is the secret of, by that key: what it was sealed for. */
  readonly of: (key: string) => string
}

/**
 * Call after the migrations, before anything is opened. Makes the key of a first start.
 * @param lost the key is known to be gone: starts all the same, and every secret has to be entered anew.
 * @throws Fault `secrets.key-missing` or `secrets.key-other`.
 */
export async function proveKey({ vault, db, sealedIn, lost = false }: {
  readonly vault: Vault
  readonly db: Db
  readonly sealedIn: readonly SealedColumn[]
  readonly lost?: boolean
}): Promise<void> {
  const foreign: string[] = []
  for (const { table, column } of sealedIn) {
    const { rows } = await sql<{ kid: string | null }>`select distinct ${sql.ref(column)}::jsonb ->> 'kid' as kid from ${sql.table(table)} where ${sql.ref(column)} is not null`.execute(db)
    foreign.push(...rows.filter(({ kid }) => kid !== vault.kid()).map(({ kid }) => kid ?? '?'))
  }
  if (foreign.length > 0 && !lost) throw vault.kid() === undefined ? missing(vault.file) : other(vault.file, foreign)
  vault.ready()
}

const missing = (file: string): Error => fault({
  code: 'secrets.key-missing',
  zh: `数据库里有加密保存的密码，但密钥文件 ${file} 不在了：请从备份恢复它；确实丢失时用 --secrets-lost 启动，再把通知渠道等处的密码重新填一遍。`,
  en: `The database holds sealed passwords, but the key file ${file} is not there: restore it from a backup; if it is lost for ever, start with --secrets-lost and enter the passwords of notice channels and the like anew.`,
})
const other = (file: string, kids: readonly string[]): Error => fault({
  code: 'secrets.key-other',
  zh: `密钥文件 ${file} 与数据库不是一对（数据库里的密码用密钥 ${[...new Set(kids)].join('、')} 加密）：请恢复与这个数据库同时备份的密钥文件；确实丢失时用 --secrets-lost 启动，再把密码全部重新填一遍。`,
  en: `The key file ${file} does not belong to this database (its passwords were sealed with key ${[...new Set(kids)].join(', ')}): restore the key file backed up with this database; if it is lost for ever, start with --secrets-lost and enter every password anew.`,
})
