// 初始化的故事: an empty system has no password; one link, once, within a day, makes exactly three administrators.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createAccess, isSetupOpen, openSetup } from '@houqin/access'
import type { Administrator } from '@houqin/access'
import { auditAdmin, everyone, securityAdmin, systemAdmin } from '@houqin/define'
import { fakeClock, testDatabase } from '@houqin/testing'
import { sql } from 'kysely'
import { administrators, catalogue, passwordOf, problem, tables } from './bureau.ts'

async function empty() {
  const { db } = await testDatabase({ sets: tables })
  const clock = fakeClock('2026-11-24T09:30:00+08:00')
  const access = createAccess({ catalogue, clock })
  const complete = (token: string, three: readonly Administrator[] = administrators): Promise<void> =>
    db.transaction().execute((tx) => access.completeSetup(tx, { token, administrators: three, ip: '10.0.0.1' }))
  const open = async (): Promise<string> => (await openSetup(db, clock))?.token ?? assert.fail('no link for an empty system')
  return { db, clock, access, complete, open }
}

test('an empty system has nobody to guess; the link makes three who can sign in, one role each, and works once', async () => {
  const { db, clock, access, complete, open } = await empty()
  assert.equal((await sql`select from access.account`.execute(db)).rows.length, 0)
  assert.equal(await isSetupOpen(db, clock), false)
  const token = await open()
  assert.equal(await isSetupOpen(db, clock), true)
  await complete(token)
  assert.equal(await isSetupOpen(db, clock), false)
  for (const { username, role } of administrators) {
    const session = await access.sessions.signIn(db, { username, password: passwordOf(username), ip: '10.0.0.1', agent: '' })
    const { principal } = await access.sessions.authenticate(db, session)
    assert.deepEqual(principal.grants, [{ role, organs: null, sites: null }])
  }
  await assert.rejects(complete(token), problem('gone'))
  assert.equal(await openSetup(db, clock), undefined, 'a system with administrators gives no link')
})

test('two who open the link at once: one makes the administrators', async () => {
  const { db, complete, open } = await empty()
  const token = await open()
  const others = administrators.map((one) => ({ ...one, username: `${one.username}2` }))
  const outcomes = await Promise.allSettled([complete(token), complete(token, others)])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await sql`select from access.account`.execute(db)).rows.length, 3)
})

test('after a day, or after another start, the link is gone', async () => {
  const { clock, complete, open } = await empty()
  const first = await open()
  const second = await open()
  await assert.rejects(complete(first), problem('gone'))
  clock.advance({ hours: 24 })
  await assert.rejects(complete(second), problem('gone'))
  await assert.rejects(complete('guess'), problem('gone'))
  await complete(await open())
})

test('not exactly the three, or one name twice, or a weak password: nothing is made and the link stays good', async () => {
  const { db, complete, open } = await empty()
  const token = await open()
  const [sys, sec, aud] = administrators
  assert.ok(sys && sec && aud)
  for (const wrong of [
    [], [sys, sec], [sys, sec, aud, { ...aud, username: 'aud2' }], [sys, sys, aud], [sys, sec, { ...aud, role: everyone.role }],
    [sys, { ...sec, username: ' SYS ' }, aud],
  ])
    await assert.rejects(complete(token, wrong), problem('bad-input', /三位管理员/))
  await assert.rejects(complete(token, [sys, { ...sec, password: 'Admin@123456' }, aud]), (error) =>
    problem('bad-input')(error) && (error as { issues: { at: string }[] }).issues.every(({ at }) => at === 'administrators[1].password'))
  assert.equal((await sql`select from access.account`.execute(db)).rows.length, 0)
  await complete(token)
  const { rows } = await sql<{ role: string }>`select role from access.grant order by role`.execute(db)
  assert.deepEqual(rows.map(({ role }) => role), [auditAdmin.role, securityAdmin.role, systemAdmin.role])
})

test('the link’s token is not in the table', async () => {
  const { db, open } = await empty()
  const token = await open()
  const { rows } = await sql<{ text: string }>`select setup::text as text from access.setup`.execute(db)
  for (const { text } of rows) assert.ok(!text.includes(token) && !text.includes(Buffer.from(token, 'base64url').toString('hex')))
})
