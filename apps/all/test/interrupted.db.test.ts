// Interrupted 中断: a backup or a restore killed in the middle leaves nothing half, and run again it starts over.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { childOf, command, launch, newFolder, ready } from './launch.ts'

/** Killed as soon as `seen` is true. */
async function killed(t: TestContext, name: 'backup' | 'restore', args: readonly string[], seen: () => boolean): Promise<void> {
  const { child, said } = launch(t, ['--then', `apps/all/src/${name}.ts`, ...args])
  const gone = once(child, 'close')
  while (!seen() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2))
  assert.equal(child.exitCode, null, `it ended before it could be killed:\n${said()}`)
  process.kill(childOf(child), 'SIGKILL')
  await gone
}

describe('killed in the middle', () => {
  const home = newFolder()
  const data = join(home, 'data')
  const archive = join(home, 'house.tar')

  it('a backup leaves no archive under its name', async (t) => {
    const server = await ready(t, ['--data', data, '--demo', 'off'])
    const unfinished = `${archive}.unfinished`
    await killed(t, 'backup', [archive, '--data', data], () => existsSync(unfinished))
    assert.deepEqual([existsSync(archive), existsSync(unfinished)], [false, true])
    const made = await command(t, 'backup', [archive, '--data', data])
    assert.equal(made.code, 0, made.said)
    assert.match(made.said, /未加密，也不含密钥与证书/)
    assert.deepEqual([existsSync(archive), existsSync(unfinished)], [true, false])
    assert.equal((await command(t, 'backup', ['--verify', archive])).code, 0)
    server.child.kill('SIGTERM')
    await once(server.child, 'exit')
  })

  it('a restore has touched nothing, and no start takes the empty place', async (t) => {
    const target = join(home, 'elsewhere')
    const growing = `${target}.restoring`
    await killed(t, 'restore', [archive, '--data', target], () => existsSync(join(growing, 'postgres', 'cluster')))
    assert.deepEqual([existsSync(target), existsSync(growing)], [false, true])
    const refused = launch(t, ['--data', target, '--port', '0'])
    assert.deepEqual(await once(refused.child, 'close'), [1, null])
    assert.match(refused.said(), /上次恢复没有完成/)
    const back = await command(t, 'restore', [archive, '--data', target])
    assert.equal(back.code, 0, back.said)
    assert.deepEqual([existsSync(target), existsSync(growing)], [true, false])
    const server = await ready(t, ['--data', target])
    assert.equal((await fetch(`${server.address}/api/health`)).status, 200)
  })
})
