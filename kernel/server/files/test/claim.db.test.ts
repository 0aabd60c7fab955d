// Claiming 认领: whoever brought a file may give it to what he writes, and nobody else may take it there.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { Database } from '@houqin/db'
import { claimFiles, filesTables, ownersOf } from '@houqin/files'
import type { Claimer } from '@houqin/files'
import { Problem } from '@houqin/problem'
import { fakeClock, testDatabase } from '@houqin/testing'
import { sql } from 'kysely'

const clock = fakeClock('2026-11-24T09:30:00+08:00')
const [wang, stranger] = ['a81bc81b-dead-4e5d-abff-90865d1e13b1', 'b81bc81b-dead-4e5d-abff-90865d1e13b2']
const lamp = { kind: 'service-desk.repair', id: 'lamp' }
const tap = { kind: 'service-desk.repair', id: 'tap' }
let database: Database
before(async () => {
  database = await testDatabase({ sets: [filesTables] })
})

async function uploaded(by: string | null): Promise<string> {
  const { rows: [file] } = await sql<{ id: string }>`
    insert into files.file (sha256, size, type, name, created_at, created_by)
    values (sha256('x'), 1, 'image/jpeg', '灯.jpg', ${clock.now()}, ${by}) returning id`.execute(database.db)
  assert.ok(file)
  return file.id
}
const claim = (by: Claimer, owner: typeof lamp, ...ids: string[]): Promise<void> =>
  database.db.transaction().execute((tx) =>
    claimFiles(tx, { files: ids.map((id, index) => ({ id, at: `input.photos[${index}]` })), owner, by, at: clock.now() }))
const refusedAt = (...places: string[]) => (error: unknown): boolean => {
  assert.ok(error instanceof Problem)
  assert.equal(error.type, 'bad-input')
  assert.deepEqual(error.issues.map(({ at }) => at), places)
  return true
}

test('a photo goes to the repair of whoever uploaded it, and a stranger’s report cannot take it along', async () => {
  const [own, other] = [await uploaded(wang), await uploaded(stranger)]
  await assert.rejects(claim({ account: stranger }, tap, other, own), refusedAt('input.photos[1]'))
  assert.deepEqual(await ownersOf(database.db, other), [], 'all of a form, or nothing')
  await claim({ account: wang }, lamp, own)
  await assert.rejects(claim({ account: stranger }, tap, own), refusedAt('input.photos[0]'))
  await assert.rejects(claim('visitor', tap, own), refusedAt('input.photos[0]'))
  await claim({ account: wang }, tap, own)
  assert.deepEqual(await ownersOf(database.db, own), [lamp, tap])
})

test('what came by a printed code goes to the first who names it', async () => {
  const photo = await uploaded(null)
  await claim('visitor', lamp, photo)
  await assert.rejects(claim('visitor', tap, photo), refusedAt('input.photos[0]'))
  await assert.rejects(claim({ account: wang }, tap, photo), refusedAt('input.photos[0]'))
  const disputed = await uploaded(null)
  const outcome = await Promise.allSettled([claim('visitor', lamp, disputed), claim('visitor', tap, disputed)])
  assert.deepEqual(outcome.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('what belongs to a row stays when a colleague writes the row again, and the house may pass it on', async () => {
  const photo = await uploaded(wang)
  await claim({ account: wang }, lamp, photo)
  await claim({ account: stranger }, lamp, photo.toUpperCase())
  await claim('house', tap, photo)
  assert.deepEqual(await ownersOf(database.db, photo), [lamp, tap])
})

test('a file that never was is refused in the same words as another’s', async () => {
  const gone = '00000000-0000-4000-8000-000000000000'
  const [theirs, absent] = await Promise.all([uploaded(stranger), gone].map(async (id) =>
    claim({ account: wang }, lamp, await id).then(() => '', (error: unknown) => (error instanceof Problem ? error.detail.zh : ''))))
  assert.match(String(theirs), /重新上传/)
  assert.equal(theirs, absent)
  await assert.rejects(claim('house', lamp, gone), refusedAt('input.photos[0]'))
})
