// The server's own start: ready or not, a port that is taken, HTTPS with files, a database that does not suit.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@houqin/db'
import { startPostgres } from '@houqin/postgres'
import type { RunningPostgres } from '@houqin/postgres'
import { sql } from 'kysely'
import { listen } from '../src/listen.ts'
import { startServer } from '../src/start.ts'
import type { ServerOptions } from '../src/start.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))

describe('the server', () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'houqin-server-'))
  let postgres: RunningPostgres
  before(async () => { postgres = await startPostgres({ dataFolder }) })
  after(async () => {
    await postgres.stop()
    rmSync(dataFolder, { recursive: true })
  })

  const options = (more: Partial<ServerOptions> = {}): ServerOptions => ({
    databaseUrl: postgres.url, port: 0, host: '127.0.0.1', tls: { kind: 'off' }, demo: false, dataFolder,
    log: () => undefined, progress: () => undefined, ...more,
  })

  it('is healthy from the moment it is ready until it is closed', async () => {
    const server = await startServer(options())
    const health = await fetch(`${server.address}/api/health`)
    assert.deepEqual([health.status, await health.json()], [200, { status: 'ready', version: '0.1.0' }])
    await server.close()
    await assert.rejects(fetch(`${server.address}/api/health`))
  })

  it('says 503 while it prepares', async (t) => {
    const door = await listen({ port: 0, host: '127.0.0.1', tls: { kind: 'off' } })
    t.after(() => door.close())
    assert.equal((await fetch(`${door.address}/api/health`)).status, 503)
    door.open((_request, response) => response.end('open'))
    assert.equal((await fetch(`${door.address}/api/health`)).status, 200)
  })

  it('refuses a taken port before it touches the database', async (t) => {
    const taken = createServer().listen(0, '127.0.0.1')
    t.after(() => taken.close())
    await once(taken, 'listening')
    const address = taken.address()
    assert.ok(typeof address === 'object' && address !== null)
    await assert.rejects(startServer(options({ port: address.port, databaseUrl: 'postgresql://nobody@127.0.0.1:1/none' })), (error) => {
      assert.ok(error instanceof Error)
      assert.match(error.message, new RegExp(`^端口 ${address.port} 已被占用：.*\\nPort ${address.port} is taken: `))
      return true
    })
  })

  it('refuses an unfit database with every reason, and gives the port back', async () => {
    const { db, close } = await openDatabase({ url: postgres.url })
    await sql.raw("create database plain template template0 encoding 'UTF8' locale 'C'").execute(db)
    await close()
    const databaseUrl = new URL(postgres.url)
    databaseUrl.pathname = '/plain'
    const port = await freePort()
    await assert.rejects(startServer(options({ databaseUrl: databaseUrl.href, port })), { code: 'server.database-unfit' })
    await (await startServer(options({ port }))).close()
  })

  it('refuses a key that is not the database’s, unless it is said to be lost', async () => {
    await (await startServer(options())).close()
    const key = join(dataFolder, 'keys', 'secrets.key')
    assert.ok(existsSync(key), 'made at the first start')
    const { db, close } = await openDatabase({ url: postgres.url })
    await sql`insert into channel.setup (id, kind, title, settings, secrets, enabled, per_minute, created_at, changed_at)
      values ('0193a000-0000-7000-8000-000000000001', 'sms', '短信', '{}', '{"v":1,"kid":"of another house"}', false, 1, '2026-11-24', '2026-11-24')`.execute(db)
    await assert.rejects(startServer(options()), { code: 'secrets.key-other' })
    rmSync(key)
    await assert.rejects(startServer(options()), { code: 'secrets.key-missing' })
    assert.ok(!existsSync(key), 'nothing is made in its place')
    await (await startServer(options({ secretsLost: true }))).close()
    assert.ok(existsSync(key))
    await sql`delete from channel.setup`.execute(db)
    await close()
    await (await startServer(options())).close()
  })

  it('serves HTTPS with a certificate and key of yours, and tells of a pair that does not match', async (t) => {
    const server = await startServer(options({ tls: { kind: 'files', cert: fixture('localhost-cert.pem'), key: fixture('localhost-key.pem') } }))
    t.after(() => server.close())
    assert.match(server.address, /^https:\/\/localhost:\d+$/)
    assert.equal(await statusOverTls(`${server.address}/api/health`, fixture('localhost-cert.pem')), 200)
    const mixed = startServer(options({ tls: { kind: 'files', cert: fixture('localhost-cert.pem'), key: fixture('other-key.pem') } }))
    await assert.rejects(mixed, { code: 'server.bad-certificate' })
    const absent = startServer(options({ tls: { kind: 'files', cert: '/none/cert.pem', key: '/none/key.pem' } }))
    await assert.rejects(absent, { code: 'server.bad-certificate' })
  })

  it('gives the public address where one is set', async (t) => {
    const server = await startServer(options({ publicUrl: 'https://houqin.example.gov.cn' }))
    t.after(() => server.close())
    assert.equal(server.address, 'https://houqin.example.gov.cn')
  })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function statusOverTls(url: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = request(url, { ca: readFileSync(ca), family: 4, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    call.on('error', reject).end()
  })
}
