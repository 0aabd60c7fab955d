// 封存的故事: eight writers, late commits, broken connections, and someone who edits the table at night.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { auditTables, forgedHead, headText, noteHead, notedHeads, record, runSealer, sealOnce, sha256, verify } from '@houqin/audit'
import { gm, intl } from '@houqin/crypto-suites'
import type { Db, Tx } from '@houqin/db'
import { fakeClock, settled, testDatabase } from '@houqin/testing'
import { sql } from 'kysely'

const clock = fakeClock('2026-11-24T09:30:00+08:00')
const at = clock.now()

let database: Awaited<ReturnType<typeof testDatabase>>
let db: Db
beforeEach(async () => {
  database = await testDatabase({ sets: [auditTables] })
  db = database.db
})
afterEach(() => database.close())

const write = (tx: Tx, summary: string): Promise<string> => record(tx, { at, actorName: '王强', action: 'test.write', summary })
const writeAlone = (summary: string): Promise<string> => db.transaction().execute((tx) => write(tx, summary))
const sealAll = async (): Promise<void> => {
  await settled(db)
  while (await sealOnce(db, clock) > 0);
}
const sealedOrder = async (): Promise<string[]> =>
  (await sql<{ entry_id: string }>`select entry_id from audit.seal order by seq`.execute(db)).rows.map(({ entry_id }) => entry_id)

/** As the owner of the database may: past the triggers. */
async function tamper(change: ReturnType<typeof sql>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`alter table audit.entry disable trigger all`.execute(tx)
    await sql`alter table audit.seal disable trigger all`.execute(tx)
    await change.execute(tx)
    await sql`alter table audit.entry enable always trigger refuse_change`.execute(tx)
    await sql`alter table audit.seal enable always trigger refuse_change`.execute(tx)
  })
}

test('an entry that commits late is never passed over', async () => {
  const late = await db.startTransaction().execute()
  const first = await write(late, '早写晚交')
  const second = await writeAlone('晚写早交')
  assert.equal(await sealOnce(db, clock), 0, 'nothing is sealed past a transaction still running')
  assert.deepEqual(await verify(db), { sealed: 0, unsealed: 1 })
  await late.commit().execute()
  await settled(db)
  assert.equal(await sealOnce(db, clock), 2)
  assert.deepEqual(await sealedOrder(), [first, second])
  assert.equal((await verify(db)).firstBroken, undefined)
})

test('eight writers in random order of commit while two sealers run: every entry is sealed once', async () => {
  const writer = async (name: number): Promise<void> => {
    for (let round = 0; round < 20; round += 1) {
      await db.transaction().execute(async (tx) => {
        await write(tx, `${name}-${round}-a`)
        await sql`select pg_sleep(random() * 0.004)`.execute(tx)
        await write(tx, `${name}-${round}-b`)
      })
    }
  }
  let writing = true
  const sealer = async (): Promise<void> => { while (writing) await sealOnce(db, clock) }
  const sealers = [sealer(), sealer()]
  await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)))
  writing = false
  await Promise.all(sealers)
  await sealAll()
  const { sealed, unsealed, firstBroken } = await verify(db)
  assert.deepEqual({ sealed, unsealed, firstBroken }, { sealed: 320, unsealed: 0, firstBroken: undefined })
  assert.equal(new Set(await sealedOrder()).size, 320)
})

for (const [deed, change, kind] of [
  ['a changed sentence', sql`update audit.entry set summary = '没有的事' where id = 3`, 'changed'],
  ['a changed time', sql`update audit.entry set at = at + interval '1 ms' where id = 3`, 'changed'],
  ['a changed value with its own new fingerprint', sql`update audit.entry set digest = decode(${sha256.of(Buffer.from('forged')).toString('hex')}, 'hex') where id = 3`, 'changed'],
  ['a removed entry', sql`delete from audit.entry where id = 3`, 'removed'],
  ['a removed link', sql`delete from audit.seal where seq = 2`, 'relinked'],
  ['a changed link', sql`update audit.seal set chain = previous where seq = 3`, 'changed'],
  ['an entry slipped in among the old ones', sql`
    insert into audit.entry (xid, at, actor_name, action, summary, suite, digest)
    select xid, at, actor_name, action, '补记', suite, digest from audit.entry where id = 3`, 'inserted'],
] as const) {
  test(`${deed} is named`, async () => {
    for (let n = 1; n <= 5; n += 1) await writeAlone(`第 ${n} 件`)
    await sealAll()
    await tamper(change)
    const { firstBroken, sealed } = await verify(db)
    assert.equal(firstBroken?.kind, kind)
    if (kind === 'inserted') assert.equal(sealed, 5)
    else assert.deepEqual([firstBroken?.seq, sealed], kind === 'relinked' ? ['3', 1] : ['3', 2])
    await sealAll()
    assert.equal((await verify(db)).firstBroken?.kind, kind, 'sealing on does not cover it')
  })
}

test('what a link should have been stands beside what it is, and when it was made', async () => {
  for (let n = 1; n <= 3; n += 1) await writeAlone(`第 ${n} 件`)
  await sealAll()
  const { rows: [second] } = await sql<{ digest: string }>`select encode(digest, 'hex') as digest from audit.entry order by id offset 1 limit 1`.execute(db)
  await tamper(sql`update audit.entry set summary = '没有的事' where id = 2`)
  const { firstBroken } = await verify(db)
  assert.deepEqual([firstBroken?.seq, firstBroken?.entryId, firstBroken?.at, firstBroken?.expected], ['2', '2', clock.now(), second?.digest])
  assert.match(firstBroken?.found ?? '', /^[0-9a-f]{64}$/)
  assert.notEqual(firstBroken?.found, firstBroken?.expected)
})

const signingKey = intl.signature.newKey()
const kid = '0123456789abcdef'
const sign = (message: Buffer): { kid: string; signature: Buffer } => ({ kid, signature: intl.signature.sign(signingKey, message) })

test('a head that somebody else wrote down is told from one of the house', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-heads-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'audit-heads')
  await writeAlone('第 1 件')
  await sealAll()
  await noteHead({ db, file, clock, sign })
  const ours = (message: Buffer, signed: { kid: string; signature: Buffer }): boolean | undefined =>
    signed.kid === kid ? intl.signature.verify(intl.signature.publicOf(signingKey), message, signed.signature) : undefined
  const [head] = await notedHeads(file)
  assert.ok(head)
  assert.equal(readFileSync(file, 'utf8').startsWith(`${headText(head)} ${kid} `), true)
  assert.equal(forgedHead([head], ours), undefined)
  assert.equal(forgedHead([{ ...head, signed: { kid: 'f'.repeat(16), signature: Buffer.alloc(64) } }], ours), undefined, 'of a key nobody knows nothing can be said')
  const { signed, ...unsigned } = head
  assert.equal(forgedHead([unsigned], ours), undefined, 'lines of earlier days are not signed')
  const forged = forgedHead([head, { ...head, seq: '9' }], ours)
  assert.deepEqual([forged?.kind, forged?.seq, forged?.at], ['forged', '9', head.at])
  assert.equal(signed?.kid, kid)
})

test('the end taken away is seen by a head that was noted outside the database', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'houqin-heads-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'audit-heads')
  for (let n = 1; n <= 3; n += 1) await writeAlone(`第 ${n} 件`)
  await sealAll()
  await noteHead({ db, file, clock, sign })
  await writeAlone('第 4 件')
  await sealAll()
  await noteHead({ db, file, clock, sign })
  await noteHead({ db, file, clock, sign })
  writeFileSync(file, '2026-11-24T01:30:00.000Z 5 abc', { flag: 'a' }) // cut short
  const heads = await notedHeads(file)
  assert.deepEqual(heads.map(({ seq }) => seq), ['3', '4'])
  assert.equal((await verify(db, [sha256], heads)).firstBroken, undefined)

  await tamper(sql`with gone as (delete from audit.seal where seq = 4) delete from audit.entry where id = 4`)
  assert.equal((await verify(db)).firstBroken, undefined, 'the chain alone does not know')
  const cut = (await verify(db, [sha256], heads)).firstBroken
  assert.deepEqual([cut?.kind, cut?.seq, cut?.expected, cut?.found], ['cut', '4', heads[1]?.chain, 'nothing'])

  await writeAlone('别的第 4 件')
  await sealAll()
  const rewritten = (await verify(db, [sha256], heads)).firstBroken
  assert.deepEqual([rewritten?.kind, rewritten?.seq], ['cut', '4'])
  assert.match(rewritten?.found ?? '', /^[0-9a-f]{64}$/)
})

test('connections cut in the middle lose no acknowledged entry and break no link', async () => {
  const acknowledged: string[] = []
  let working = true
  const writer = async (): Promise<void> => {
    while (working) await writeAlone('断线时').then((id) => acknowledged.push(id), () => undefined)
  }
  const sealer = async (): Promise<void> => { while (working) await sealOnce(db, clock).catch(() => 0) }
  const work = [writer(), writer(), writer(), sealer()]
  try {
    for (let cut = 1; cut <= 8; cut += 1) {
      while (acknowledged.length < cut * 25) await sql`select 1`.execute(db).catch(() => undefined)
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(db).catch(() => undefined)
    }
  } finally {
    working = false
    await Promise.all(work)
  }
  // a cut is heard of when its connection is next used: every one of the pool is, before the count
  const answers = async (): Promise<void> => { while (!(await sql`select 1`.execute(db).then(() => true, () => false))); }
  await Promise.all(Array.from({ length: 20 }, answers))
  await sealAll()
  const { unsealed, firstBroken } = await verify(db)
  assert.deepEqual([unsealed, firstBroken], [0, undefined])
  const sealed = new Set(await sealedOrder())
  assert.deepEqual(acknowledged.filter((id) => !sealed.has(id)), [])
})

test('a running sealer seals by itself and stops when told', async () => {
  const errors: unknown[] = []
  const sealer = runSealer({ db, clock, everyMs: 10, onError: (error) => errors.push(error) })
  await writeAlone('等封存')
  while ((await verify(db)).unsealed > 0);
  await sealer.stop()
  await writeAlone('停后')
  await settled(db)
  assert.equal(await sealOnce(db, clock), 1)
  assert.deepEqual(errors, [])
})

test('an entry of an unknown suite is named, not passed', async () => {
  const other = { suite: 'blake9', of: sha256.of }
  await db.transaction().execute((tx) => record(tx, { at, actorName: '王强', action: 'test.write', summary: '不认识' }, other))
  await settled(db)
  await sealOnce(db, clock, other)
  assert.equal((await verify(db)).firstBroken?.kind, 'unknown-suite')
  assert.equal((await verify(db, [sha256, other])).firstBroken, undefined)
})

test('a chain goes on under 国密: SM3 links bind the SHA-256 head before them, and both are verified', async () => {
  await writeAlone('国际算法')
  await sealAll()
  await db.transaction().execute((tx) => record(tx, { at, actorName: '王强', action: 'test.write', summary: '国密算法' }, gm.digest))
  await settled(db)
  while (await sealOnce(db, clock, gm.digest) > 0);
  const { rows } = await sql<{ suite: string; bytes: number }>`select suite, length(chain) as bytes from audit.seal order by seq`.execute(db)
  assert.deepEqual(rows.map(({ suite }) => suite), ['sha-256', 'sm3'])
  assert.deepEqual([(await verify(db)).sealed, (await verify(db)).firstBroken], [2, undefined])
  assert.equal((await verify(db, [sha256])).sealed, 1, 'who knows one suite does not pass the other over')
  await tamper(sql`update audit.entry set summary = '改过' where summary = '国密算法'`)
  assert.equal((await verify(db)).firstBroken?.kind, 'changed')
})
