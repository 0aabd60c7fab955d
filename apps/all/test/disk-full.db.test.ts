// The disk full 磁盘满: reading goes on, writing is refused in one sentence, nothing is broken, and with space it goes on by itself.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { newFolder } from './launch.ts'

const bootstrap = fileURLToPath(new URL('../bootstrap.mjs', import.meta.url))
const password = 'Vr7-lantern-moth-quartz'
const administrators = [['system-admin', 'qian', '钱一鸣'], ['security-admin', 'feng', '冯岚'], ['audit-admin', 'shi', '石磊']].map(([role, username, name], place) => ({ role: `kernel.${role}`, username, name, password: `${password}-${place}` }))

interface Small {
  readonly address: string
  readonly said: () => string
  /** Leaves so many bytes free, or gives everything back. */
  leave(free: number | undefined): void
}

/** `npm start` on a disk of its own, 320 MiB of memory that only its processes see. */
async function onSmallDisk(t: TestContext): Promise<Small> {
  const folder = newFolder()
  const { DATABASE_URL: _theirs, ...environment } = process.env
  const script = 'mount -t tmpfs -o size=320m,mode=0711 tmpfs "$0" && exec "$@"'
  const args = ['--mount', 'sh', '-c', script, folder, process.execPath, bootstrap, '--data', join(folder, 'data'), '--port', '0', '--demo', 'off', '--second-factor', 'off']
  const child = spawn('unshare', args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, HOUQIN_CARS: 'off' } })
  t.after(async () => {
    const gone = once(child, 'close')
    child.kill('SIGTERM')
    await gone
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => { text += piece })
  while (!text.includes('Houqin is ready')) {
    assert.equal(child.exitCode, null, text)
    await pause(20)
  }
  const inside = `/proc/${child.pid}/root${folder}`
  const ballast = join(inside, 'ballast')
  return {
    address: /Houqin is ready:\s+(\S+)/.exec(text)?.[1] ?? '',
    said: () => text,
    leave(free) {
      rmSync(ballast, { force: true })
      if (free === undefined) return
      const { bavail, bsize } = statfsSync(inside)
      const size = bavail * bsize - free
      assert.equal(spawnSync('fallocate', ['-l', String(size), ballast]).status, 0)
    },
  }
}

const post = (url: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } })
const paper = (n: number): Buffer => Buffer.from(`%PDF-1.7\n第 ${n} 份\n%%EOF\n`)

it('npm start on a disk that fills up', async (t) => {
  const disk = await onSmallDisk(t)
  const link = /(http\S+)\/setup\/(\S+)/.exec(disk.said())
  assert.equal((await post(`${link?.[1]}/api/setup/${link?.[2]}`, { administrators })).status, 201)
  const signIn = async (place: number): Promise<string> => {
    const response = await post(`${disk.address}/api/session`, { username: administrators[place]?.username, password: administrators[place]?.password })
    assert.equal(response.status, 200)
    return (await response.json() as { token: string }).token
  }
  const token = await signIn(0)
  const authorization = `Bearer ${token}`
  const kept = new Map<string, Buffer>()
  const upload = async (language = 'zh'): Promise<{ status: number; text: string }> => {
    const bytes = paper(kept.size)
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'application/pdf' }), '合同.pdf')
    const response = await fetch(`${disk.address}/api/files`, { method: 'POST', body: form, headers: { authorization, 'accept-language': language } })
    const text = await response.text()
    if (response.status === 201) kept.set((JSON.parse(text) as { id: string }).id, bytes)
    return { status: response.status, text }
  }
  const allRead = async (): Promise<void> => {
    for (const [id, bytes] of kept) {
      const response = await fetch(`${disk.address}/api/files/${id}`, { headers: { authorization } })
      assert.deepEqual([response.status, Buffer.from(await response.arrayBuffer())], [200, bytes])
    }
    for (const path of ['/api/me', '/api/catalogue', '/api/health']) assert.equal((await fetch(`${disk.address}${path}`, { headers: { authorization } })).status, 200, path)
  }
  /** Until it is as it should be; the disk is looked at once a second. */
  const until = async (status: number): Promise<string> => {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const answer = await upload()
      if (answer.status === status) return answer.text
      assert.ok([201, 507].includes(answer.status), answer.text)
      await pause(200)
    }
    throw new Error(`never ${status}`)
  }
  await until(201)

  disk.leave(12 * 2 ** 20)
  const refusal = JSON.parse(await until(507)) as { type: string; title: string; detail: string }
  assert.equal(refusal.type, '/problems/no-space')
  assert.match(refusal.detail, /^服务器存储空间不足，暂时不能保存，查询不受影响；/)
  const english = await upload('en')
  assert.deepEqual([english.status, /out of storage space: nothing can be saved for now, reading goes on/.test(english.text)], [507, true])
  await allRead()
  await signIn(0)

  // somebody else's program takes the last byte
  disk.leave(0)
  for (let round = 0; round < 5; round += 1) {
    await allRead()
    assert.equal((await upload()).status, 507)
    await pause(300)
  }

  disk.leave(undefined)
  await until(201)
  await allRead()
  const verified = await (await fetch(`${disk.address}/api/audit/verify`, { headers: { authorization: `Bearer ${await signIn(2)}` } })).json() as { sealed: number; firstBroken?: unknown }
  assert.equal(verified.firstBroken, undefined)
  assert.ok(verified.sealed > 0)
  assert.match(disk.said(), /"says":"disk nearly full, writing is refused"[\s\S]*"says":"disk has space again, writing goes on"/)
})
