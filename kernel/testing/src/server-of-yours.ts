// A server of yours 自备的数据库: whether the tests can run on it, told in a sentence before any of them begins.
import { checkDatabase, openDatabase } from '@houqin/db'
import type { Finding } from '@houqin/db'
import { fault } from '@houqin/fault'
import { sql } from 'kysely'

/** What PostgreSQL comes with. */
export const fewestConnections = 100

/** Version, encoding, locale and extensions as a house is asked for them, and what tests need besides: databases of their own, and seats. */
export async function findingsOfServer(url: string): Promise<readonly Finding[]> {
  const { db, close } = await openDatabase({ url, poolSize: 1 })
  try {
    const { rows: [facts] } = await sql<{ name: string; mayMake: boolean; connections: number }>`
      select rolname as name, rolcreatedb or rolsuper as "mayMake", current_setting('max_connections')::int as connections from pg_roles where rolname = current_user`.execute(db)
    const findings = [...await checkDatabase(db)]
    if (facts && !facts.mayMake) findings.push({
      code: 'testing.no-databases',
      zh: `用户 ${facts.name} 无权建库，测试要为每个文件建一个库：请由管理员执行 alter role "${facts.name}" createdb。`,
      en: `The user ${facts.name} may not create databases, and each test file makes its own: have an administrator run alter role "${facts.name}" createdb.`,
    })
    if (facts && facts.connections < fewestConnections) findings.push({
      code: 'testing.few-connections',
      zh: `服务器只容 ${facts.connections} 个连接，测试至少要 ${fewestConnections} 个：请设 max_connections = ${fewestConnections} 并重启。`,
      en: `The server takes ${facts.connections} connections, and the tests need ${fewestConnections} at least: set max_connections = ${fewestConnections} and restart it.`,
    })
    return findings
  } finally {
    await close()
  }
}

/** @throws Fault `testing.server-unfit` with a sentence for each thing, and the database's own when nobody answers. */
export async function refuseUnfitServer(url: string): Promise<void> {
  const findings = await findingsOfServer(url)
  if (findings.length > 0) throw fault({ code: 'testing.server-unfit', zh: findings.map(({ zh }) => zh).join('\n'), en: findings.map(({ en }) => en).join('\n') })
}
