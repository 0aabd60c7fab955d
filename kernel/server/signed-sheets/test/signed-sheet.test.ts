// A signed sheet 签名的表格: whole as it left, and known for changed, saved anew, or another's, in both suites; OpenSSL says the same.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import ExcelJS from 'exceljs'
import { gm, intl } from '@houqin/crypto-suites'
import { writeSheet } from '@houqin/excel'
import { openSigner } from '@houqin/secrets'
import type { Signer } from '@houqin/secrets'
import { judgeSheet, signTrailer } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'houqin-signed-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = new Date('2026-11-24T02:30:00Z')
const file = join(folder, 'list.xlsx')

async function signedSheet(signer: Signer): Promise<Buffer> {
  const to = new PassThrough()
  const signed = to.pipe(signTrailer(signer, at))
  const [bytes] = await Promise.all([buffer(signed), writeSheet({
    title: '人员', columns: [{ title: '姓名', format: '@', width: 10 }], to,
    rows: (async function* () {
      for (let nth = 0; nth < 2_000; nth += 1) yield [`张${nth}`]
    })(),
  })])
  return bytes
}
const judged = (bytes: Buffer, signer: Signer) => {
  writeFileSync(file, bytes)
  return judgeSheet(file, signer.verify)
}

for (const suite of [intl, gm])
  test(`in the suite ${suite.id}`, async () => {
    const signer = openSigner({ folder: join(folder, suite.id), suite })
    const bytes = await signedSheet(signer)
    const { kid } = signer.current()
    assert.deepEqual(await judged(bytes, signer), { state: 'whole', at: at.toISOString(), kid })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
    assert.equal(workbook.worksheets[0]?.getCell('A2001').text, '张1999')
    for (const place of [100, Math.floor(bytes.length / 2), bytes.indexOf('houqin-sheet') + 20]) {
      const changed = Buffer.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      assert.notEqual((await judged(changed, signer)).state, 'whole', `byte ${place}`)
    }
    const longer = Buffer.concat([bytes.subarray(0, 40), Buffer.from('x'), bytes.subarray(40)])
    assert.equal((await judged(longer, signer)).state, 'changed')
    const savedAnew = Buffer.from(await workbook.xlsx.writeBuffer())
    assert.equal((await judged(savedAnew, signer)).state, 'unsigned')
    assert.equal((await judged(Buffer.from('not a sheet at all'), signer)).state, 'unsigned')
    const other = openSigner({ folder: join(folder, `other-${suite.id}`), suite })
    assert.deepEqual(await judged(bytes, other), { state: 'foreign', at: at.toISOString(), kid })
  })

test('what any machine does with OpenSSL: cut the comment off, count, verify the text', async () => {
  const signer = openSigner({ folder: join(folder, 'openssl'), suite: intl })
  const bytes = await signedSheet(signer)
  const begins = bytes.lastIndexOf('houqin-sheet 1 ')
  const [, , time, digest, value, , signature] = bytes.subarray(begins).toString().split(' ')
  const bare = Buffer.from(bytes.subarray(0, begins))
  bare.writeUInt16LE(0, bare.length - 2)
  assert.equal(createHash(String(digest)).update(bare).digest('hex'), value)
  const path = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const pem = `-----BEGIN PUBLIC KEY-----\n${signer.current().spki.toString('base64')}\n-----END PUBLIC KEY-----\n`
  const says = execFileSync('openssl', ['pkeyutl', '-verify', '-pubin', '-inkey', path('key.pem', pem), '-rawin', '-in', path('text', `houqin-sheet 1 ${time} ${digest} ${value}`), '-sigfile', path('sig', Buffer.from(String(signature), 'base64url'))])
  assert.match(says.toString(), /Verified Successfully/)
})
