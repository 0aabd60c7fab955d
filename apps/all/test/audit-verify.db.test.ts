// The audit verified from outside 验审计: whole, changed by whoever owns the database, and shortened at its end.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { startPostgres } from '@houqin/postgres'
import pg from 'pg'
import { command, newFolder, ready } from './launch.ts'

it('names the first broken link: which, when, what was expected; and knows when the end is gone', async (t) => {
  const data = newFolder()
  const server = await ready(t, ['--data', data, '--demo', 'off'])
  const link = /(http\S+)\/setup\/(\S+)/.exec(server.said())
  const password = 'Vr7-lantern-moth-quartz'
  const administrators = [['system-admin', 'qian', '钱一鸣'], ['security-admin', 'feng', '冯岚'], ['audit-admin', 'shi', '石磊']].map(([role, username, name], place) => ({ role: `kernel.${role}`, username, name, password: `${password}-${place}` }))
  await fetch(`${link?.[1]}/api/setup/${link?.[2]}`, { method: 'POST', body: JSON.stringify({ administrators }), headers: { 'content-type': 'application/json' } })
  let whole = await command(t, 'audit-verify', ['--data', data])
  // sealed within a second
  while (/待封存 waiting for their seal: [1-9]/.test(whole.said)) whole = await command(t, 'audit-verify', ['--data', data])
  assert.equal(whole.code, 0, whole.said)
  assert.match(whole.said, /审计完整/)
  server.child.kill('SIGTERM')
  await once(server.child, 'exit')
  assert.match(readFileSync(join(data, 'audit-heads'), 'utf8'), /^(\S+Z \d+ [0-9a-f]{64} [0-9a-f]{16} [\w+/]{80,}={0,2}\n)+$/)

  const postgres = await startPostgres({ dataFolder: data })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  t.after(async () => {
    await client.end()
    await postgres.stop()
  })
  await client.query('alter table audit.entry disable trigger all; alter table audit.seal disable trigger all')
  const theirs = { DATABASE_URL: postgres.url }
  const { rows: [second] } = await client.query<{ id: string; summary: string; digest: string }>(`select e.id, e.summary, encode(e.digest, 'hex') as digest from audit.entry e join audit.seal s on s.entry_id = e.id where s.seq = 2`)
  assert.ok(second)
  await client.query(`update audit.entry set summary = '没有的事' where id = $1`, [second.id])
  const changed = await command(t, 'audit-verify', ['--data', data], theirs)
  assert.equal(changed.code, 3)
  assert.match(changed.said, new RegExp(`links that hold: 1；[\\s\\S]*内容或封条被改动[\\s\\S]*link 2 · 条目 entry ${second.id} · 时间 at \\S+Z\\n  应为 expected  ${second.digest}\\n  实为 found     [0-9a-f]{64}`))
  await client.query('update audit.entry set summary = $2 where id = $1', [second.id, second.summary])
  await client.query(`with gone as (delete from audit.seal where seq = (select max(seq) from audit.seal) returning entry_id) delete from audit.entry where id in (select entry_id from gone)`)
  const cut = await command(t, 'audit-verify', ['--data', data], theirs)
  assert.equal(cut.code, 3)
  assert.match(cut.said, /末尾被截去[\s\S]*实为 found     nothing/)
})
