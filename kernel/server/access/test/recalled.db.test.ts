// 记得的人: whoever was read a moment ago is not read again, but proven with what he writes; whatever has turned meanwhile counts.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { askedThrough, transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Actor } from '@houqin/access'
import { sql } from 'kysely'
import { openBureau, problem } from './bureau.ts'
import type { Bureau } from './bureau.ts'

let bureau: Bureau
let token: string
let clerkship: string
let here: string

beforeEach(async () => {
  bureau = await openBureau()
  const { access, db, employ, give, organ, enter } = bureau
  await access.watchRights(db)
  here = await organ('财政局')
  clerkship = await give({ account: await employ('liu.min'), role: 'people.clerk', organ: here })
  ;({ token } = await enter('liu.min'))
  await access.sessions.authenticate(db, { token })
})

/** As a write of his begins. @returns whom it was done for, and how often the work was begun. */
async function write(work: (tx: Tx) => Promise<void> = async () => {}): Promise<{ grants: Actor['principal']['grants']; begun: number }> {
  const { access, db } = bureau
  const recalled = access.sessions.recall(token)
  assert.ok(recalled, 'he is not recalled')
  let begun = 0
  const principal = await transaction(db, async (tx) => {
    begun += 1
    const { principal: found } = await recalled.prove(tx)
    await work(tx)
    return found
  })
  return { grants: principal.grants, begun }
}
const govern = async (work: (tx: Tx, actor: Actor) => Promise<void>): Promise<void> => {
  const { actor } = await bureau.enter('sec')
  await bureau.db.transaction().execute((tx) => work(tx, actor))
}

test('nothing has turned: he is who he was, and it is proven with what is asked next', async () => {
  let asked = 0
  const { grants, begun } = await write(async (tx) => {
    await sql`select 1`.execute(askedThrough(tx, () => { asked += 1 }))
  })
  assert.deepEqual(grants, [{ role: 'people.clerk', organs: [here], sites: null }])
  assert.deepEqual([begun, asked], [1, 1])
})

test('a role that was withdrawn is gone, and the work begun with it is undone and begun again', async () => {
  const { access, db, organ } = bureau
  await govern((tx, actor) => access.grants.withdraw(tx, actor, clerkship, { reason: '调离' }))
  const other = await organ('审计局')
  const { grants, begun } = await write(async (tx) => {
    await sql`update people.organ set label = label || '。' where id = ${other}`.execute(tx)
  })
  assert.deepEqual([grants, begun], [[], 2])
  const { rows } = await sql<{ label: string }>`select label from people.organ where id = ${other}`.execute(db)
  assert.equal(rows[0]?.label, '审计局。', 'once')
})

test('an organ that was moved below his is his, also by a transaction that began before he was read', async () => {
  const { access, db, organ } = bureau
  const moved = await organ('会计中心')
  const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>()
  const { promise: written, resolve: hasWritten } = Promise.withResolvers<void>()
  const moving = db.transaction().execute(async (tx) => {
    await sql`update people.organ set parent_organ = ${here} where id = ${moved}`.execute(tx)
    hasWritten()
    await mayCommit
  })
  await written
  await access.sessions.authenticate(db, { token })
  assert.deepEqual((await write()).grants, [{ role: 'people.clerk', organs: [here], sites: null }], 'it is not committed')
  commit()
  await moving
  const { grants, begun } = await write()
  assert.deepEqual([new Set(grants[0]?.organs), begun], [new Set([here, moved]), 2])
})

test('a session that has ended, and an account that was closed, write nothing', async () => {
  const { access, db, enter } = bureau
  const { actor } = await enter('sys')
  await db.transaction().execute(async (tx) => {
    const { rows: [account] } = await sql<{ id: string; version: number }>`select id, version from access.account where username = 'liu.min'`.execute(tx)
    await access.accounts.change(tx, actor, String(account?.id), { disabled: true }, Number(account?.version))
  })
  await assert.rejects(write(), problem('not-signed-in'))
})

test('he is not recalled after a minute, on another day, nor where nobody notes what turns', async () => {
  const { access, db, clock } = bureau
  assert.ok(access.sessions.recall(token))
  assert.equal(access.sessions.recall(`${token}x`), undefined)
  clock.advance({ minutes: 1 })
  assert.equal(access.sessions.recall(token), undefined)
  await access.sessions.authenticate(db, { token })
  assert.equal(access.sessions.recall(token), undefined, 'his use was written just now, by which his row has changed')
  await access.sessions.authenticate(db, { token })
  assert.ok(access.sessions.recall(token))
  clock.set('2026-11-25T00:00:10+08:00')
  assert.equal(access.sessions.recall(token), undefined)
  const other = await openBureau()
  const { token: known } = await other.enter('sys')
  assert.equal(other.access.sessions.recall(known), undefined)
})

test('who was read inside a transaction is not recalled: what it has read may be undone with it', async () => {
  const { access, db, enter } = bureau
  const { token: fresh } = await db.transaction().execute(async (tx) => {
    const opened = await access.sessions.openProven(tx, { account: (await sql<{ id: string }>`select id from access.account where username = 'liu.min'`.execute(tx)).rows[0]?.id ?? '', ip: '10.0.0.9', agent: 'story', via: '统一身份' })
    await access.sessions.authenticate(tx, { token: opened.token })
    return opened
  })
  assert.equal(access.sessions.recall(fresh), undefined)
  assert.ok(access.sessions.recall((await enter('liu.min')).token))
})
