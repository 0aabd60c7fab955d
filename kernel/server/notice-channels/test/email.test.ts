// 邮件的故事: Chinese subjects, one Message-ID for one message, sign-in and encryption, and refusals told apart.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { systemClock } from '@houqin/clock'
import { localCertificate } from '@houqin/tls'
import { fakeMail } from '@houqin/testing/fake-mail'
import { failure, message, sender, unhurried } from './speaking.ts'

const to = { value: 'li.ming@qingxi.example', name: '李明' }
const plain = (port: number) => ({ host: '127.0.0.1', port: String(port), security: 'none', from: 'houqin@qingxi.example' })
const header = (source: string, name: string): string => (new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(source)?.[1] ?? '').replace(/\r\n[ \t]/g, ' ')
const words = (encoded: string): string =>
  encoded.replace(/\?= =\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, form: string, text: string) =>
    form.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')))

test('a letter arrives signed in, with its Chinese subject, text and HTML, and the same Message-ID each time', async () => {
  const mail = await fakeMail({ user: 'houqin', password: 'mail-secret' })
  const send = sender('email', { settings: { ...plain(mail.port), user: 'houqin' }, secrets: { password: 'mail-secret' } })
  const { receipt } = await send({ ...message, to }, unhurried())
  assert.match(receipt, /^250 .*queued as 4711/)
  await send({ ...message, to }, unhurried())
  const [letter, again] = mail.letters
  assert.deepEqual([letter?.from, letter?.to, letter?.user], ['houqin@qingxi.example', ['li.ming@qingxi.example'], 'houqin'])
  assert.equal(words(header(letter?.source ?? '', 'Subject')), message.title)
  assert.match(words(header(letter?.source ?? '', 'From')), /^"?智慧后勤"? <houqin@qingxi\.example>$/)
  assert.match(header(letter?.source ?? '', 'Message-ID'), /^<[0-9a-f]{40}@qingxi\.example>$/)
  assert.equal(header(letter?.source ?? '', 'Message-ID'), header(again?.source ?? '', 'Message-ID'))
  const parts = (letter?.source ?? '').split(/--[\w-]+NmP.*\r\n/).map((part) => part.split('\r\n\r\n').slice(1).join('\r\n\r\n'))
  const read = parts.map((part) => part.includes('=E') ? decodeURIComponent(part.replace(/=\r\n/g, '').replace(/%/g, '%25').replace(/=([0-9A-F]{2})/g, '%$1')) : Buffer.from(part, 'base64').toString('utf8')).join('\n')
  assert.ok(read.includes('请于 11:30 前到场') && read.includes('&#60;联系&#62;') && read.includes(message.url ?? '?'), read)
})

test('a wrong password is the administrator’s to mend; an unknown mailbox is refused for good, a full one for now', async () => {
  const guarded = await fakeMail({ user: 'houqin', password: 'right' })
  const wrong = await failure(sender('email', { settings: { ...plain(guarded.port), user: 'houqin' }, secrets: { password: 'mail-secret' } })({ ...message, to }, unhurried()))
  assert.match(wrong.zh, /不接受登录.*请系统管理员核对用户名和密码/)
  assert.equal(wrong.permanent, false)
  assert.doesNotMatch(JSON.stringify(wrong), /mail-secret/)
  for (const [code, permanent] of [[550, true], [452, false]] as const) {
    const mail = await fakeMail({ refuse: { code, words: 'No such mailbox here' } })
    const refused = await failure(sender('email', { settings: plain(mail.port) })({ ...message, to }, unhurried()))
    assert.match(refused.zh, /No such mailbox here/)
    assert.equal(refused.permanent, permanent)
  }
  const open = await fakeMail()
  for (const value of ['nobody', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])
    assert.equal((await failure(sender('email', { settings: plain(open.port) })({ ...message, to: { value, name: '' } }, unhurried()))).permanent, true)
  assert.equal(open.letters.length, 0)
})

test('encryption that was asked for is not given up: without STARTTLS, or with a certificate nobody trusts, nothing is sent', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-mail-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const { authority, pair } = await localCertificate({ folder, names: () => ['localhost'], clock: systemClock })
  const bare = await fakeMail()
  const refused = await failure(sender('email', { settings: { ...plain(bare.port), security: 'starttls' } })({ ...message, to }, unhurried()))
  assert.equal(refused.permanent, false)
  const untrusted = await fakeMail({ tls: pair() })
  const encrypted = sender('email', { settings: { ...plain(untrusted.port), host: 'localhost', security: 'starttls' } })
  const doubtful = await failure(encrypted({ ...message, to }, unhurried()))
  assert.match(doubtful.zh, /证书不受信任（\w+），没有发送/)
  assert.deepEqual([bare.letters.length, untrusted.letters.length], [0, 0])
  const trusted = getCACertificates('default')
  t.after(() => setDefaultCACertificates(trusted))
  setDefaultCACertificates([...trusted, authority.pem])
  await encrypted({ ...message, to }, unhurried())
  assert.deepEqual(untrusted.letters.map(({ secure }) => secure), [true])
})

test('a mail server that takes the letter and says nothing ends in a sentence', async () => {
  const mail = await fakeMail({ silent: true })
  const send = sender('email', { settings: plain(mail.port), patience: 300 })
  assert.match((await failure(send({ ...message, to }, unhurried()))).zh, /0\.3 秒内没有办完/)
  const stop = new AbortController()
  const stopped = failure(sender('email', { settings: plain(mail.port) })({ ...message, to }, stop.signal))
  setTimeout(() => stop.abort(), 100)
  assert.equal((await stopped).permanent, false)
  assert.match((await failure(sender('email', { settings: plain(1) })({ ...message, to }, unhurried()))).zh, /连不上邮件服务器/)
})
