// HTTPS of one's own: a device that trusts the authority is let in, one that does not is not, and nothing ends unrenewed.
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { connect, createServer } from 'node:tls'
import { localCertificate, namesOfMachine } from '@houqin/tls'
import type { LocalCertificate, Pair } from '@houqin/tls'
import { systemClock } from '@houqin/clock'
import { fakeClock } from '@houqin/testing'

const folders: string[] = []
after(() => { for (const folder of folders) rmSync(folder, { recursive: true }) })
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-tls-'))
  folders.push(folder)
  return folder
}
const names = ['localhost', '127.0.0.1', '::1', 'houqin.example.gov.cn', '10.3.0.7']
const open = (folder: string, more: Partial<Parameters<typeof localCertificate>[0]> = {}): Promise<LocalCertificate> =>
  localCertificate({ folder: join(folder, 'tls'), names: () => names, clock: systemClock, ...more })

/** What a client is told that trusts `ca` and asks for `host`: nothing when it is let in, else the code of the refusal. */
async function refusalOf({ pair, ca, host }: { pair: Pair; ca: string[]; host: string }): Promise<string | undefined> {
  const server = createServer(pair, (socket) => socket.end()).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(typeof address === 'object' && address !== null)
  const socket = connect({ port: address.port, host: '127.0.0.1', ca, ...(host.includes('.') || host === 'localhost' ? { servername: host } : {}) })
  try {
    return await once(socket, 'secureConnect').then(() => undefined, (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)))
  } finally {
    socket.destroy()
    server.close()
  }
}

describe('the local certificate', () => {
  it('lets in whoever trusts its authority, by every name, and nobody else', async () => {
    const { authority, pair } = await open(newFolder())
    for (const host of ['localhost', 'houqin.example.gov.cn']) assert.equal(await refusalOf({ pair: pair(), ca: [authority.pem], host }), undefined)
    assert.equal(await refusalOf({ pair: pair(), ca: [authority.pem], host: 'other.example.gov.cn' }), 'ERR_TLS_CERT_ALTNAME_INVALID')
    assert.equal(await refusalOf({ pair: pair(), ca: [], host: 'localhost' }), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')
    const certificate = new X509Certificate(pair().cert)
    assert.deepEqual(names.filter((name) => /\d$|:/.test(name)).map((address) => certificate.checkIP(address)), ['127.0.0.1', '::1', '10.3.0.7'])
    const days = (certificate.validToDate.getTime() - certificate.validFromDate.getTime()) / 86_400_000
    assert.ok(days <= 397 && days > 390)
  })

  it('is an authority that may certify servers and no further authorities', async () => {
    const { authority } = await open(newFolder())
    const certificate = new X509Certificate(authority.der)
    assert.equal(certificate.ca, true)
    assert.equal(authority.sha256, certificate.fingerprint256)
    assert.match(authority.name, /^智慧后勤本机证书 /)
  })

  it('is kept for its owner’s eyes only, whatever the folder was before', async () => {
    const folder = newFolder()
    await open(folder)
    const modes = (): number[] => ['', 'authority.pem', 'server.pem'].map((name) => statSync(join(folder, 'tls', name)).mode & 0o777)
    assert.deepEqual(modes(), [0o700, 0o600, 0o600])
    chmodSync(join(folder, 'tls'), 0o755)
    for (const name of ['authority.pem', 'server.pem']) chmodSync(join(folder, 'tls', name), 0o644)
    await open(folder)
    assert.deepEqual(modes(), [0o700, 0o600, 0o600])
    assert.deepEqual(readdirSync(join(folder, 'tls')).toSorted(), ['authority.pem', 'server.pem'], 'nothing unfinished is left')
  })

  it('stays the same from start to start, and of two first starts at once both go by one authority', async () => {
    const folder = newFolder()
    const [one, other] = await Promise.all([open(folder), open(folder)])
    assert.equal(one.authority.sha256, other.authority.sha256)
    const again = await open(folder)
    assert.deepEqual([again.authority.sha256, (await open(folder)).pair().cert], [one.authority.sha256, again.pair().cert])
  })

  it('is renewed thirty days before it ends, under the same authority, while the server runs', async () => {
    const folder = newFolder()
    const clock = fakeClock('2026-11-24T09:30:00+08:00')
    const certificate = await open(folder, { clock })
    const first = certificate.pair().cert
    clock.advance({ days: 360 })
    assert.equal(await certificate.renewed(), undefined)
    clock.advance({ days: 7 })
    const renewed = await certificate.renewed()
    assert.ok(renewed)
    assert.notEqual(renewed.cert, first)
    assert.equal(certificate.pair().cert, renewed.cert)
    const { validFromDate, validToDate } = new X509Certificate(renewed.cert)
    assert.ok(validFromDate < clock.now() && validToDate.getTime() > clock.now().getTime() + 390 * 86_400_000)
    assert.ok(new X509Certificate(renewed.cert).verify(new X509Certificate(certificate.authority.der).publicKey))
    assert.equal((await open(folder, { clock })).pair().cert, renewed.cert)
  })

  it('is renewed when the machine gets another address, and not when one goes', async () => {
    let has = names
    const certificate = await open(newFolder(), { names: () => has })
    const first = certificate.pair().cert
    has = ['localhost']
    assert.equal(await certificate.renewed(), undefined)
    has = [...names, '10.3.0.8']
    const renewed = await certificate.renewed()
    assert.notEqual(renewed?.cert, first)
    assert.equal(new X509Certificate(renewed?.cert ?? '').checkIP('10.3.0.8'), '10.3.0.8')
  })

  it('makes another authority when its own could not outlive a certificate', async () => {
    const folder = newFolder()
    const clock = fakeClock('2026-11-24T09:30:00+08:00')
    const { authority } = await open(folder, { clock })
    clock.advance({ days: 3300 })
    const later = await open(folder, { clock })
    assert.notEqual(later.authority.sha256, authority.sha256)
    assert.ok(new X509Certificate(later.pair().cert).verify(new X509Certificate(later.authority.der).publicKey))
  })

  it('refuses an authority that is damaged, and mends a server certificate that is', async () => {
    const folder = newFolder()
    const { pair } = await open(folder)
    const server = join(folder, 'tls', 'server.pem')
    writeFileSync(server, readFileSync(server, 'utf8').slice(0, 300))
    const mended = await open(folder)
    assert.notEqual(mended.pair().cert, pair().cert)
    const authority = join(folder, 'tls', 'authority.pem')
    const damaged = readFileSync(authority, 'utf8').slice(0, 300)
    writeFileSync(authority, damaged)
    await assert.rejects(open(folder), { code: 'tls.authority-unreadable' })
    assert.equal(readFileSync(authority, 'utf8'), damaged)
  })
})

describe('the names of the machine', () => {
  it('are all it can be reached by, each once and fit for a certificate', () => {
    const machine = { hostname: 'Office-PC', addresses: ['10.3.0.7', 'fd00::7', '127.0.0.1'] }
    assert.deepEqual(namesOfMachine({ publicUrl: 'https://houqin.example.gov.cn:8443', machine }),
      ['localhost', '127.0.0.1', '::1', 'houqin.example.gov.cn', 'office-pc', '10.3.0.7', 'fd00::7'])
    assert.deepEqual(namesOfMachine({ publicUrl: 'https://[fd00::9]', machine: { hostname: 'my_machine', addresses: [] } }), ['localhost', '127.0.0.1', '::1', 'fd00::9'])
    assert.ok(namesOfMachine().includes('localhost'))
  })
})
