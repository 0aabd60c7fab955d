// Never lost 永不丢失: the data folder destroyed, and everything that was acknowledged before the backup comes back out of the archive.
import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { childOf, command, newFolder, ready } from './launch.ts'

const password = 'Qingxi-2026'
const passphrase = 'lantern moth quartz 灯'

interface Session {
  readonly address: string
  readonly token: string
}
async function signIn(address: string, username: string): Promise<Session> {
  const response = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) })
  assert.equal(response.status, 200, await response.clone().text())
  const { token } = await response.json() as { token: string }
  return { address, token }
}
async function call<Body>({ address, token }: Session, path: string, init: { method?: string; body?: string | FormData; headers?: Readonly<Record<string, string>> } = {}): Promise<Body> {
  const response = await fetch(`${address}${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } })
  const text = await response.text()
  assert.ok(response.ok, `${response.status} ${text}`)
  return JSON.parse(text) as Body
}

/** A photo like no other. */
function photo(): Buffer {
  const segment = (marker: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xdb, Buffer.alloc(65)), segment(0xc0, Buffer.from([8, 0, 6, 0, 8, 1, 1, 0x11, 0])), segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), randomBytes(20_000).map((byte) => byte & 0x7f), Buffer.from([0xff, 0xd9]),
  ])
}
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Acknowledged {
  readonly number: string
  readonly what: string
  readonly file: string
  readonly sha256: string
}
/** Reports repairs with a photo each until told to stop; every one it returns was answered 201. */
function reporting(session: Session, room: string): { readonly acknowledged: Acknowledged[]; stop(): Promise<void> } {
  const acknowledged: Acknowledged[] = []
  let going = true
  const work = (async () => {
    while (going) {
      const bytes = photo()
      const form = new FormData()
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), '灯.jpg')
      const { id } = await call<{ id: string }>(session, '/api/files', { method: 'POST', body: form })
      const what = `第 ${acknowledged.length + 1} 盏灯不亮`
      const { number } = await call<{ number: string }>(session, '/api/matters/service-desk.repair', {
        method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ input: { what, urgency: 'normal', room, photos: [id] } }),
      })
      acknowledged.push({ number, what, file: id, sha256: sha256(bytes) })
    }
  })()
  return {
    acknowledged,
    stop: () => {
      going = false
      return work
    },
  }
}
async function allThere(session: Session, acknowledged: readonly Acknowledged[]): Promise<void> {
  for (const { number, what, file, sha256: expected } of acknowledged) {
    const { form } = await call<{ form: { what: string; photos: string[] } }>(session, `/api/matters/service-desk.repair/${number}`)
    assert.deepEqual([form.what, form.photos], [what, [file]], number)
    const response = await fetch(`${session.address}/api/files/${file}`, { headers: { authorization: `Bearer ${session.token}` } })
    assert.equal(sha256(new Uint8Array(await response.arrayBuffer())), expected, number)
  }
}
interface Verified {
  readonly sealed: number
  readonly head?: { readonly seq: string; readonly chain: string }
  readonly firstBroken?: unknown
}
const verifiedBy = async (address: string): Promise<Verified> => call(await signIn(address, 'shi.lei'), '/api/audit/verify')

/** As a fire would: server and database end at once, and the folder is gone. */
async function destroy(server: ChildProcess, data: string): Promise<void> {
  const postmaster = Number(readFileSync(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  const all = [childOf(server), postmaster, ...readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').map(Number)]
  for (const pid of all) process.kill(pid, 'SIGKILL')
  await once(server, 'close')
  while (all.some((pid) => existsSync(`/proc/${pid}`) && !/^State:\tZ/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')))) await new Promise((resolve) => setTimeout(resolve, 10))
  rmSync(data, { recursive: true })
}

describe('the data folder destroyed', () => {
  const home = newFolder()
  const data = join(home, 'data')
  const archive = join(home, 'house.backup')
  const secret = join(home, 'passphrase')
  writeFileSync(secret, `${passphrase}\n`)
  const encrypted = ['--passphrase-file', secret]

  it('while people go on working, comes back from an encrypted archive with every matter, file and link of the audit', async (t) => {
    const server = await ready(t, ['--data', data])
    const clerk = await signIn(server.address, 'liu.min')
    const { rows: [room] } = await call<{ rows: { id: string }[] }>(clerk, '/api/registers/places.room?limit=1')
    assert.ok(room)
    const work = reporting(clerk, room.id)
    while (work.acknowledged.length < 10) await new Promise((resolve) => setTimeout(resolve, 20))
    const before = [...work.acknowledged]
    const made = await command(t, 'backup', [archive, '--data', data, ...encrypted])
    assert.equal(made.code, 0, made.said)
    assert.ok(work.acknowledged.length > before.length, 'the server went on writing meanwhile')
    assert.match(made.said, /已备份 backed up: .*house\.backup[\s\S]*密钥与证书 keys +在内/)
    assert.equal(statSync(archive).mode & 0o777, 0o600)
    const head = /封存链末端 head +(\d+) ([0-9a-f]{64})/.exec(made.said)
    await work.stop()

    await destroy(server.child, data)

    const back = await command(t, 'restore', [archive, '--data', data, ...encrypted])
    assert.equal(back.code, 0, back.said)
    assert.match(back.said, /审计封存链完好/)
    assert.deepEqual(readdirSync(home).toSorted(), ['data', 'house.backup', 'passphrase'])
    const again = await ready(t, ['--data', data])
    // whoever was signed in still is
    await allThere({ ...clerk, address: again.address }, before)
    const verified = await verifiedBy(again.address)
    assert.equal(verified.firstBroken, undefined)
    assert.ok(verified.sealed >= Number(head?.[1]))
    const { number } = await call<{ number: string }>({ ...clerk, address: again.address }, '/api/matters/service-desk.repair', {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ input: { what: '恢复后再报', urgency: 'normal', room: room.id } }),
    })
    assert.ok(!before.some((one) => one.number === number))
    again.child.kill('SIGTERM')
    await once(again.child, 'exit')
  })
})
