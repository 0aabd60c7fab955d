// The embedded database in an ordinary life: first start, second start, a second user, a stop.
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isFault } from '@houqin/fault'
import { startPostgres } from '../src/index.ts'
import type { RunningPostgres } from '../src/index.ts'
import { ask, isRunning, newFolder } from './holder.ts'

describe('the embedded database', () => {
  it('keeps what was written from one start to the next, and leaves neither process nor lock when stopped', async (t) => {
    const dataFolder = newFolder()
    const first = await startPostgres({ dataFolder })
    await ask(first.url, "create table lamp (room text); insert into lamp values ('302室')")
    await first.stop()
    await first.stop()
    assert.equal(isRunning(first.pid), false)
    assert.deepEqual(readdirSync(join(dataFolder, 'postgres')).toSorted(), ['cluster', 'lib', 'password', 'place.json'])

    const second = await startPostgres({ dataFolder })
    t.after(() => second.stop())
    assert.deepEqual(await ask(second.url, 'select room from lamp'), [{ room: '302室' }])
  })

  describe('while it runs', () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'houqin-postgres-'))
    let postgres: RunningPostgres
    before(async () => { postgres = await startPostgres({ dataFolder }) })
    after(async () => {
      await postgres.stop()
      rmSync(dataFolder, { recursive: true })
    })

    it('is UTF-8, sorts and searches Chinese, and offers the extensions the subsystems use', async () => {
      for (const extension of ['pg_trgm', 'btree_gist']) await ask(postgres.url, `create extension ${extension}`)
      const [facts] = await ask(postgres.url, `
        select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datctype as ctype, datcollate as collate,
               current_setting('timezone') as zone, current_setting('server_version_num')::int / 10000 as major,
               cardinality(show_trgm('公务用车')) as trigrams
        from pg_database where datname = current_database()`)
      assert.deepEqual(facts, { encoding: 'UTF8', provider: 'c', ctype: 'C.UTF-8', collate: 'C.UTF-8', zone: 'UTC', major: 17, trigrams: 5 })
    })

    it('lets in nobody without the password, listens on no network, and the product is no superuser', async () => {
      const stranger = new URL(postgres.url)
      stranger.password = 'guess'
      await assert.rejects(ask(stranger.href, 'select 1'), /password authentication failed/)
      stranger.username = 'postgres'
      await assert.rejects(ask(stranger.href, 'select 1'), /password authentication failed/)
      const [facts] = await ask(postgres.url, "select current_setting('listen_addresses') as net, current_setting('is_superuser') as super")
      assert.deepEqual(facts, { net: '', super: 'off' })
      assert.equal(statSync(join(dataFolder, 'postgres', 'password')).mode & 0o777, 0o600)
    })

    it('refuses a second start in its folder, and neither it nor its lock is disturbed', async () => {
      await assert.rejects(startPostgres({ dataFolder }), (error) => {
        assert.ok(isFault(error))
        assert.equal(error.code, 'postgres.folder-in-use')
        assert.match(error.zh, new RegExp(`正被进程 ${process.pid} 使用`))
        return true
      })
      assert.deepEqual(await ask(postgres.url, 'select 1 as one'), [{ one: 1 }])
      await assert.rejects(startPostgres({ dataFolder }), { code: 'postgres.folder-in-use' })
    })
  })

  it('lets only one of two that start at the same instant have the folder', async () => {
    const dataFolder = newFolder()
    const outcomes = await Promise.allSettled([startPostgres({ dataFolder }), startPostgres({ dataFolder })])
    const started = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    for (const { value } of started) await value.stop()
    assert.equal(started.length, 1)
  })

  it('works where the path is too long for a socket', async () => {
    const dataFolder = join(newFolder(), '机关事务管理局后勤服务中心数据目录'.repeat(3), 'data')
    mkdirSync(dataFolder, { recursive: true })
    const { url, stop } = await startPostgres({ dataFolder })
    const socketFolder = new URL(url).searchParams.get('host') ?? ''
    assert.deepEqual(await ask(url, 'select 1 as one'), [{ one: 1 }])
    assert.equal(statSync(socketFolder).mode & 0o777, 0o700)
    await stop()
    assert.equal(existsSync(socketFolder), false)
  })

  it('does not begin afresh when the file that says where the database lies is damaged, or the database is of another version', async () => {
    const dataFolder = newFolder()
    await (await startPostgres({ dataFolder })).stop()
    const version = join(dataFolder, 'postgres', 'cluster', 'PG_VERSION')
    writeFileSync(version, '18\n')
    await assert.rejects(startPostgres({ dataFolder }), { code: 'postgres.other-major' })
    assert.equal(readFileSync(version, 'utf8'), '18\n')
    writeFileSync(join(dataFolder, 'postgres', 'place.json'), '{')
    await assert.rejects(startPostgres({ dataFolder }), { code: 'postgres.place-unreadable' })
    assert.equal(existsSync(join(dataFolder, 'postgres', 'lock')), false)
  })
})
