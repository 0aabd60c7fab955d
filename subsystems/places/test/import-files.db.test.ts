// Scans brought in as one archive 附件导入: found by name, folder or list, tried out without a trace, attached once, taken back whole.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createFileImports } from '@houqin/file-imports'
import { storedFiles } from '@houqin/files'
import { people } from '@houqin/people/server'
import { certificate, site } from '@houqin/places'
import { places } from '@houqin/places/server'
import { sendFile, workbookOf } from '@houqin/testing/ledger-file'
import { testSubsystem } from '@houqin/testing/subsystem'
import type { Somebody, TestSystem } from '@houqin/testing/subsystem'
import { zipOf } from '@houqin/testing/zip-file'
import type { Part } from '@houqin/testing/zip-file'
import { sql } from 'kysely'

interface Taken {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly counts: Readonly<Record<string, number>>
  readonly problem: string | null
}
interface Lines {
  readonly rows: readonly { readonly row: number; readonly name: string; readonly outcome: string; readonly choosable: boolean; readonly undone: string | null; readonly reasons: readonly { readonly says: string }[] }[]
}
const paper = (says: string): string => `%PDF-1.4\n${says}\n%%EOF\n`
// 权属证书 as Windows in China packs it: GBK, and no flag that says so
const gbk = Buffer.from([0xc7, 0xe5, 0xcf, 0xaa, 0x30, 0x32, 0x2e, 0x70, 0x64, 0x66])
let house: TestSystem
let officer: Somebody
const ids: Record<string, string> = {}

const send = (parts: readonly Part[], name = '证书扫描件.zip') => sendFile<Taken>(officer, `/api/file-imports?register=${certificate.id}`, { name, bytes: zipOf(parts) })
const read = async (id: string): Promise<Taken> => (await officer.get<Taken>(`/api/file-imports/${id}`)).body
const linesOf = async (id: string, more: Readonly<Record<string, string>> = {}): Promise<Lines['rows']> => (await officer.get<Lines>(`/api/file-imports/${id}/lines`, more)).body.rows
const scansOf = async (number: string): Promise<readonly string[]> => {
  const { body: { scans } } = await officer.get<{ scans: readonly string[] }>(`/api/registers/${certificate.id}/${ids[number]}`)
  const names = new Map((await storedFiles(house.system.db, scans)).map(({ id, name }) => [id, name]))
  return scans.map((id) => names.get(id) ?? id)
}
const work = async (id: string, deed: string): Promise<Taken> => {
  const asked = await officer.post(`/api/file-imports/${id}/${deed}`, {})
  assert.equal(asked.status, 202, asked.text)
  await house.settle()
  return read(id)
}

before(async () => {
  house = await testSubsystem([people, places])
  officer = await house.as('places.officer')
  const yard = await house.make(site, { name: '机关大院' })
  for (const number of ['清溪01', '清溪02', '清溪03']) ids[number] = (await house.make(certificate, { number, site: yard, kind: 'title', buildingArea: '100' })).id
})

describe('scans of certificates in one archive', () => {
  const parts = async (): Promise<readonly Part[]> => [
    { name: '扫描/清溪01_第1页.pdf', content: paper('1-1') },
    { name: '扫描/清溪01_第2页.pdf', content: paper('1-2') },
    { name: gbk, content: paper('2') },
    { name: '清溪03/IMG_0007.pdf', content: paper('3') },
    { name: 'DSC1.pdf', content: paper('4') },
    { name: '清溪09.pdf', content: paper('9') },
    { name: '清溪02-正面.jpg', content: 'no picture at all' },
    { name: '__MACOSX/._清溪01.pdf', content: 'x' },
    { name: '清单.xlsx', content: await workbookOf([{ name: '清单', rows: [['证书附件清单', null], ['证号', '文件'], ['清溪02', 'DSC1.pdf'], ['清溪03', 'DSC2.pdf']] }]) },
  ]
  it('are tried out without a trace, each refused one with its reason', async () => {
    const taken = await send(await parts())
    assert.equal(taken.status, 201, taken.text)
    assert.equal(taken.body.state, 'trying')
    await house.settle()
    const tried = await read(taken.body.id)
    assert.deepEqual([tried.state, tried.counts], ['tried', { new: 5, refused: 3, 'left-out': 1 }])
    const refused = (await linesOf(tried.id, { outcome: 'refused' })).map(({ name, reasons }) => `${name}：${reasons.map(({ says }) => says).join('；')}`).join('\n')
    assert.match(refused, /清溪09\.pdf：文件名和文件夹名都不是编号或名称（“清溪09”），请选一条，或改名，或在包里放清单。是不是：清溪0/)
    assert.match(refused, /清溪02-正面\.jpg.*认不出这个文件的内容/)
    assert.match(refused, /dsc2\.pdf：清单里写给“清溪03”，压缩包里没有这个文件/)
    assert.deepEqual(await scansOf('清溪01'), [])
  })

  it('are attached once, and taken back without touching what somebody added since', async () => {
    const taken = await send(await parts())
    await house.settle()
    const done = await work(taken.body.id, 'apply')
    assert.deepEqual([done.state, done.problem, done.counts['new']], ['done', null, 5])
    assert.deepEqual(await scansOf('清溪01'), ['清溪01_第1页.pdf', '清溪01_第2页.pdf'])
    assert.deepEqual(await scansOf('清溪02'), ['清溪02.pdf', 'DSC1.pdf'])
    assert.deepEqual(await scansOf('清溪03'), ['IMG_0007.pdf'])
    const again = await send(await parts())
    await house.settle()
    assert.deepEqual((await read(again.body.id)).counts, { same: 5, refused: 3, 'left-out': 1 })
    assert.equal((await officer.post(`/api/file-imports/${again.body.id}/apply`, {})).status, 409)

    const { body: row } = await officer.get<{ version: number; scans: readonly string[] }>(`/api/registers/${certificate.id}/${ids['清溪03']}`)
    const { body: own } = await sendFile<{ id: string }>(officer, '/api/files', { name: '补充.pdf', bytes: Buffer.from(paper('own')), type: 'application/pdf' })
    const added = await officer.patch(`/api/registers/${certificate.id}/${ids['清溪03']}`, { scans: [...row.scans, own.id] }, row.version)
    assert.equal(added.status, 200, added.text)
    const undone = await work(done.id, 'undo')
    assert.deepEqual([undone.state, undone.counts['undone']], ['undone', 5])
    assert.deepEqual([await scansOf('清溪01'), await scansOf('清溪02'), await scansOf('清溪03')], [[], [], ['补充.pdf']])
  })

  it('go where somebody says by hand, and nowhere at all when they are meant whole', async () => {
    const taken = await send([{ name: '清溪01.pdf', content: paper('hand 1') }, { name: 'IMG_2041.pdf', content: paper('hand 2') }, { name: 'IMG_2042.pdf', content: paper('hand 3') }])
    await house.settle()
    const meant = async (given: object) => officer.patch<Taken>(`/api/file-imports/${taken.body.id}`, given, (await read(taken.body.id)).version)
    const choosable = async (): Promise<readonly string[]> => (await linesOf(taken.body.id)).filter((line) => line.choosable).map(({ row, name, outcome }) => `${row} ${name} ${outcome}`)
    assert.deepEqual(await choosable(), ['2 IMG_2041.pdf refused', '3 IMG_2042.pdf refused'])

    assert.equal((await meant({ mode: 'whole' })).body.state, 'tried')
    const stopped = await officer.post(`/api/file-imports/${taken.body.id}/apply`, {})
    assert.deepEqual([stopped.status, /一个也没有放/.test(stopped.text)], [409, true])

    const tried = await meant({ chosen: [{ file: 2, row: ids['清溪02'] }, { file: 3, row: '00000000-0000-7000-8000-000000000000' }] })
    assert.deepEqual([tried.status, tried.body.state], [200, 'trying'])
    await house.settle()
    assert.deepEqual((await read(taken.body.id)).counts, { new: 2, refused: 1 })
    assert.match(JSON.stringify(await linesOf(taken.body.id, { outcome: 'refused' })), /选的那一条已停用或您看不到/)
    await meant({ chosen: [{ file: 2, row: ids['清溪03'] }, { file: 3, row: null }] })
    await house.settle()
    await meant({ chosen: [{ file: 3, row: ids['清溪02'] }] })
    await house.settle()
    assert.deepEqual((await choosable()).map((one) => one.replace(/ → .*? /, ' ')), ['2 IMG_2041.pdf new', '3 IMG_2042.pdf new'])
    const done = await work(taken.body.id, 'apply')
    assert.deepEqual([done.state, done.counts], ['done', { new: 3 }])
    assert.deepEqual([await scansOf('清溪02'), await scansOf('清溪03')], [['IMG_2042.pdf'], ['补充.pdf', 'IMG_2041.pdf']])
    assert.equal((await meant({ mode: 'partial' })).status, 409)
    await work(taken.body.id, 'undo')
  })

  it('are all taken out again when one is refused while they are attached whole', async () => {
    const taken = await send([{ name: '清溪01.pdf', content: paper('whole 1') }, { name: '清溪02.pdf', content: paper('whole 2') }])
    await house.settle()
    await officer.patch(`/api/file-imports/${taken.body.id}`, { mode: 'whole' }, (await read(taken.body.id)).version)
    await officer.post(`/api/file-imports/${taken.body.id}/apply`, {})
    const { body: row } = await officer.get<{ version: number }>(`/api/registers/${certificate.id}/${ids['清溪02']}`)
    const retired = await officer.post(`/api/registers/${certificate.id}/${ids['清溪02']}/retire`, { reason: '证已注销' }, { 'if-match': `"${row.version}"` })
    assert.equal(retired.status, 200, retired.text)
    await house.settle()
    const ended = await read(taken.body.id)
    assert.deepEqual([ended.state, ended.counts['undone']], ['undone', 1])
    assert.match(String(ended.problem), /全部或全不/)
    assert.deepEqual(await scansOf('清溪01'), [])
    const { body: now } = await officer.get<{ version: number }>(`/api/registers/${certificate.id}/${ids['清溪02']}`)
    assert.equal((await officer.post(`/api/registers/${certificate.id}/${ids['清溪02']}/retire`, { reason: '登记有误', undo: true }, { 'if-match': `"${now.version}"` })).status, 200)
  })

  it('go on behind what was attached when the work is cut short', async () => {
    const taken = await send([{ name: '清溪01.pdf', content: paper('cut 1') }, { name: '清溪02.pdf', content: paper('cut 2') }])
    await house.settle()
    await officer.post(`/api/file-imports/${taken.body.id}/apply`, {})
    const { 'file-imports.apply': apply } = createFileImports(house.system).workers
    assert.ok(apply)
    await assert.rejects(async () => apply({ db: house.system.db, payload: { import: taken.body.id }, progress: async (done) => {
      if (done >= 1) throw new Error('the machine was switched off')
    } }), /switched off/)
    assert.deepEqual([await scansOf('清溪01'), await scansOf('清溪02')], [['清溪01.pdf'], []])
    await house.settle()
    assert.deepEqual((await read(taken.body.id)).counts, { new: 2 })
    assert.deepEqual([await scansOf('清溪01'), await scansOf('清溪02')], [['清溪01.pdf'], ['清溪02.pdf']])
  })
})

describe('an archive that is none, or more than it seems', () => {
  it('is refused in words', async () => {
    const says = async (answer: Promise<{ status: number; text: string }>): Promise<string> => {
      const { status, text } = await answer
      return `${status} ${text}`
    }
    assert.match(await says(sendFile(officer, `/api/file-imports?register=${certificate.id}`, { name: '证书.rar', bytes: Buffer.from('Rar!\x1a\x07') })), /^415 .*不是能读的 zip/)
    assert.match(await says(send([{ name: '清溪01.pdf', content: Buffer.alloc(40 * 2 ** 20) }])), /^413 .*压缩得异常紧/)
    assert.match(await says(send([{ name: '清溪01.pdf', content: paper('x'), claims: 2 ** 31 }])), /^413 .*解压后超过/)
    assert.match(await says(send(Array.from({ length: 5001 }, (_, at) => ({ name: `${at}.pdf`, content: '' })))), /^413 .*超过 5000 个文件/)
    assert.match(await says(send([{ name: '机密会议纪要.pdf', content: paper('x') }])), /^415 .*不得处理涉密信息/)
    assert.match(await says(sendFile(officer, `/api/file-imports?register=${site.id}`, { name: 'a.zip', bytes: zipOf([{ name: 'a.pdf', content: paper('x') }]) })), /^400 .*没有这样一项附件/)
    const stranger = await house.as('places.steward')
    assert.match(await says(sendFile(stranger, `/api/file-imports?register=${certificate.id}`, { name: 'a.zip', bytes: zipOf([{ name: 'a.pdf', content: paper('x') }]) })), /^403 /)
  })

  it('is thrown away whole where a paper in it bears a mark, and the attempt is recorded', async () => {
    const marked = await workbookOf([{ name: 'a', rows: [['机密★10年'], ['x']] }])
    const taken = await send([{ name: '清溪01.xlsx', content: marked }])
    await house.settle()
    const refused = await read(taken.body.id)
    assert.equal(refused.state, 'refused')
    assert.match(String(refused.problem), /不得处理涉密信息/)
    assert.deepEqual(await linesOf(taken.body.id), [])
    const { rows: [left] } = await sql<{ count: string }>`select count(*) as count from files.link where owner_kind = 'file_imports.import' and owner_id = ${taken.body.id}`.execute(house.system.db)
    assert.equal(left?.count, '0')
  })
})
