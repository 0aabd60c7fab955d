// The bundle 离线安装包: unpacked on a machine that has neither network nor Node, it starts, shows its console and gives a backup.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { command, newFolder } from './launch.ts'

it('starts where there is no network', async (t) => {
  const folder = newFolder()
  const made = await command(t, 'bundle', [folder, '--level', '1'])
  assert.equal(made.code, 0, made.said)
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  execFileSync('tar', ['xzf', join(folder, readdirSync(folder).find((name) => name.endsWith('.tar.gz')) ?? ''), '-C', elsewhere])
  const program = join(elsewhere, readdirSync(elsewhere)[0] ?? '', 'houqin')
  const data = join(folder, 'data')
  // a namespace of its own: the loopback and no route anywhere
  const script = 'ip link set lo up && test -z "$(ip route)" && exec "$@"'
  const child = spawn('unshare', ['--net', 'sh', '-c', script, 'sh', program, '--data', data, '--demo', 'off', '--port', '8080'], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } })
  t.after(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return // it has ended by itself, and no 'close' is to come
    const gone = once(child, 'close')
    child.kill('SIGTERM')
    await gone
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => { text += piece })
  while (!text.includes('Houqin is ready')) {
    assert.equal(child.exitCode, null, text)
    await pause(50)
  }
  const asked = (path: string): string => execFileSync('nsenter', ['--net', '--target', String(child.pid), process.execPath, '--eval', `fetch('http://127.0.0.1:8080${path}').then(async (answer) => console.log(answer.status, await answer.text()))`], { encoding: 'utf8' })
  assert.match(asked('/api/health'), /^200 .*"ready"/)
  assert.match(asked('/'), /^200 <!doctype html>/i)
  assert.doesNotMatch(text, /building the console|installing/)
  execFileSync(program, ['backup', join(folder, 'house.tar'), '--data', data], { env: { PATH: '/usr/bin:/bin' }, stdio: 'ignore' })
  assert.ok(readdirSync(folder).includes('house.tar'))
})
