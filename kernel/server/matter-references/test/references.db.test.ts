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
  assert.deepEqual([seen.row['phone'], seen.row['scans'], seen.row['lines']], ['138****5678', undefined, undefined])
  const { rows } = await sql<{ actor: string; summary: string; subject: string }>`
    select actor_name as actor, summary, subject_id as subject from audit.entry where action = ${`${job.id}.read-reference`}`.execute(system.db)
  assert.deepEqual(rows, [{ actor: '王师傅', summary: `在 ${number} 中查看卷宗(卷宗)`, subject: id }])
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
}
