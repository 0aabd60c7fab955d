// 会话的故事: it ends when unused, after its hours, when revoked, and when the password changes; and it is told from a forged one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isCsrfOf } from '@houqin/access'
import { sql } from 'kysely'
import { openBureau, passwordOf, problem } from './bureau.ts'

test('unused for thirty minutes it ends; each use gives it thirty more', async () => {
  const { access, db, clock, employ, enter } = await openBureau()
  await employ('liu.min')
  const [idle, used] = [await enter('liu.min'), await enter('liu.min')]
  clock.advance({ minutes: 29 })
  await access.sessions.authenticate(db, used)
  clock.advance({ minutes: 1 })
  await assert.rejects(access.sessions.authenticate(db, idle), problem('not-signed-in', /30 分钟没有操作/))
  clock.advance({ minutes: 28 })
  const { principal } = await access.sessions.authenticate(db, used)
  assert.deepEqual((await access.sessions.list(db, principal)).map(({ id }) => id), [used.actor.principal.session], 'the one that ended is not listed')
})

test('twelve hours after the sign-in a session in use ends', async () => {
  const { access, db, clock, employ, enter } = await openBureau()
  await employ('liu.min')
  const { token } = await enter('liu.min')
  const begun = clock.now().getTime()
  for (let quarter = 1; quarter < 48; quarter += 1) {
    clock.set(new Date(begun + quarter * 900_000).toISOString())
    await access.sessions.authenticate(db, { token })
  }
  clock.set(new Date(begun + 48 * 900_000).toISOString())
  await assert.rejects(access.sessions.authenticate(db, { token }), problem('not-signed-in', /12 小时/))
})

test('when it was last seen is written at most once a minute', async () => {
  const { access, db, clock, employ, enter } = await openBureau()
  await employ('liu.min')
  const { token, actor } = await enter('liu.min')
  const version = async (): Promise<string | undefined> => (await sql<{ xmin: string }>`select xmin::text from access.session where id = ${actor.principal.session}`.execute(db)).rows[0]?.xmin
  const written = await version()
  for (const minutes of [0.3, 0.3, 0.3]) {
    clock.advance({ minutes })
    await access.sessions.authenticate(db, { token })
  }
  assert.equal(await version(), written)
  clock.advance({ minutes: 0.2 })
  await access.sessions.authenticate(db, { token })
  assert.notEqual(await version(), written)
})

test('a session that its owner revokes from another desk dies at once; nobody else can revoke it', async () => {
  const { access, db, employ, enter, audited } = await openBureau()
  await employ('liu.min')
  await employ('chen.gong')
  const desk = await enter('liu.min')
  const phone = await enter('liu.min')
  const stranger = await enter('chen.gong')
  assert.equal((await access.sessions.list(db, desk.actor.principal)).filter(({ current }) => current).length, 1)
  const end = (by: typeof desk, id: string) => db.transaction().execute((tx) => access.sessions.end(tx, by.actor, id))
  await assert.rejects(end(stranger, phone.actor.principal.session), problem('not-found'))
  await assert.rejects(end(desk, 'no such id'), problem('not-found'))
  await end(desk, phone.actor.principal.session)
  await assert.rejects(access.sessions.authenticate(db, phone), problem('not-signed-in'))
  await access.sessions.authenticate(db, desk)
  await end(desk, desk.actor.principal.session)
  await assert.rejects(access.sessions.authenticate(db, desk), problem('not-signed-in'))
  assert.deepEqual([await audited('access.revoke-session'), await audited('access.sign-out')], [1, 1])
})

test('a changed password ends every other session, a reset and a disabled account all of them', async () => {
  const { access, db, employ, enter } = await openBureau()
  const id = await employ('liu.min')
  const { actor: sys } = await enter('sys')
  const lives = (session: { token: string }): Promise<boolean> => access.sessions.authenticate(db, { ...session, changingPassword: true }).then(() => true, () => false)
  const [here, there] = [await enter('liu.min'), await enter('liu.min')]
  await access.accounts.changePassword(db, here.actor, { current: passwordOf('liu.min'), next: 'Xq7-veranda-moth' })
  assert.deepEqual([await lives(here), await lives(there)], [true, false])
  const { handoverPassword } = await db.transaction().execute((tx) => access.accounts.reset(tx, sys, id))
  assert.equal(await lives(here), false)
  await assert.rejects(enter('liu.min', { password: 'Xq7-veranda-moth' }), problem('sign-in-refused'))
  const anew = await enter('liu.min', { password: handoverPassword })
  const { version } = await access.accounts.get(db, sys, id)
  await db.transaction().execute((tx) => access.accounts.change(tx, sys, id, { disabled: true }, version))
  assert.equal(await lives(anew), false)
  await assert.rejects(enter('liu.min', { password: handoverPassword }), problem('sign-in-refused'))
})

test('what stays open longer than a request ends with its session, and does not keep it alive', async () => {
  const { access, db, clock, enter } = await openBureau()
  const [idle, revoked] = [await enter('sys'), await enter('sys')]
  const lives = async ({ actor }: typeof idle): Promise<boolean> => (await access.sessions.present(db, actor.principal.session)) !== undefined
  assert.deepEqual([await lives(idle), await lives(revoked)], [true, true])
  await db.transaction().execute((tx) => access.sessions.end(tx, idle.actor, revoked.actor.principal.session))
  assert.deepEqual([await lives(idle), await lives(revoked)], [true, false])
  clock.advance({ minutes: 29 })
  assert.equal(await lives(idle), true)
  clock.advance({ minutes: 1 })
  assert.equal(await lives(idle), false)
})

test('whoever reads the tables can show nothing', async () => {
  const { access, db, enter } = await openBureau()
  const { token } = await enter('sys')
  const { rows } = await sql<{ text: string }>`select session::text as text from access.session`.execute(db)
  for (const { text } of rows) assert.ok(!text.includes(token.slice(3)) && !text.includes(Buffer.from(token).toString('hex')))
  for (const forged of ['', 'hq_', `${token}x`, token.toUpperCase(), `hq_${'A'.repeat(43)}`])
    await assert.rejects(access.sessions.authenticate(db, { token: forged }), problem('not-signed-in'), forged)
})

test('the csrf token belongs to one session', async () => {
  const { access, db, enter } = await openBureau()
  const [one, other] = [await enter('sys'), await enter('sys')]
  const { csrf } = await access.sessions.authenticate(db, one)
  assert.equal(isCsrfOf(one.token, csrf), true)
  assert.equal(isCsrfOf(other.token, csrf), false)
  assert.equal(isCsrfOf(one.token, ''), false)
})
