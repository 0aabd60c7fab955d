// npm start as people meet it: ready, stopped, killed, started again, refused in one sentence.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { startPostgres } from '@houqin/postgres'
import pg from 'pg'
import { childOf, launch, newFolder, ready } from './launch.ts'

describe('npm start', () => {
  // One folder for all: making a database anew is most of a first start.
  const data = newFolder()

  it('opens an address, Ctrl-C leaves no lock and exit code 0, and the second start is ready within five seconds', async (t) => {
    const first = await ready(t, ['--data', data])
    assert.equal((await fetch(`${first.address}/api/health`)).status, 200)
    assert.match(first.said(), /启动内嵌数据库[\s\S]*智慧后勤已就绪 Houqin is ready:[\s\S]*按 Ctrl-C 停止[\s\S]*Press Ctrl-C to stop/)
    first.child.kill('SIGINT')
    assert.deepEqual(await once(first.child, 'exit'), [0, null])
    assert.equal(existsSync(join(data, 'postgres', 'lock')), false)
    assert.equal(existsSync(join(data, 'postgres', 'cluster', 'postmaster.pid')), false)

    const begun = performance.now()
    await ready(t, ['--data', data])
    assert.ok(performance.now() - begun < 5_000)
  })

  it('after kill -9 of the server or of what started it is ready again within five seconds', async (t) => {
    const first = await ready(t, ['--data', data])
    const server = childOf(first.child)
    process.kill(server, 'SIGKILL')
    await once(first.child, 'exit')

    let begun = performance.now()
    const second = await ready(t, ['--data', data])
    assert.ok(performance.now() - begun < 5_000)

    second.child.kill('SIGKILL')
    // Our pipe is closed by the last of them to end.
    await once(second.child, 'close')
    assert.equal(existsSync(join(data, 'postgres', 'lock')), false)
    begun = performance.now()
    await ready(t, ['--data', data])
    assert.ok(performance.now() - begun < 5_000)
  })

  it('refuses a taken port and a data folder in use, and the one that has them goes on', async (t) => {
    const running = await ready(t, ['--data', data])
    const port = new URL(running.address).port
    const inUse = await refused(t, ['--data', data, '--port', '0'])
    assert.match(inUse, /^数据目录 \S+ 正被进程 \d+ 使用：.*\nThe data folder \S+ is in use by process \d+: .*$/)
    const other = newFolder()
    const taken = await refused(t, ['--data', other, '--port', port])
    assert.match(taken, new RegExp(`^端口 ${port} 已被占用：.*\\nPort ${port} is taken: .*$`))
    assert.equal(existsSync(join(other, 'postgres', 'lock')), false)
    assert.equal((await fetch(`${running.address}/api/health`)).status, 200)
  })

  it('refuses a database of a newer version and leaves it as it was', async (t) => {
    const newer = newFolder()
    await query(newer, `
      create schema houqin;
      create table houqin.migration (schema text, name text, checksum text, applied_at timestamptz, primary key (schema, name));
      insert into houqin.migration values ('fleet', '0999_flying-cars.sql', 'abc', '2030-01-01')`)
    assert.match(await refused(t, ['--data', newer]), /^数据库由更新的版本写入（本程序不认识 fleet\/0999_flying-cars\.sql），未作任何改动：/)
    assert.deepEqual(await query(newer, 'select name from houqin.migration'), [{ name: '0999_flying-cars.sql' }])
  })

  it('refuses a folder it may not write and a flag it does not know', async (t) => {
    const folder = newFolder()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    assert.match(await refused(t, ['--data', join(file, 'data')]), /^无权写入数据目录 /)
    assert.match(await refused(t, ['--port', 'eighty']), /^--port（或 HOUQIN_PORT）的值“eighty”不对：/)
    assert.match(await refused(t, ['--prot', '80']), /^看不懂的选项/)
  })

  it('uses the database of yours that DATABASE_URL names, and says when it is not there', async (t) => {
    const postgres = await startPostgres({ dataFolder: data })
    t.after(() => postgres.stop())
    const empty = newFolder()
    const running = await ready(t, ['--data', empty], { DATABASE_URL: postgres.url })
    assert.equal((await fetch(`${running.address}/api/health`)).status, 200)
    assert.equal(existsSync(join(empty, 'postgres')), false)
    assert.match(await refused(t, ['--data', empty], { DATABASE_URL: 'postgresql://houqin@127.0.0.1:1/houqin' }), /^连不上数据库 /)
  })

  it('stops with a sentence when its database is killed under it', async (t) => {
    const running = await ready(t, ['--data', data])
    const [postmaster] = readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(postmaster), 'SIGKILL')
    const [code] = await once(running.child, 'close')
    assert.equal(code, 1)
    assert.match(running.said(), /内嵌数据库意外终止/)
  })

  it('prints its options', async (t) => {
    const { child, said } = launch(t, ['--help'])
    assert.deepEqual(await once(child, 'close'), [0, null])
    assert.match(said(), /--port 8080[\s\S]*DATABASE_URL/)
  })
})

describe('the bootstrap', () => {
  it('runs any other script on our own Node, with its arguments, and passes on its exit code', async (t) => {
    const folder = newFolder()
    const script = join(folder, 'script.ts')
    writeFileSync(script, 'const said: string = JSON.stringify([process.version, ...process.argv.slice(2)])\nconsole.log(said)\nprocess.exit(7)\n')
    const { child, said } = launch(t, ['--then', script, 'a', '--b'])
    assert.deepEqual(await once(child, 'close'), [7, null])
    assert.deepEqual(JSON.parse(said()), ['v24.21.0', 'a', '--b'])
  })

  it('passes a signal on and ends by it when the script does', async (t) => {
    const folder = newFolder()
    const script = join(folder, 'script.ts')
    writeFileSync(script, 'console.log("up")\nsetInterval(() => undefined, 1000)\n')
    const { child, output } = launch(t, ['--then', script])
    await once(output, 'data')
    child.kill('SIGTERM')
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGTERM'])
  })
})

/** What it said on standard error before it ended with exit code 1. */
async function refused(t: TestContext, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const { child } = launch(t, ['--port', '0', ...args], environment)
  let errors = ''
  child.stderr.on('data', (piece: string) => { errors += piece })
  const [code] = await once(child, 'close')
  assert.equal(code, 1)
  return errors.trim()
}

async function query(dataFolder: string, text: string): Promise<readonly unknown[]> {
  const postgres = await startPostgres({ dataFolder })
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query<Record<string, unknown>>(text)
  await client.end()
  await postgres.stop()
  return rows ?? []
}
