// The suite changed 更换密码套件: killed in the middle and taken up again; every secret opens, and one chain is verified over both suites.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { startPostgres } from '@houqin/postgres'
import { openVault } from '@houqin/secrets'
import pg from 'pg'
import { childOf, command, launch, newFolder, ready } from './launch.ts'

const secretsKept = 600
const killedAt = 250

it('goes on where it was killed, and keeps nothing back', async (t) => {
  const data = newFolder()
  const server = await ready(t, ['--data', data, '--demo', 'off'])
  const running = await command(t, 'crypto-migrate', ['--to', 'gm', '--data', data])
  assert.equal(running.code, 1)
  assert.match(running.said, /请先停止服务/)
  assert.equal(existsSync(join(data, 'keys', 'secrets.key.next')), false, 'refused, it leaves nothing behind')
  server.child.kill('SIGTERM')
  await once(server.child, 'exit')

  const postgres = await startPostgres({ dataFolder: data })
  const theirs = { DATABASE_URL: postgres.url }
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  t.after(async () => {
    await client.end()
    await postgres.stop()
  })
  const before = await openVault({ folder: data })
  const rows = Array.from({ length: secretsKept }, (_, at) => ({ id: randomUUID(), text: `{"url":"机器人 ${at}"}` }))
  await client.query(
    `insert into channel.setup (id, kind, title, settings, secrets, enabled, per_minute, created_at, changed_at)
     select id, 'wecom-robot', id::text, '{}', sealed, false, 60, '2026-11-24', '2026-11-24' from unnest($1::uuid[], $2::text[]) as kept (id, sealed)`,
    [rows.map(({ id }) => id), rows.map(({ id, text }) => before.seal({ of: `channel.setup:${id}`, text }))])
  const resealed = async (): Promise<number> => {
    const { rows: [found] } = await client.query<{ count: number }>(`select count(*)::int as count from channel.setup where secrets::jsonb ->> 'kid' <> $1`, [before.kid()])
    return found?.count ?? 0
  }

  // somebody holds one row, so that the change stops before it
  const holder = new pg.Client({ connectionString: postgres.url })
  await holder.connect()
  const held = rows.map(({ id }) => id).toSorted()[killedAt]
  await holder.query('begin')
  await holder.query('select from channel.setup where id = $1 for update', [held])
  const first = launch(t, ['--then', 'apps/all/src/crypto-migrate.ts', '--to', 'gm', '--data', data], theirs)
  let ended = false
  const closed = once(first.child, 'close').then(() => { ended = true })
  while (!ended && await resealed() < killedAt) await setTimeout(20)
  assert.equal(ended, false, first.said())
  process.kill(childOf(first.child), 'SIGKILL')
  await closed
  assert.equal(await resealed(), killedAt, 'killed in the middle')
  await holder.query('rollback')
  await holder.end()

  for (const [name, args] of [['main', ['--port', '0', '--demo', 'off']], ['audit-verify', []], ['backup', [join(data, 'half.tar')]]] as const) {
    const refused = await command(t, name, [...args, '--data', data], theirs)
    assert.equal(refused.code, 1, name)
    assert.match(refused.said, /更换密码套件的操作没有做完/, name)
  }
  const other = await command(t, 'crypto-migrate', ['--to', 'intl', '--data', data], theirs)
  assert.match(other.said, /请先以 --to gm 再运行一次/)

  const done = await command(t, 'crypto-migrate', ['--to', 'gm', '--data', data], theirs)
  assert.equal(done.code, 0, done.said)
  assert.match(done.said, new RegExp(`已由 intl 换为 gm（接着上次）：重新加密 ${secretsKept} 项`))

  const vault = await openVault({ folder: data })
  assert.equal(vault.suite().id, 'gm')
  const { rows: kept } = await client.query<{ id: string; secrets: string }>('select id, secrets from channel.setup')
  const texts = new Map<string, string>(rows.map(({ id, text }) => [id, text]))
  assert.equal(kept.length, secretsKept)
  for (const { id, secrets } of kept) assert.equal(vault.open({ of: `channel.setup:${id}`, sealed: secrets }), texts.get(id))
  assert.deepEqual(readdirSync(join(data, 'keys')).toSorted(), ['secrets.key', `secrets.key.${before.kid()}`, 'signing.key'])

  const { rows: links } = await client.query<{ suite: string; action: string; covers: boolean; head: string | null; previous: string }>(`
    select s.suite, e.action, s.previous = (select chain from audit.seal where seq = s.seq - 1) as covers, e.after -> 'head' ->> 'chain' as head, encode(s.previous, 'hex') as previous
    from audit.seal s join audit.entry e on e.id = s.entry_id order by s.seq`)
  const turn = links.findIndex(({ suite }) => suite === 'sm3')
  assert.equal(links.filter(({ action }) => action === 'crypto.migrate').length, 1)
  assert.deepEqual([links[turn]?.action, links[turn]?.covers, links[turn]?.head === links[turn]?.previous], ['crypto.migrate', true, true])
  assert.deepEqual(new Set(links.slice(0, turn).map(({ suite }) => suite)), new Set(['sha-256']))
  assert.deepEqual(new Set(links.slice(turn).map(({ suite }) => suite)), new Set(['sm3']))

  const verified = await command(t, 'audit-verify', ['--data', data], theirs)
  assert.equal(verified.code, 0, verified.said)
  const keys = await command(t, 'signing-key', ['--data', data])
  assert.match(keys.said, /in use: SM2-SM3[\s\S]*formerly: Ed25519/)
  const again = await command(t, 'crypto-migrate', ['--to', 'gm', '--data', data], theirs)
  assert.equal(again.code, 0)
  assert.match(again.said, /已经是 gm，没有改动/)

  const started = await ready(t, ['--data', data, '--demo', 'off'], theirs)
  assert.equal((await fetch(`${started.address}/api/health`)).status, 200)
  started.child.kill('SIGTERM')
  await once(started.child, 'exit')
  const back = await command(t, 'crypto-migrate', ['--to', 'intl', '--data', data], theirs)
  assert.equal(back.code, 0, back.said)
  assert.match(back.said, new RegExp(`已由 gm 换为 intl：重新加密 ${secretsKept} 项`))
})
