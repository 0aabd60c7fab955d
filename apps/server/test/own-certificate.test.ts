// HTTPS with a certificate of our own: one port for both tongues, the page of trust, and a renewal nobody notices.
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { connect as connectSecurely } from 'node:tls'
import { systemClock } from '@houqin/clock'
import { fakeClock } from '@houqin/testing'
import { localCertificate } from '@houqin/tls'
import { listen } from '../src/listen.ts'

const folders: string[] = []
after(() => { for (const folder of folders) rmSync(folder, { recursive: true }) })

// the machine's hour, so that a client that looks at its own clock finds the certificate good
async function open(t: TestContext, clock = fakeClock(systemClock.now().toISOString())) {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-door-'))
  folders.push(folder)
  const certificate = await localCertificate({ folder, names: () => ['localhost', '127.0.0.1'], clock })
  const door = await listen({ port: 0, host: '127.0.0.1', tls: { kind: 'auto', certificate } })
  t.after(() => door.close())
  door.open((_request, response) => response.end('open'))
  const { port } = new URL(door.address)
  return { certificate, door, clock, port: Number(port), plain: `http://127.0.0.1:${port}`, ca: certificate.authority.pem }
}

function secureText(url: string, ca: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = request(url, { ca, agent: false, family: 4 }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => { text += piece }).on('end', () => resolve(text))
    })
    call.on('error', reject).end()
  })
}

describe('a certificate of our own', () => {
  it('opens to whoever trusts the authority, and to nobody else', async (t) => {
    const { door, ca } = await open(t)
    assert.match(door.address, /^https:/)
    assert.equal(await secureText(`${door.address}/any`, ca), 'open')
    await assert.rejects(secureText(`${door.address}/any`, readFileSync(fileURLToPath(new URL('fixtures/localhost-cert.pem', import.meta.url)), 'utf8')), { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' })
  })

  it('sends a reader who typed http:// on, and refuses what carries more than an address', async (t) => {
    const { plain } = await open(t)
    const sentOn = await fetch(`${plain}/registers/places.site?q=1`, { redirect: 'manual' })
    assert.deepEqual([sentOn.status, sentOn.headers.get('location')], [307, `${plain.replace('http', 'https')}/registers/places.site?q=1`])
    const password = await fetch(`${plain}/api/session`, { method: 'POST', body: '{"username":"liu.min","password":"x"}' })
    assert.equal(password.status, 400)
    assert.match(password.headers.get('content-type') ?? '', /^application\/problem\+json/)
    const { type, detail } = await password.json() as { type: string; detail: string }
    assert.equal(type, '/problems/bad-request')
    assert.match(detail, /https:\/\/.*change it/)
  })

  it('tells people on either tongue how to trust it, with the certificate in the forms devices take', async (t) => {
    const { plain, door, certificate: { authority }, ca } = await open(t)
    const page = await fetch(`${plain}/trust`)
    const text = await page.text()
    assert.match(text, new RegExp(`<html lang="zh-CN">[\\s\\S]*${authority.sha256}[\\s\\S]*Windows[\\s\\S]*Android[\\s\\S]*iPhone[\\s\\S]*统信[\\s\\S]*麒麟`))
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'; style-src 'sha256-/)
    assert.match(await (await fetch(`${plain}/trust`, { headers: { 'accept-language': 'en-GB' } })).text(), /<html lang="en">[\s\S]*Make this device trust Houqin/)
    assert.equal(await secureText(`${door.address}/trust?lang=zh`, ca), text)

    const download = await fetch(`${plain}/trust/ca.crt`)
    assert.equal(download.headers.get('content-type'), 'application/x-x509-ca-cert')
    assert.equal(new X509Certificate(Buffer.from(await download.arrayBuffer())).fingerprint256, authority.sha256)
    assert.equal(await (await fetch(`${plain}/trust/ca.pem`)).text(), authority.pem)
    const profile = await fetch(`${plain}/trust/ca.mobileconfig`)
    assert.equal(profile.headers.get('content-type'), 'application/x-apple-aspen-config')
    const inside = /com\.apple\.security\.root[\s\S]*<data>(.*)<\/data>/.exec(await profile.text())?.[1] ?? ''
    assert.deepEqual(Buffer.from(inside, 'base64'), authority.der)
  })

  it('is not stopped by an address that is none, nor kept open by somebody who says nothing', async (t) => {
    const { port, plain, door } = await open(t)
    const odd = connect(port, '127.0.0.1')
    odd.end('GET // HTTP/1.1\r\nHost: a b\r\n\r\n')
    const [answer] = await once(odd, 'data') as [Buffer]
    assert.match(answer.toString(), /^HTTP\/1.1 400 /)
    const silent = connect(port, '127.0.0.1')
    await once(silent, 'connect')
    assert.equal((await fetch(`${plain}/trust`)).status, 200)
    const left = once(silent, 'close')
    await door.close()
    await left
  })

  it('is renewed while the door stands open', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] })
    const { port, ca, clock, certificate } = await open(t)
    const serial = async (): Promise<string> => {
      const socket = connectSecurely({ port, host: '127.0.0.1', ca, servername: 'localhost' })
      await once(socket, 'secureConnect')
      const { serialNumber } = socket.getPeerCertificate()
      socket.destroy()
      return serialNumber
    }
    const first = await serial()
    const old = certificate.pair().cert
    clock.advance({ days: -300 })
    t.mock.timers.tick(3_600_000)
    while (certificate.pair().cert === old) await new Promise((resolve) => setImmediate(resolve))
    const second = await serial()
    assert.notEqual(second, first)
    assert.equal(second, new X509Certificate(certificate.pair().cert).serialNumber)
  })

  it('with files of yours too, http:// on the port is sent on', async (t) => {
    const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
    const door = await listen({ port: 0, host: '127.0.0.1', tls: { kind: 'files', cert: fixture('localhost-cert.pem'), key: fixture('localhost-key.pem') } })
    t.after(() => door.close())
    const plain = door.address.replace('https://localhost', 'http://127.0.0.1')
    assert.equal((await fetch(`${plain}/trust`, { redirect: 'manual' })).headers.get('location'), `${plain.replace('http', 'https')}/trust`)
  })
})
