// Whether a database of yours suits us: version, encoding, locale, extensions, rights. Ours does; DATABASE_URL is asked.
import { sql } from 'kysely'
import type { Db, Tx } from './database.ts'

/** One thing wrong and how to mend it. */
export interface Finding {
  readonly code: string
  readonly zh: string
  readonly en: string
}

/** Extensions the migrations rely on, and the one that tells a deaf locale. Both are trusted: the owner of a database may create them. */
const extensions = ['btree_gist', 'pg_trgm'] as const

const oldestVersion = 150_000

interface Facts {
  readonly version: number
  readonly versionName: string
  readonly database: string
  readonly encoding: string
  readonly locale: string
  readonly standby: boolean
  readonly mayCreate: boolean
}

/** Everything that bars us from this database; empty when it suits. Leaves no trace in it. */
export async function checkDatabase(db: Db): Promise<readonly Finding[]> {
  const facts = await factsOf(db)
  const findings = [...oldVersion(facts), ...otherEncoding(facts), ...readOnly(facts), ...noRight(facts)]
  if (findings.length > 0) return findings
  const missing = await missingExtensions(db)
  return missing.length > 0 ? missing : await deafToChinese(db, facts)
}

async function factsOf(db: Db): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as "versionName",
           datname as database, pg_encoding_to_char(encoding) as encoding, datctype as locale,
           pg_is_in_recovery() as standby, has_database_privilege(datname, 'create') as "mayCreate"
    from pg_database where datname = current_database()`.execute(db)
  const facts = rows[0]
  if (facts === undefined) throw new Error('the database does not list itself')
  return facts
}

function oldVersion({ version, versionName }: Facts): Finding[] {
  return version >= oldestVersion ? [] : [{
    code: 'db.old-version',
    zh: `数据库版本 ${versionName} 过低：需要 PostgreSQL 15 或更高版本，请先升级。`,
    en: `The database is version ${versionName}: PostgreSQL 15 or later is needed, upgrade it first.`,
  }]
}

function otherEncoding({ encoding, database }: Facts): Finding[] {
  return encoding === 'UTF8' ? [] : [{
    code: 'db.not-utf8',
    zh: `数据库 ${database} 的编码是 ${encoding}，存不下全部汉字：${remedy.zh}`,
    en: `The database ${database} is encoded in ${encoding}, which cannot hold every Chinese character: ${remedy.en}`,
  }]
}

function readOnly({ standby, database }: Facts): Finding[] {
  return standby ? [{
    code: 'db.standby',
    zh: `数据库 ${database} 是只读的备库：请让 DATABASE_URL 指向主库。`,
    en: `The database ${database} is a read-only standby: point DATABASE_URL at the primary.`,
  }] : []
}

function noRight({ mayCreate, database }: Facts): Finding[] {
  return mayCreate ? [] : [{
    code: 'db.no-right',
    zh: `当前用户无权在数据库 ${database} 中建立模式：请由管理员执行 alter database "${database}" owner to 该用户。`,
    en: `This user may not create schemas in ${database}: have an administrator run alter database "${database}" owner to that user.`,
  }]
}

// Created and undone: what counts is whether we could.
async function missingExtensions(db: Db): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const extension of extensions) {
    const refusal = await undone(db, (tx) => sql`create extension if not exists ${sql.id(extension)}`.execute(tx).then(() => undefined, messageOf))
    if (refusal !== undefined) findings.push({
      code: 'db.no-extension',
      zh: `数据库中没有扩展 ${extension}，当前用户也无法建立（${refusal}）：请安装 postgresql-contrib，并由管理员执行 create extension ${extension}。`,
      en: `The extension ${extension} is missing and this user cannot create it (${refusal}): install postgresql-contrib and have an administrator run create extension ${extension}.`,
    })
  }
  return findings
}

// A locale of plain C takes Chinese characters for punctuation: search would find nothing and say nothing.
async function deafToChinese(db: Db, { locale, database }: Facts): Promise<readonly Finding[]> {
  const hears = await undone(db, async (tx) => {
    await sql`create extension if not exists pg_trgm`.execute(tx)
    const { rows } = await sql<{ hears: boolean }>`
      select cardinality(show_trgm('公务用车')) > 0 and lower('É') = 'é' as hears`.execute(tx)
    return rows[0]?.hears === true
  })
  return hears ? [] : [{
    code: 'db.deaf-locale',
    zh: `数据库 ${database} 的区域设置 ${locale} 不识汉字，将无法检索：${remedy.zh}`,
    en: `The locale ${locale} of database ${database} does not know Chinese characters, so search would find nothing: ${remedy.en}`,
  }]
}

/** What `ask` answered, in a transaction that is then undone. */
async function undone<Answer>(db: Db, ask: (tx: Tx) => Promise<Answer>): Promise<Answer> {
  const tx = await db.startTransaction().execute()
  try {
    return await ask(tx)
  } finally {
    await tx.rollback().execute()
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

const createdRight = "create database houqin template template0 encoding 'UTF8' locale 'C.UTF-8'"
const remedy = Object.freeze({ zh: `请用 ${createdRight} 另建数据库。`, en: `make another with ${createdRight}.` })
