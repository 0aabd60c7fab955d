// What a matter refers to 引用: read by its parties, inside it, masked and recorded; every other way to the same row stays as it was.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { cashier, dossier, job, openHouse, vault } from './house.ts'

test('the holder reads what the asker referred to: sensitive values masked, the reading recorded, every other way closed', async () => {
  const { boss, worker, open, number, done, system } = await openHouse()
  const { id } = open
  const seen = done(await worker.get<Seen>(`/api/matters/${job.id}/${number}/references/dossier`))
  assert.deepEqual([seen.register, seen.title, seen.row['name'], seen.row['place'], seen.row['masked']], [dossier.id, '卷宗', '旧楼卷宗', '二号库', ['phone']])
  assert.deepEqual([seen.row['phone'], seen.row['scans'], seen.row['lines'], seen.files], ['138****5678', undefined, undefined, []])
  const { rows } = await sql<{ actor: string; summary: string; subject: string }>`
    select actor_name as actor, summary, subject_id as subject from audit.entry where action = ${`${job.id}.read-reference`}`.execute(system.db)
  assert.deepEqual(rows, [{ actor: '王师傅', summary: `在 ${number} 中查看卷宗（卷宗）`, subject: id }])
  for (const path of ['', `/${id}`, '/export.xlsx', '/summary', `/${id}/history`, `/${id}/links`])
    assert.notEqual((await worker.get(`/api/registers/${dossier.id}${path}`)).status, 200, `${path} stays closed`)
  assert.deepEqual(done(await worker.get<{ rows: unknown[] }>('/api/search', { q: '旧楼卷宗' })).rows, [])
  // What the row points to is named, and not opened by it; nor is another field of the matter.
  assert.deepEqual(seen.row['vault'], { id: (seen.row['vault'] as { id: string }).id, name: '铁柜' })
  assert.notEqual((await worker.get(`/api/registers/${vault.id}/${(seen.row['vault'] as { id: string }).id}`)).status, 200)
  for (const field of ['vault', 'what', 'toString', '__proto__']) assert.equal((await worker.get(`/api/matters/${job.id}/${number}/references/${field}`)).status, 404, field)
  assert.equal((await boss.get<Seen>(`/api/registers/${dossier.id}/${id}`)).status, 200, 'who keeps the register reads it as before')
})

test('nobody opens a row to himself by naming it; an outsider is told nothing', async () => {
  const { worker, stranger, boss, open, secret, ask, done } = await openHouse()
  const own = await ask(worker, secret.id)
  assert.equal((await worker.get(`/api/matters/${job.id}/${own.number}/references/dossier`)).status, 403, 'his own choice, his own rights')
  assert.equal((await stranger.get(`/api/matters/${job.id}/${own.number}/references/dossier`)).status, 404)
  const bosses = await ask(boss, open.id)
  assert.equal((await boss.get(`/api/matters/${job.id}/${bosses.number}/references/dossier`)).status, 200, 'he may read it anyway')
  // A fact that the holder wrote is his own choice too; the asker, who did not, reads it.
  const taken = await worker.take(await worker.see(bosses), 'find', { input: { found: secret.id } })
  assert.equal((await worker.get(`/api/matters/${job.id}/${taken.number}/references/found`)).status, 403)
  assert.equal(done(await boss.get<Seen>(`/api/matters/${job.id}/${taken.number}/references/found`)).row['name'], '密件卷宗')
})

test('in a line, and among what waits for approval', async () => {
  const { worker, boss, head, secret, open, ask, done } = await openHouse()
  const asked = await ask(boss, open.id, [{ dossier: secret.id, note: '一起找' }])
  const [line] = (await worker.see(asked)).lines['papers']?.rows ?? []
  const at = `/api/matters/${job.id}/${asked.number}/references/dossier`
  assert.equal(done(await worker.get<Seen>(at, { lines: 'papers', line: String(line?.['id']) })).row['name'], '密件卷宗')
  assert.equal((await worker.get(at, { lines: 'papers', line: secret.id })).status, 404, 'no line of this matter')
  assert.equal((await worker.get(at, { lines: 'nothing', line: String(line?.['id']) })).status, 404)
  assert.equal((await worker.get(at, { of: 'approval' })).status, 404, 'nothing waits for approval')
  const found = await worker.take(await worker.see(asked), 'find', { input: { found: open.id } })
  await worker.take(found, 'lend', { input: { lent: secret.id } })
  const lent = `/api/matters/${job.id}/${asked.number}/references/lent`
  assert.equal((await head.get(lent)).status, 404, 'it is no fact yet')
  assert.deepEqual(done(await head.get<Seen>(lent, { of: 'approval' })).row['masked'], ['phone'])
  assert.equal((await worker.get(lent, { of: 'approval' })).status, 403, 'he chose it himself')
})

test('a file of that row is opened by a party inside the matter, recorded, and by no other way', async () => {
  const { boss, worker, stranger, as, make, ask, done, system, secret } = await openHouse()
  const sent = done(await boss.call<{ id: string }>('POST', '/api/files', picture('旧楼图纸.png')))
  const other = done(await boss.call<{ id: string }>('POST', '/api/files', picture('别处的图.png')))
  const held = await make(dossier, { name: '有图卷宗', place: '三号库', vault: (await make(vault, { name: '木柜' })).id, phone: '13612345678', scans: [sent.id] })
  await make(dossier, { name: '别的卷宗', place: '四号库', vault: (await make(vault, { name: '钢柜' })).id, phone: '13612345679', scans: [other.id] })
  const { number } = await ask(boss, held.id)
  const at = `/api/matters/${job.id}/${number}/references/dossier`
  const { files } = done(await worker.get<Seen>(at))
  assert.deepEqual(files.map(({ field, id, name, type }) => [field, id, name, type]), [['scans', sent.id, '旧楼图纸.png', 'image/png']])
  const opened = await worker.get(`${at}/files/${sent.id}`)
  assert.equal(opened.status, 200, opened.text)
  const { rows } = await sql<{ actor: string; summary: string }>`
    select actor_name as actor, summary from audit.entry where action = ${`${job.id}.read-reference-file`}`.execute(system.db)
  assert.deepEqual(rows, [{ actor: '王师傅', summary: `在 ${number} 中打开卷宗（卷宗）的附件“旧楼图纸.png”` }])
  // Inside the matter alone: the file's own address stays closed to him, another row's file is not reached through this one.
  assert.equal((await worker.get(`/api/files/${sent.id}`)).status, 404)
  assert.equal((await worker.get(`${at}/files/${other.id}`)).status, 404)
  assert.equal((await stranger.get(`${at}/files/${sent.id}`)).status, 404)
  assert.equal((await (await as(cashier, { name: '孙会计' })).get(`${at}/files/${sent.id}`)).status, 403, 'a reader who is no party has his own rights')
  const own = await ask(worker, held.id)
  assert.equal((await worker.get(`/api/matters/${job.id}/${own.number}/references/dossier/files/${sent.id}`)).status, 403, 'nobody opens a file to himself by naming its row')
  const bare = await ask(boss, secret.id)
  assert.equal((await worker.get(`/api/matters/${job.id}/${bare.number}/references/dossier/files/${sent.id}`)).status, 404, 'the row of this matter has no such file')
})

test('who reads the matter by a role and is no party to it reads the row by his own rights', async () => {
  const { as, number } = await openHouse()
  const reader = await as(cashier, { name: '孙会计' })
  assert.equal((await reader.get(`/api/matters/${job.id}/${number}`)).status, 200)
  assert.equal((await reader.get(`/api/matters/${job.id}/${number}/references/dossier`)).status, 403)
})

interface Seen {
  readonly register: string
  readonly title: string
  readonly row: Readonly<Record<string, unknown>>
  readonly files: readonly { readonly field: string; readonly id: string; readonly name: string; readonly type: string; readonly size: number }[]
}

/** One white point, as a browser uploads it. */
const point = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2TAAAAABJRU5ErkJggg==', 'base64')
function picture(name: string): { raw: Buffer; headers: Record<string, string> } {
  const head = `--walk\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/png\r\n\r\n`
  return { raw: Buffer.concat([Buffer.from(head), point, Buffer.from('\r\n--walk--\r\n')]), headers: { 'content-type': 'multipart/form-data; boundary=walk' } }
}
