// 附件的故事: a photo comes in, is kept once, is read through its owner, and goes when nobody needs it.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { buffer } from 'node:stream/consumers'
import type { Database } from '@houqin/db'
import {
  type FileStore, filesOf, fileStore, filesTables, holdFile, keepFile, linkFile, openFile, ownersOf, putFile, receiveFile, sweepFiles, type StoredFile, unlinkFile, usualLimits,
} from '@houqin/files'
import { Problem } from '@houqin/problem'
import { fakeClock, testDatabase } from '@houqin/testing'
import { docx, jpeg, mp4, pdf, png, secret, zip } from './samples.ts'

const clock = fakeClock('2026-11-24T09:30:00+08:00')
const repair = { kind: 'service-desk.repair', id: 'BX-20261124-0007' }
let database: Database
let folder: string
let store: FileStore
before(async () => {
  database = await testDatabase({ sets: [filesTables] })
  folder = await mkdtemp(join(tmpdir(), 'houqin-files-'))
  store = await fileStore(folder)
})
after(() => rm(folder, { recursive: true }))

async function* sent(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}
const put = (bytes: Buffer, name: string, declaredType = '', limits = usualLimits): Promise<StoredFile> =>
  database.db.transaction().execute((tx) => putFile(tx, store, sent(bytes), { name, declaredType, at: clock.now(), limits }))
const contentsOnDisk = async (): Promise<string[]> => (await readdir(join(folder, 'content'), { recursive: true })).filter((name) => name.includes('/'))
const sweepDaysFromNow = (days: number): ReturnType<typeof sweepFiles> => {
  const later = new Date(clock.now().getTime() + days * 86_400_000)
  return sweepFiles(database.db, store, { before: new Date(later.getTime() - 86_400_000), at: later })
}

test('a photo of a broken lamp is kept without its place and read through the repair', async () => {
  const { db } = database
  const by = 'a81bc81b-dead-4e5d-abff-90865d1e13b1'
  const received = await receiveFile(store, sent(jpeg()), { name: 'C:\\照片\\灯\u202e.JPG', declaredType: 'image/jpg; charset=binary', at: clock.now() })
  const file = await db.transaction().execute(async (tx) => {
    const kept = await keepFile(tx, store, received, { by, at: clock.now() })
    await linkFile(tx, { file: kept.id, owner: repair, at: clock.now() })
    await linkFile(tx, { file: kept.id, owner: repair, at: clock.now() })
    return kept
  })
  assert.deepEqual([file.name, file.type, file.picture, file.createdBy, file.createdAt], ['灯.jpg', 'image/jpeg', { width: 8, height: 6 }, by, clock.now()])
  assert.deepEqual(await filesOf(db, repair), [file])
  assert.deepEqual(await ownersOf(db, file.id), [repair])
  const opened = await openFile(db, store, file.id)
  assert.ok(opened)
  const content = await buffer(opened.read())
  assert.equal(content.length, file.size)
  assert.equal(createHash('sha256').update(content).digest('hex'), file.sha256)
  assert.ok(!content.includes(secret))
  assert.deepEqual(await buffer(opened.read({ start: 0, end: 2 })), Buffer.from([0xff, 0xd8, 0xff]))
  assert.equal(await openFile(db, store, '00000000-0000-4000-8000-000000000000'), undefined)
  assert.equal(await openFile(db, store, '../../etc/passwd'), undefined)
})

test('the same paper sent twice lies on disk once', async () => {
  const before = (await contentsOnDisk()).length
  const [one, two] = [await put(pdf(), '合同.pdf', 'application/pdf'), await put(pdf(), '合同（盖章）', 'application/octet-stream')]
  assert.equal(one.sha256, two.sha256)
  assert.notEqual(one.id, two.id)
  assert.equal(two.name, '合同（盖章）.pdf')
  assert.equal((await contentsOnDisk()).length, before + 1)
})

test('a film is kept with its place blanked', async () => {
  const film = await put(mp4({ seconds: 20, longSize: true }), '漏水.mp4', 'video/mp4')
  assert.ok(!(await readFile(store.contentPath(film.sha256))).includes(secret))
})

for (const [what, send, type, sentence] of [
  ['a page called a photo', () => put(Buffer.from('<html><script>'), '灯.jpg', 'image/jpeg'), 'unsupported-media', /认不出/],
  ['a PNG declared as JPEG', () => put(png(), '灯', 'image/jpeg'), 'unsupported-media', /内容是 image\/png，却标作 image\/jpeg/],
  ['a PNG with the name of a program', () => put(png(), '灯.png.exe', 'image/png'), 'unsupported-media', /后缀/],
  ['a type nobody takes', () => put(png(), '灯.png', 'text/html'), 'unsupported-media', /text\/html/],
  ['a film where only photos are taken', () => put(mp4(), '灯.mp4', 'video/mp4', { ...usualLimits, types: ['image/jpeg'] }), 'unsupported-media', /这里不收/],
  ['a photo cut short', () => put(jpeg().subarray(0, 200), '灯.jpg', 'image/jpeg'), 'unsupported-media', /损坏/],
  ['an empty file', () => put(Buffer.alloc(0), '灯.jpg', 'image/jpeg'), 'unsupported-media', /空的/],
  ['a file over the limit', () => put(docx(), '纪要.docx', '', { ...usualLimits, maxBytes: 100 }), 'too-large', /超过/],
  ['a picture that would fill the memory', () => put(png({ width: 65_000, height: 65_000 }), '灯.png', 'image/png'), 'too-large', /65000×65000/],
  ['a film of two minutes', () => put(mp4({ seconds: 120 }), '灯.mp4'), 'too-large', /60 秒/],
  ['a paper that unpacks to gigabytes', () => put(zip(['[Content_Types].xml', 'xl/workbook.xml'], 2_000_000_000), '表.xlsx'), 'too-large', /解压/],
] as const) {
  test(`${what} is refused in a sentence, and leaves nothing behind`, async () => {
    const contents = await contentsOnDisk()
    await assert.rejects(send(), (error) => {
      assert.ok(error instanceof Problem)
      assert.equal(error.type, type)
      assert.match(error.detail.zh, sentence)
      assert.ok(error.detail.en.length > 20)
      return true
    })
    assert.deepEqual(await contentsOnDisk(), contents)
    assert.deepEqual(await readdir(join(folder, 'incoming')), [])
  })
}

test('a connection that breaks leaves nothing behind', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield jpeg().subarray(0, 50)
    throw new Error('connection reset')
  }
  await assert.rejects(receiveFile(store, broken(), { name: '灯.jpg', declaredType: '', at: clock.now() }), /connection reset/)
  assert.deepEqual(await readdir(join(folder, 'incoming')), [])
})

test('the sweep takes what nobody owns or holds, and nothing else', async () => {
  const { db } = database
  const [owned, held, twin, lone] = [await put(jpeg({ width: 101 }), 'a.jpg'), await put(jpeg({ width: 102 }), 'b.jpg'), await put(jpeg({ width: 101 }), 'c.jpg'), await put(jpeg({ width: 103 }), 'd.jpg')]
  const upload = await receiveFile(store, sent(jpeg({ width: 104 })), { name: 'e.jpg', declaredType: '', at: clock.now() })
  await db.transaction().execute(async (tx) => {
    await linkFile(tx, { file: owned.id, owner: repair, at: clock.now() })
    await holdFile(tx, { file: held.id, until: new Date('2027-01-01T00:00:00Z') })
    await holdFile(tx, { file: held.id, until: new Date('2026-12-01T00:00:00Z') })
  })
  assert.deepEqual(await sweepDaysFromNow(0), { files: 0, contents: 0, uploads: 0 }, 'nothing is old enough')
  await sweepDaysFromNow(2)
  for (const [file, kept] of [[owned, true], [held, true], [twin, false], [lone, false]] as const) assert.equal((await openFile(db, store, file.id)) !== undefined, kept)
  await assert.rejects(readFile(store.contentPath(lone.sha256)), /ENOENT/)
  await assert.rejects(readFile(upload.path), /ENOENT/)
  assert.ok(await readFile(store.contentPath(owned.sha256)), 'its twin went, the content stays')
  await db.transaction().execute((tx) => unlinkFile(tx, { file: owned.id, owner: repair }))
  assert.equal((await sweepDaysFromNow(2)).files, 1)
  assert.equal((await sweepDaysFromNow(60)).files, 1, 'the hold is over')
})

test('a content whose row was undone is swept; one whose row is about to commit is waited for', async () => {
  const { db } = database
  await assert.rejects(db.transaction().execute(async (tx) => {
    await putFile(tx, store, sent(jpeg({ width: 201 })), { name: 'a.jpg', declaredType: '', at: clock.now() })
    throw new Error('undone')
  }), /undone/)
  const tx = await db.startTransaction().execute()
  const file = await putFile(tx, store, sent(jpeg({ width: 202 })), { name: 'b.jpg', declaredType: '', at: clock.now() })
  await linkFile(tx, { file: file.id, owner: repair, at: clock.now() })
  const sweeping = sweepDaysFromNow(2)
  await tx.commit().execute()
  assert.equal((await sweeping).contents, 1)
  assert.ok(await readFile(store.contentPath(file.sha256)))
})

test('a stranger’s file in the folder is left alone', async () => {
  const stranger = join(folder, 'incoming', 'README')
  await writeFile(stranger, 'not ours')
  await sweepDaysFromNow(400)
  assert.equal(await readFile(stranger, 'utf8'), 'not ours')
})
