// 登录的故事: right and wrong passwords, locks that grow, twenty at once, and an answer that tells strangers nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHashing } from '@houqin/password'
import { Problem } from '@houqin/problem'
import * as argon2id from '@node-rs/argon2'
import { sql } from 'kysely'
import { openBureau, passwordOf, problem } from './bureau.ts'
import type { Bureau } from './bureau.ts'

const wrong = async ({ access, db }: Bureau, username: string, ip = '10.0.0.9'): Promise<Problem> =>
  access.sessions.signIn(db, { username, password: 'not this one', ip, agent: 'story' }).then(
    () => assert.fail('a wrong password let somebody in'),
    (error: unknown) => (error instanceof Problem ? error : assert.fail(String(error))),
  )

test('five wrong passwords lock for 1, then 5, 15 and 60 minutes, and each lock ends by itself', async () => {
  const bureau = await openBureau({ settings: { failuresPerAddress: 1_000 } })
  await bureau.employ('liu.min')
  for (const minutes of [1, 5, 15, 60, 60]) {
    for (let failure = 1; failure <= 5; failure += 1) assert.equal((await wrong(bureau, 'liu.min')).type, 'sign-in-refused')
    const locked = await wrong(bureau, 'liu.min')
    assert.equal(locked.type, 'too-many-requests')
    assert.equal(locked.more['retryAfter'], minutes * 60)
    await assert.rejects(bureau.enter('liu.min'), problem('too-many-requests'), 'the right password does not help while it lasts')
    bureau.clock.advance({ minutes })
  }
  await bureau.enter(' Liu.Min ', { password: passwordOf('liu.min') })
  assert.equal((await wrong(bureau, 'liu.min')).type, 'sign-in-refused', 'a success forgets what went before')
  await bureau.enter('liu.min')
  assert.equal(await bureau.audited('access.lock'), 5)
  assert.equal(await bureau.audited('access.sign-in-refused'), 26)
})

test('a name no account bears is refused, locked and answered like any other', async () => {
  const bureau = await openBureau()
  await bureau.employ('liu.min')
  const answers = async (username: string): Promise<string[]> => {
    const said: string[] = []
    for (let failure = 1; failure <= 7; failure += 1) {
      const { type, detail, more } = await wrong(bureau, username)
      said.push(JSON.stringify({ type, detail, more }))
    }
    return said
  }
  assert.deepEqual(await answers('liu.min'), await answers('nobody.here'))
  const { rows } = await sql<{ text: string }>`select concat(actor_name, summary, before::text, after::text) as text from audit.entry`.execute(bureau.db)
  assert.ok(rows.every(({ text }) => !text.includes('nobody.here')), 'what was typed may be a password: it is not kept')
})

test('an address that tries one name after another is locked too; others are not', async () => {
  const bureau = await openBureau({ settings: { failuresPerAddress: 6 } })
  await bureau.employ('liu.min')
  for (let failure = 1; failure <= 6; failure += 1) assert.equal((await wrong(bureau, `name${failure}`, '10.9.9.9')).type, 'sign-in-refused')
  assert.equal((await wrong(bureau, 'name7', '10.9.9.9')).type, 'too-many-requests')
  await assert.rejects(bureau.enter('liu.min', { ip: '10.9.9.9' }), problem('too-many-requests'))
  await bureau.enter('liu.min', { ip: '10.0.0.9' })
})

test('failures are forgotten after a quiet day', async () => {
  const bureau = await openBureau()
  await bureau.employ('liu.min')
  for (let failure = 1; failure <= 4; failure += 1) await wrong(bureau, 'liu.min')
  bureau.clock.advance({ hours: 25 })
  await wrong(bureau, 'liu.min')
  await bureau.enter('liu.min')
  for (let failure = 1; failure <= 4; failure += 1) await wrong(bureau, 'someone')
  bureau.clock.advance({ hours: 25 })
  await bureau.access.sweep(bureau.db)
  assert.equal((await sql`select from access.attempt`.execute(bureau.db)).rows.length, 0)
})

/** The real algorithm, watched. */
function watched() {
  let running = 0
  const seen = { most: 0, verified: 0 }
  const watch = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => async (...args: A): Promise<R> => {
    running += 1
    seen.most = Math.max(seen.most, running)
    try {
      return await work(...args)
    } finally {
      running -= 1
    }
  }
  const verify = watch((hash: string, password: string) => {
    seen.verified += 1
    return argon2id.verify(hash, password)
  })
  return { seen, algorithm: { hash: watch(argon2id.hash), verify } }
}

test('twenty sign in at once: all come in, and never more than two hashings run', async () => {
  const { seen, algorithm } = watched()
  const bureau = await openBureau({ hashing: createHashing({ algorithm }) })
  await bureau.employ('liu.min')
  const entered = await Promise.all(Array.from({ length: 20 }, () => bureau.enter('liu.min')))
  assert.equal(new Set(entered.map(({ token }) => token)).size, 20)
  assert.equal(seen.most, 2)
})

test('twenty guesses at once gain nothing over guesses in turn: after five failures even the right one is refused', async () => {
  const locked = Promise.withResolvers<void>()
  // the right one was let into the line before the lock, and comes out of it after
  const verify = async (hash: string, password: string): Promise<boolean> => {
    if (password === passwordOf('liu.min')) await locked.promise
    return argon2id.verify(hash, password)
  }
  const bureau = await openBureau({ hashing: createHashing({ algorithm: { hash: argon2id.hash, verify } }) })
  await bureau.employ('liu.min')
  const right = bureau.enter('liu.min')
  const guesses = Array.from({ length: 19 }, () => wrong(bureau, 'liu.min'))
  void Promise.all(guesses).then(() => locked.resolve(), locked.reject)
  await assert.rejects(right, problem('too-many-requests'))
  assert.ok(await bureau.audited('access.lock') > 0)
})

test('more than the line holds are sent away with the seconds to wait', async () => {
  const bureau = await openBureau({ hashing: createHashing({ waiting: 4 }) })
  await bureau.employ('liu.min')
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => bureau.enter('liu.min')))
  const refused = answers.filter((answer) => answer.status === 'rejected').map(({ reason }) => reason as unknown)
  assert.ok(refused.length > 0 && refused.length < 20)
  for (const reason of refused) assert.ok(reason instanceof Problem && reason.type === 'too-many-requests' && reason.more['retryAfter'] === 3)
})

test('a stranger’s name takes as long as a colleague’s: a password is hashed either way', async (context) => {
  const { seen, algorithm } = watched()
  const bureau = await openBureau({ hashing: createHashing({ algorithm }), settings: { failuresPerUsername: 1_000, failuresPerAddress: 1_000 } })
  await bureau.employ('liu.min')
  const disabled = await bureau.employ('chen.gong')
  const { actor } = await bureau.enter('sys')
  await bureau.db.transaction().execute((tx) => bureau.access.accounts.change(tx, actor, disabled, { disabled: true }, 1))
  const took: Record<string, number[]> = { 'liu.min': [], 'nobody.here': [], 'chen.gong': [] }
  for (let round = 0; round < 15; round += 1)
    for (const [username, times] of Object.entries(took)) {
      const before = seen.verified
      const begun = performance.now()
      const { type } = await wrong(bureau, username)
      times.push(performance.now() - begun)
      assert.equal(type, 'sign-in-refused')
      assert.equal(seen.verified, before + 1, `one hashing for ${username}`)
    }
  const median = (username: string): number => took[username]?.toSorted((a, b) => a - b)[7] ?? 0
  context.diagnostic(`median wrong password: known ${median('liu.min').toFixed(1)} ms, unknown/known ${(median('nobody.here') / median('liu.min')).toFixed(3)}, disabled/known ${(median('chen.gong') / median('liu.min')).toFixed(3)}`)
})

test('whoever was given a password changes it before anything else', async () => {
  const bureau = await openBureau()
  const { access, db } = bureau
  const { actor: sys } = await bureau.enter('sys')
  const made = await db.transaction().execute((tx) => access.accounts.create(tx, sys, { username: 'new.one', name: '新同事' }))
  const password = made.handoverPassword ?? ''
  const session = await access.sessions.signIn(db, { username: 'new.one', password, ip: '10.0.0.9', agent: '' })
  assert.equal(session.mustChangePassword, true)
  await assert.rejects(access.sessions.authenticate(db, { token: session.token }), problem('password-change-required'))
  const { principal } = await access.sessions.authenticate(db, { token: session.token, changingPassword: true })
  const actor = { principal, locale: 'zh' as const, ip: '10.0.0.9', request: 'r' }
  await assert.rejects(access.accounts.changePassword(db, actor, { current: password, next: password }), problem('bad-input', /最近 5 次/))
  await assert.rejects(access.accounts.changePassword(db, actor, { current: password, next: 'Admin@123456' }), problem('bad-input', /容易被猜到/))
  await assert.rejects(access.accounts.changePassword(db, actor, { current: 'wrong', next: 'Xq7-veranda-moth' }), problem('bad-input', /原密码/))
  await access.accounts.changePassword(db, actor, { current: password, next: 'Xq7-veranda-moth' })
  assert.equal((await access.sessions.authenticate(db, { token: session.token })).mustChangePassword, false)
})

test('an account without a password lets nobody in, with no password at all, until a reset hands one over', async () => {
  const bureau = await openBureau()
  const { access, db } = bureau
  const { actor: sys } = await bureau.enter('sys')
  const { id, handoverPassword } = await db.transaction().execute((tx) => access.accounts.create(tx, sys, { username: 'head.one', name: '某局长', password: null }))
  assert.equal(handoverPassword, null)
  const enter = (password: string) => access.sessions.signIn(db, { username: 'head.one', password, ip: '10.0.0.9', agent: '' })
  for (const password of ['', 'null', passwordOf('head.one')]) await assert.rejects(enter(password), problem('sign-in-refused'))
  const given = await db.transaction().execute((tx) => access.accounts.reset(tx, sys, id))
  assert.equal((await enter(given.handoverPassword)).mustChangePassword, true)
})

test('whoever found a desk left open cannot guess the password there either', async () => {
  const bureau = await openBureau()
  await bureau.employ('liu.min')
  const { actor } = await bureau.enter('liu.min')
  const guess = (current: string): Promise<void> => bureau.access.accounts.changePassword(bureau.db, actor, { current, next: 'Xq7-veranda-moth' })
  const guesses = await Promise.allSettled([...Array.from({ length: 8 }, () => guess('wrong')), guess(passwordOf('liu.min'))])
  assert.equal(guesses.at(-1)?.status, 'rejected', 'not even among many at once')
  await assert.rejects(guess(passwordOf('liu.min')), problem('too-many-requests'))
  assert.ok(await bureau.audited('access.lock') > 0)
  bureau.clock.advance({ minutes: 1 })
  await guess(passwordOf('liu.min'))
})

test('none of the last five passwords comes back, the sixth last may', async () => {
  const bureau = await openBureau()
  await bureau.employ('liu.min')
  const { actor } = await bureau.enter('liu.min')
  const passwords = [passwordOf('liu.min'), ...['veranda', 'meadow', 'harbour', 'lantern', 'orchard'].map((word) => `Xq7-${word}-Kd`)]
  const change = (current = '', next = ''): Promise<void> => bureau.access.accounts.changePassword(bureau.db, actor, { current, next })
  for (let at = 1; at < passwords.length; at += 1) {
    bureau.clock.advance({ minutes: 1 })
    await change(passwords[at - 1], passwords[at])
  }
  await assert.rejects(change(passwords[5], passwords[1]), problem('bad-input', /最近 5 次/))
  await change(passwords[5], passwords[0])
})
