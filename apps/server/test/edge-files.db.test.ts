// Photos, papers and lists 附件与导出: what comes in is what it says it is, and goes out only to those whose it is.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { systemActor } from '@houqin/access'
import { organ, person } from '@houqin/people'
import { room } from '@houqin/places'
import { category, repair } from '@houqin/service-desk'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Answer, Caller, TestSystem } from '@houqin/testing/subsystem'
import ExcelJS from 'exceljs'
import { parts } from '../src/subsystems.ts'

let desk: TestSystem
before(async () => {
  desk = await testSubsystem(parts)
  await desk.make(category)
})

const secret = 'GPS 31.2304N 121.4737E'
/** The smallest photo a phone could take, with where it was taken. */
function photo(): Buffer {
  const segment = (marker: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe1, Buffer.from(`Exif\0\0${secret}`, 'latin1')), segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, Buffer.from([8, 0, 6, 0, 8, 1, 1, 0x11, 0])), segment(0xc4, Buffer.alloc(20)), segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0x34, 0xff, 0xd9]),
  ])
}
function upload(caller: Caller, path: string, { name, type, bytes }: { name: string; type: string; bytes: Buffer }): Promise<Answer> {
  const boundary = 'houqin-boundary'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return caller.call('POST', path, {
    raw: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  })
}
const lamp = { name: '灯.jpg', type: 'image/jpeg', bytes: photo() }
const report = { what: '灯不亮', urgency: 'normal' }

describe('a photo', () => {
  it('is taken for what it is, and loses where it was taken', async () => {
    const liu = await desk.as('everyone')
    const kept = await upload(liu, '/api/files', lamp)
    assert.deepEqual([kept.status, kept.body['type'], kept.body['name'], kept.body['width']], [201, 'image/jpeg', '灯.jpg', 8])
    const read = await liu.call('GET', `/api/files/${String(kept.body['id'])}`)
    assert.equal(read.status, 200)
    assert.ok(lamp.bytes.includes(secret) && !read.text.includes('GPS'))
    assert.match(String(read.headers['content-security-policy']), /default-src 'none'.*sandbox/)
    assert.equal(read.headers['x-content-type-options'], 'nosniff')

    for (const bytes of [Buffer.from('<!doctype html><script>alert(1)</script>'), Buffer.from('%PDF-1.7 not a picture'), Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.from('<script>')])]) {
      const refused = await upload(liu, '/api/files', { ...lamp, bytes })
      assert.deepEqual([refused.status, refused.body['type']], [415, '/problems/unsupported-media'])
    }
    assert.equal((await upload(liu, '/api/files', { ...lamp, bytes: Buffer.alloc(21 * 1_048_576, 0xff) })).status, 413)
  })

  it('is nobody else’s until a report holds it, then everybody’s who may read the report', async () => {
    const liu = await desk.as('everyone')
    const stranger = await desk.as('everyone')
    const dispatcher = await desk.as('service-desk.dispatcher')
    const { body: { id } } = await upload(liu, '/api/files', lamp)
    const statuses = async (): Promise<number[]> =>
      Promise.all([desk.anonymous(), liu, stranger, dispatcher].map(async (caller) => (await caller.get(`/api/files/${String(id)}`)).status))
    assert.deepEqual(await statuses(), [401, 200, 404, 404])
    const asked = await liu.ask(repair, { ...report, room: (await desk.usual(room)).id, photos: [id] })
    assert.deepEqual(await statuses(), [401, 200, 404, 200])
    assert.deepEqual(asked.form['photos'], [id])
  })

  it('cannot be read by naming its id in a report, a comment or by a printed code of one’s own', async () => {
    const liu = await desk.as('everyone')
    const stranger = await desk.as('everyone')
    const { body: { id } } = await upload(liu, '/api/files', lamp)
    const door = await desk.usual(room)
    const theft = await stranger.post('/api/matters/service-desk.repair', { input: { ...report, room: door.id, photos: [id] } })
    assert.deepEqual([theft.status, (theft.body['issues'] as { at: string }[]).map(({ at }) => at)], [422, ['input.photos[0]']])
    const own = await stranger.ask(repair, { ...report, room: door.id })
    const comment = await stranger.post(`/api/matters/service-desk.repair/${own.number}/comments`, { text: '看', files: [id] })
    assert.deepEqual([comment.status, (comment.body['issues'] as { at: string }[]).map(({ at }) => at)], [422, ['files[0]']])
    const code = await desk.system.db.transaction().execute((tx) => desk.system.registers.codeOf(tx, systemActor, room, door.id))
    const scanned = await desk.anonymous().post(`/api/q/${code}/matters/service-desk.repair`, { input: report, files: [id] })
    assert.equal(scanned.status, 422)
    assert.equal((await stranger.get(`/api/files/${String(id)}`)).status, 404)
  })

  it('by a printed code is a picture, and goes with the report that names it first', async () => {
    const door = await desk.usual(room)
    const code = await desk.system.db.transaction().execute((tx) => desk.system.registers.codeOf(tx, systemActor, room, door.id))
    const visitor = desk.anonymous('10.4.4.4')
    const paper = await upload(visitor, `/api/q/${code}/files`, { name: '合同.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF\n') })
    assert.equal(paper.status, 415)
    assert.equal((await upload(visitor, '/api/q/Nothing0Nothing0/files', lamp)).status, 404)
    const { status, body: { token } } = await upload(visitor, `/api/q/${code}/files`, lamp)
    assert.equal(status, 201)
    const made = await visitor.post(`/api/q/${code}/matters/service-desk.repair`, { input: report, files: [token] })
    assert.equal(made.status, 201)
    const dispatcher = await desk.as('service-desk.dispatcher')
    assert.equal((await dispatcher.get(`/api/files/${String(token)}`)).status, 200)
    const again = await visitor.post(`/api/q/${code}/matters/service-desk.repair`, { input: report, files: [token] })
    assert.equal(again.status, 422)
  })
})

describe('a list in Excel', () => {
  async function sheetOf(caller: Caller, path: string): Promise<ExcelJS.Worksheet> {
    const answer = await caller.call('GET', path)
    assert.equal(answer.status, 200, answer.text.slice(0, 300))
    const workbook = new ExcelJS.Workbook()
    // exceljs declares a Buffer of its own
    await workbook.xlsx.load(answer.bytes as unknown as ArrayBuffer)
    const [sheet] = workbook.worksheets
    assert.ok(sheet)
    return sheet
  }
  const textsOf = (sheet: ExcelJS.Worksheet): string[] => {
    const texts: string[] = []
    sheet.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)))
    return texts
  }

  it('is for those who may export, and runs no formula', async () => {
    const name = "=cmd|' /C calc'!A0"
    const [own, other] = [await desk.make(organ), await desk.make(organ)]
    await desk.make(person, { name, organ: other, phone: '13812345678' })
    await desk.make(person, { organ: own, phone: '13911112222' })
    const officer = await desk.as('people.officer')
    const clerk = await desk.as('everyone')
    const refused = await clerk.get('/api/registers/people.person/export.xlsx')
    assert.deepEqual([refused.status, refused.body['type']], [403, '/problems/not-allowed'])
    const sheet = await sheetOf(officer, '/api/registers/people.person/export.xlsx?reason=年度核对&whole=true')
    let found = 0
    sheet.eachRow((row) => row.eachCell((cell) => {
      assert.equal(cell.formula, undefined)
      if (cell.text === name) found += 1
    }))
    assert.equal(found, 1)
    assert.ok(textsOf(sheet).includes('13812345678'))
    const liaison = await desk.as('people.liaison', { organ: own })
    const seen = textsOf(await sheetOf(liaison, '/api/registers/people.person/export.xlsx?reason=年度核对&whole=true'))
    assert.deepEqual([name, '13911112222'].map((text) => seen.includes(text)), [false, true], 'only whom he may export')
  })

  it('shows of a repair what its list shows: what is masked there stays masked', async () => {
    const liu = await desk.as('everyone')
    const asked = await liu.ask(repair, { ...report, room: (await desk.usual(room)).id, phone: '13712345678', contact: '=1+1' })
    for (const [role, phone] of [['service-desk.dispatcher', '13712345678'], ['people.bureau-leader', '137****5678']] as const) {
      const reader = await desk.as(role)
      const { body: { rows } } = await reader.get<{ rows: { number: string; form: { phone: string | null } }[] }>('/api/matters/service-desk.repair')
      const shown = rows.find(({ number }) => number === asked.number)?.form.phone ?? null
      const sheet = await sheetOf(reader, '/api/matters/service-desk.repair/export.xlsx?reason=年度核对&whole=true')
      const texts = textsOf(sheet)
      assert.ok(texts.includes('=1+1'))
      assert.deepEqual(texts.filter((text) => /^137.*5678$/.test(text)), [phone], role)
      assert.equal(shown, phone, role)
      assert.ok(textsOf(await sheetOf(reader, '/api/matters/service-desk.repair/export.xlsx?reason=年度核对')).includes('137****5678'), role)
    }
    assert.equal((await liu.get('/api/matters/service-desk.repair/export.xlsx')).status, 403)
  })

  it('of a report has its columns in the reader’s language, for its readers alone', async () => {
    const officer = await desk.as('service-desk.officer')
    const sheet = await sheetOf(officer, '/api/reports/service-desk.on-time/export.xlsx')
    const { body: { columns } } = await officer.get<{ columns: Record<string, { title: string }> }>('/api/reports/service-desk.on-time')
    const heads = Object.keys(columns).map((_, index) => sheet.getCell(1, index + 1).text)
    const titles = Object.values(columns).map(({ title }) => title)
    assert.deepEqual(heads.map((head, place) => head.replace(/（[^（]*）$/, (unit) => (titles[place]?.endsWith(unit) ? unit : ''))), titles)
    const english = await officer.call<{ title: string; columns: Record<string, { title: string }> }>('GET', '/api/reports/service-desk.on-time', { headers: { 'accept-language': 'en' } })
    assert.deepEqual([english.body.title, english.body.columns['late']?.title], ['Repairs on time', 'Late'])
    assert.equal((await (await desk.as('everyone')).get('/api/reports/service-desk.on-time/export.xlsx')).status, 403)
    assert.equal((await officer.get('/api/reports/service-desk.nothing/export.xlsx')).status, 404)
  })
})
