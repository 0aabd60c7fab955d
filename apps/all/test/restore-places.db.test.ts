// Where a restore may go 恢复到哪里: not onto what is there, not under a running server; and into a PostgreSQL of yours as well.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { startPostgres } from '@houqin/postgres'
import { command, newFolder, ready } from './launch.ts'

const passphrase = { HOUQIN_BACKUP_PASSPHRASE: 'lantern moth quartz 灯' }
const password = 'Vr7-lantern-moth-quartz'
const administrators = [
  { role: 'kernel.system-admin', username: 'qian', name: '钱一鸣', password },
  { role: 'kernel.security-admin', username: 'feng', name: '冯岚', password: `${password}-2` },
  { role: 'kernel.audit-admin', username: 'shi', name: '石磊', password: `${password}-3` },
]
const post = (url: string, body: object): Promise<Response> => fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
const knows = async (address: string): Promise<boolean> => (await post(`${address}/api/session`, { username: 'shi', password: `${password}-3` })).status === 200

describe('a restore', () => {
  const home = newFolder()
  const data = join(home, 'data')
  const encrypted = join(home, 'house.backup')
  const plain = join(home, 'house.tar')

  it('is refused onto what is there, under a running server and by a wrong passphrase, and changes nothing then', async (t) => {
    const server = await ready(t, ['--data', data, '--demo', 'off'])
    const link = /(http\S+)\/setup\/(\S+)/.exec(server.said())
    assert.equal((await post(`${link?.[1]}/api/setup/${link?.[2]}`, { administrators })).status, 201)
    assert.equal((await command(t, 'backup', [encrypted, '--data', data], passphrase)).code, 0)
    assert.equal((await command(t, 'backup', [plain, '--data', data])).code, 0)
    const weak = await command(t, 'backup', [join(home, 'weak'), '--data', data], { HOUQIN_BACKUP_PASSPHRASE: 'short' })
    assert.deepEqual([weak.code, /^口令太短/m.test(weak.said)], [1, true])
    for (const [args, environment, says] of [
      [[encrypted], passphrase, /不是空的，没有改动/],
      [[plain, '--replace'], {}, /正被进程 \d+ 使用/],
    ] as const) {
      const refused = await command(t, 'restore', [...args, '--data', data], environment)
      assert.deepEqual([refused.code, says.test(refused.said)], [1, true], refused.said)
    }
    const nobody = join(home, 'nobody')
    for (const [environment, says] of [[{ HOUQIN_BACKUP_PASSPHRASE: 'quite another one' }, /^口令不对/m], [{}, /没有终端可以输入口令/]] as const) {
      const refused = await command(t, 'restore', [encrypted, '--data', nobody], environment)
      assert.deepEqual([refused.code, says.test(refused.said)], [1, true], refused.said)
    }
    assert.deepEqual(readdirSync(home).toSorted(), ['data', 'house.backup', 'house.tar'])
    assert.ok(await knows(server.address))
    server.child.kill('SIGTERM')
    await once(server.child, 'exit')
  })

  it('that replaces keeps the old folder under another name, and this machine’s keys where the archive has none', async (t) => {
    const key = readFileSync(join(data, 'keys', 'secrets.key'))
    const back = await command(t, 'restore', [plain, '--data', data, '--replace'])
    assert.equal(back.code, 0, back.said)
    const kept = readdirSync(home).filter((name) => name.startsWith('data.replaced-'))
    assert.equal(kept.length, 1)
    assert.ok(existsSync(join(home, kept[0] ?? '', 'postgres', 'cluster')))
    assert.deepEqual(readFileSync(join(data, 'keys', 'secrets.key')), key)
    assert.ok(await knows((await ready(t, ['--data', data])).address))
  })

  it('goes into a PostgreSQL of yours by DATABASE_URL, files and keys beside it, and comes out of it again', async (t) => {
    const theirs = await startPostgres({ dataFolder: newFolder() })
    t.after(() => theirs.stop())
    const files = newFolder()
    const url = { DATABASE_URL: theirs.url }
    const back = await command(t, 'restore', [encrypted, '--data', files], { ...url, ...passphrase })
    assert.equal(back.code, 0, back.said)
    assert.deepEqual(readdirSync(files), ['keys'])
    const server = await ready(t, ['--data', files], url)
    assert.ok(await knows(server.address))
    const made = await command(t, 'backup', [join(home, 'theirs.tar'), '--data', files], url)
    assert.equal(made.code, 0, made.said)
    const inUse = await command(t, 'restore', [join(home, 'theirs.tar'), '--data', files], url)
    assert.deepEqual([inUse.code, /正由运行中的服务使用/.test(inUse.said)], [1, true])
    server.child.kill('SIGTERM')
    await once(server.child, 'exit')
    const occupied = await command(t, 'restore', [join(home, 'theirs.tar'), '--data', files], url)
    assert.deepEqual([occupied.code, /加 --replace/.test(occupied.said)], [1, true])
  })
})
