// A PostgreSQL of yours 使用自有数据库: every PostgreSQL of this machine that is 15 or later carries the house, and an archive goes from any into any.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startPostgres } from '@houqin/postgres'
import pg from 'pg'
import { command, newFolder, ready } from './launch.ts'

interface Theirs {
  readonly name: string
  /** Starts it anew, empty. @returns the address of a database whose owner is no superuser. */
  start(t: TestContext): Promise<string>
}

const debian = '/usr/lib/postgresql'
const ofApt = (existsSync(debian) ? readdirSync(debian) : []).filter((version) => Number(version) >= 15 && existsSync(join(debian, version, 'bin', 'postgres')))
const all: readonly Theirs[] = [
  {
    name: 'embedded, reached as yours',
    async start(t) {
      const { url, stop } = await startPostgres({ dataFolder: newFolder() })
      t.after(stop)
      return url
    },
  },
  ...ofApt.map((version): Theirs => ({ name: `${version} of apt`, start: (t) => startOfApt(t, version) })),
]

/** As its packages would start it: over TCP, by a user without rights where we are root. */
async function startOfApt(t: TestContext, version: string): Promise<string> {
  const folder = newFolder()
  const cluster = join(folder, 'cluster')
  const bin = (name: string): string => join(debian, version, 'bin', name)
  const isRoot = process.getuid?.() === 0
  const [, uid = '', gid = ''] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
  const as = isRoot ? { uid: Number(uid), gid: Number(gid) } : {}
  mkdirSync(cluster)
  if (isRoot) for (const path of [folder, cluster]) chownSync(path, Number(uid), Number(gid))
  chmodSync(folder, 0o755)
  execFileSync(bin('initdb'), ['--pgdata', cluster, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'], { ...as, cwd: '/', stdio: 'ignore' })
  const port = 20_000 + (process.pid % 20_000)
  const postmaster = spawn(bin('postgres'), ['-D', cluster, '-p', String(port), '-k', cluster, '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'], { ...as, cwd: '/', stdio: 'ignore' })
  t.after(async () => {
    const gone = once(postmaster, 'exit')
    postmaster.kill('SIGINT')
    await gone
  })
  for (;;) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres' })
    try {
      await client.connect()
      await client.query("create role bureau login password 'secret'")
      await client.query("create database bureau owner bureau template template0 encoding 'UTF8' locale 'C.UTF-8'")
      await client.end()
      return `postgresql://bureau:secret@127.0.0.1:${port}/bureau`
    } catch (error) {
      assert.equal(postmaster.exitCode, null, String(error))
      await client.end().catch(() => undefined)
      await pause(50)
    }
  }
}

describe('a PostgreSQL of yours', () => {
  let before: string | undefined
  for (const { name, start } of all) {
    it(`${name}: carries the house, gives an archive, and takes one that another wrote`, async (t) => {
      const url = await start(t)
      const files = newFolder()
      const environment = { DATABASE_URL: url }
      if (before !== undefined) {
        const back = await command(t, 'restore', [before, '--data', files], environment)
        assert.equal(back.code, 0, back.said)
      }
      const server = await ready(t, ['--data', files, '--demo', 'off'], environment)
      assert.equal((await fetch(`${server.address}/api/health`)).status, 200)
      const link = /(http\S+)\/setup\/(\S+)/.exec(server.said())
      assert.equal(link === null, before !== undefined, 'the administrators came with the archive')
      const administrators = ['system-admin', 'security-admin', 'audit-admin'].map((role, place) => ({ role: `kernel.${role}`, username: `admin.${place}`, name: `管理员${place}`, password: `Vr7-lantern-moth-quartz-${place}` }))
      if (link) assert.equal((await fetch(`${link[1]}/api/setup/${link[2]}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ administrators }) })).status, 201)
      const { username, password } = administrators[2] ?? {}
      assert.equal((await fetch(`${server.address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) })).status, 200)
      const archive = join(newFolder(), 'house.tar')
      const made = await command(t, 'backup', [archive, '--data', files], environment)
      assert.equal(made.code, 0, made.said)
      before = archive
      server.child.kill('SIGTERM')
      await once(server.child, 'exit')
    })
  }
})
