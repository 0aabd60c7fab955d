// What nobody should have to make up 自动编排: the next personnel number, and a username from the name.
import type { Db, Tx } from '@houqin/db'
import { sql } from 'kysely'
import { pinyin } from 'pinyin-pro'

/** Locks the numbering for the rest of the transaction: two newcomers at once get two numbers. */
export async function nextPersonNumber(tx: Tx): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('people.person number'))`.execute(tx)
  const { rows: [found] } = await sql<{ last: string | null }>`
    select max(substring(number from 2)::bigint)::text as last from people.person where number ~ '^Q[0-9]{1,9}$'`.execute(tx)
  return `Q${String(Number(found?.last ?? 0) + 1).padStart(5, '0')}`
}

/** 王小芳 → wang.xiaofang, with a number behind where somebody has it; undefined for a name that says nothing in Latin letters. */
export async function freeUsername(db: Db | Tx, name: string): Promise<string | undefined> {
  const [family = '', ...given] = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'removed', v: true })
  const base = [family, given.join('')].filter(Boolean).join('.').toLowerCase().replace(/[^a-z.]/g, '').slice(0, 40)
  if (base.length < 2) return undefined
  const { rows } = await sql<{ username: string }>`select username from access.account where username = ${base} or username ~ ${`^${base.replaceAll('.', '\\.')}[0-9]+$`}`.execute(db)
  const taken = new Set(rows.map(({ username }) => username))
  for (let nth = 1; ; nth += 1) {
    const candidate = nth === 1 ? base : `${base}${nth}`
    if (!taken.has(candidate)) return candidate
  }
}
