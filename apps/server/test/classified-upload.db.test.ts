// A classified paper at the door 涉密文件: refused by its name or its properties with a sentence, recorded without its name, and gone from the disk.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testSubsystem } from '@houqin/testing/subsystem'
import { sql } from 'kysely'
import { parts } from '../src/subsystems.ts'

const line = '\r\n'
const boundary = 'houqin-test'
function upload(name: string, bytes: Buffer): { raw: Buffer; headers: Record<string, string> } {
  const head = `--${boundary}${line}content-disposition: form-data; name="file"; filename="${name}"${line}content-type: application/pdf${line}${line}`
  return { raw: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`${line}--${boundary}--${line}`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
const pdf = (title: string): Buffer => {
  const utf16 = Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(title, 'utf16le').swap16()])
  return Buffer.from(`%PDF-1.7\n1 0 obj<</Title <${utf16.toString('hex')}>>>endobj\n%%EOF`, 'latin1')
}

test('a marked name, marked properties: not taken, recorded; anything else is', async () => {
  const house = await testSubsystem(parts)
  const clerk = await house.as('everyone', { name: '刘敏' })
  const send = (name: string, title: string) => clerk.call<{ detail?: string }>('POST', '/api/files', upload(name, pdf(title)))
  const named = await send('关于改革的报告（机密）.pdf', '报告')
  assert.equal(named.status, 415)
  assert.match(named.body.detail ?? '', /文件名里有“机密”字样：本系统不得处理涉密信息，没有收下这个文件，本次上传已记录/)
  const inside = await send('报告.pdf', '会议纪要（秘密）')
  assert.match(inside.body.detail ?? '', /文件属性里有“秘密”字样/)
  assert.equal((await send('保守国家秘密法学习材料.pdf', '保密教育')).status, 201)
  const { rows } = await sql<{ actor_name: string; summary: string }>`select actor_name, summary from audit.entry where action = 'files.classified-refused' order by id`.execute(house.system.db)
  assert.deepEqual(rows.map(({ actor_name, summary }) => [actor_name, summary]), [
    ['刘敏', '上传的文件文件名带“机密”标志，未收下'], ['刘敏', '上传的文件文件属性带“秘密”标志，未收下'],
  ])
  const { rows: [kept] } = await sql<{ count: string }>`select count(*) as count from files.file`.execute(house.system.db)
  assert.equal(kept?.count, '1')
})
