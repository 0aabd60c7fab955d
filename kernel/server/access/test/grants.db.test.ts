// 授权的故事: roles given for a time and a place, never to oneself, never two that exclude each other, gone at the next request.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holds, holdersOf, holdersOfEach, scopeOf } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { auditAdmin, securityAdmin, systemAdmin } from '@houqin/define'
import { newId } from '@houqin/fields'
import { sql } from 'kysely'
import { accountant, cashier, catalogue, clerk, openBureau, problem, warden } from './bureau.ts'
import type { Bureau } from './bureau.ts'

/** Names of the organs a principal reaches as a clerk, asked of the database. */
async function reached({ db, principal }: Bureau, token: string): Promise<readonly string[]> {
  const where = scopeOf({ principal: await principal(token), roles: [clerk], columns: { organ: sql.ref('organ.id') } })
  const { rows } = await sql<{ name: string }>`select name from people.organ where ${where} order by name`.execute(db)
  return rows.map(({ name }) => name)
}

test('the security administrator grants, but not to himself; the system administrator makes accounts, but cannot grant', async () => {
  const { access, db, employ, enter, give } = await openBureau()
  const account = await employ('liu.min')
  const [sys, sec, aud] = [await enter('sys'), await enter('sec'), await enter('aud')]
  const grant = { account, role: cashier.role, reason: '工作需要' }
  for (const { actor } of [sys, aud])
    await assert.rejects(db.transaction().execute((tx) => access.grants.give(tx, actor, grant)), problem('not-allowed', /安全管理员/))
  await assert.rejects(
    db.transaction().execute((tx) => access.grants.give(tx, sec.actor, { ...grant, account: sec.actor.principal.account })),
    problem('not-allowed', /不能给自己/),
  )
  await assert.rejects(db.transaction().execute((tx) => access.accounts.create(tx, sec.actor, { username: 'x1', name: '某' })), problem('not-allowed', /系统管理员/))
  const { token } = await enter('liu.min')
  const id = await give(grant)
  const { actor } = await enter('liu.min')
  assert.equal(holds(actor.principal, [cashier]), true)
  assert.deepEqual((await access.grants.list(db, sec.actor, { account })).rows.map(({ state, grantedBy }) => [state, grantedBy?.name]), [['in-force', '吴安全']])
  await assert.rejects(access.grants.list(db, sys.actor), problem('not-allowed'))
  await db.transaction().execute((tx) => access.grants.withdraw(tx, sec.actor, id, { reason: '调离' }))
  assert.equal(holds((await access.sessions.authenticate(db, { token })).principal, [cashier]), false, 'a session opened before knows at its next request')
  await assert.rejects(db.transaction().execute((tx) => access.grants.withdraw(tx, sec.actor, id, { reason: '再收' })), problem('not-found'))
})

test('the database itself refuses a grant to oneself', async () => {
  const { db, employ } = await openBureau()
  const account = await employ('liu.min')
  await assert.rejects(
    sql`insert into access.grant (id, account, role, valid, reason, granted_by, granted_at) values (${account}, ${account}, 'people.cashier', daterange('2026-11-24', null), 'x', ${account}, '2026-11-24')`.execute(db),
    /violates check constraint/,
  )
})

test('roles that exclude each other are refused both ways round, in a sentence, and by the database too', async () => {
  const { access, db, employ, enter, give } = await openBureau()
  const [one, other] = [await employ('one'), await employ('other')]
  await give({ account: one, role: cashier.role })
  await assert.rejects(give({ account: one, role: accountant.role }), problem('conflict', /ONE在这段时间担任“出纳”，与“会计”不得由同一人担任/))
  await give({ account: other, role: accountant.role })
  await assert.rejects(give({ account: other, role: cashier.role }), problem('conflict', /“会计”，与“出纳”/))
  const straight = (account: string, role: string) => sql`
    insert into access.grant (id, account, role, valid, reason, granted_at)
    values (${newId({ now: () => new Date(0), today: () => '1970-01-01' })}, ${account}, ${role}, daterange('2026-11-24', null), '直接写库', '2026-11-24')`.execute(db)
  await assert.rejects(straight(one, accountant.role), /不得由同一人担任/)
  const three = [systemAdmin, securityAdmin, auditAdmin]
  for (const [index, username] of ['sys', 'sec', 'aud'].entries()) {
    const { actor } = await enter(username)
    for (const role of three.filter((_, at) => at !== index)) await assert.rejects(straight(actor.principal.account, role.role), /不得由同一人担任/)
  }
  assert.equal((await access.grants.list(db, (await enter('sec')).actor, { account: one })).rows.length, 1)
})

test('two who grant excluding roles at the same moment: one of them is refused', async () => {
  const { db, employ, give } = await openBureau()
  const account = await employ('liu.min')
  const outcomes = await Promise.allSettled([give({ account, role: cashier.role }), give({ account, role: accountant.role })])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await sql`select from access.grant where account = ${account}`.execute(db)).rows.length, 1)
})

test('the database refuses the second of two even when neither can see the other yet', async () => {
  const { db, clock, employ } = await openBureau()
  const account = await employ('liu.min')
  const insert = (tx: Tx, role: string) => sql`
    insert into access.grant (id, account, role, valid, reason, granted_at)
    values (${newId(clock)}, ${account}, ${role}, daterange('2026-11-24', null), '直接写库', '2026-11-24')`.execute(tx)
  const first = await db.startTransaction().execute()
  await insert(first, cashier.role)
  let over = false
  const second = db.transaction().execute((tx) => insert(tx, accountant.role)).then(() => 'stored', String).finally(() => { over = true })
  const waits = async (): Promise<boolean> => (await sql`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(db)).rows.length > 0
  while (!over && !await waits()) await new Promise(setImmediate)
  await first.commit().execute()
  assert.match(await second, /不得由同一人担任/)
})

test('excluding roles one after the other are no conflict; a grant is over the day after its last', async () => {
  const { clock, employ, enter, give, access, db } = await openBureau()
  const account = await employ('liu.min')
  await give({ account, role: cashier.role, to: '2026-11-30' })
  clock.advance({ minutes: 1 })
  await give({ account, role: accountant.role, from: '2026-12-01' })
  const roles = async (): Promise<boolean[]> => {
    const { actor } = await enter('liu.min')
    return [holds(actor.principal, [cashier]), holds(actor.principal, [accountant])]
  }
  clock.set('2026-11-30T23:59:59+08:00')
  assert.deepEqual(await roles(), [true, false], 'the last day counts to its end in Shanghai')
  clock.set('2026-12-01T00:00:00+08:00')
  assert.deepEqual(await roles(), [false, true])
  const { rows } = await access.grants.list(db, (await enter('sec')).actor, { account })
  assert.deepEqual(rows.map(({ from, to, state }) => [from, to, state]), [['2026-12-01', null, 'in-force'], ['2026-11-24', '2026-11-30', 'over']])
  await assert.rejects(give({ account, role: clerk.role, from: '2026-11-30' }), problem('bad-input'))
})

test('what a role reaches is what its grant must name', async () => {
  const { employ, give, organ } = await openBureau()
  const account = await employ('liu.min')
  const office = await organ('办公室')
  await assert.rejects(give({ account, role: clerk.role }), problem('bad-input', /须指明单位/))
  await assert.rejects(give({ account, role: warden.role, organ: office }), problem('bad-input', /不按单位授予/))
  await assert.rejects(give({ account, role: cashier.role, organ: office }), problem('bad-input', /不按单位授予/))
  await assert.rejects(give({ account, role: clerk.role, organ: account }), problem('bad-input', /没有这个单位/))
  await assert.rejects(give({ account, role: 'people.nobody' }), problem('bad-input'))
  await assert.rejects(give({ account, role: 'kernel.everyone' }), problem('bad-input'))
  await assert.rejects(give({ account, role: clerk.role, organ: office, from: '2026-11-23' }), problem('bad-input', /过去/))
  await assert.rejects(give({ account, role: clerk.role, organ: office, to: '2026-02-30' }), problem('bad-input', /2026-11-24 这样/))
  await give({ account, role: clerk.role, organ: office })
})

test('an organ gets another parent, and the scope follows at the next request', async () => {
  const bureau = await openBureau()
  const { db, employ, enter, give, organ } = bureau
  const district = await organ('区')
  const [east, west] = [await organ('东局', district), await organ('西局', district)]
  const team = await organ('一队', east)
  const squad = await organ('一班', team)
  const account = await employ('liu.min')
  await give({ account, role: clerk.role, organ: east })
  const { token } = await enter('liu.min')
  assert.deepEqual(await reached(bureau, token), ['一班', '一队', '东局'])
  await sql`update people.organ set parent_organ = ${west} where id = ${team}`.execute(db)
  assert.deepEqual(await reached(bureau, token), ['东局'])
  await give({ account, role: clerk.role, organ: west })
  assert.deepEqual(await reached(bureau, token), ['一班', '一队', '东局', '西局'])
  await sql`update people.organ set parent_organ = ${squad} where id = ${west}`.execute(db)
  assert.deepEqual(await reached(bureau, token), ['一班', '一队', '东局', '西局'], 'a circle made by mistake ends')
})

test('an organ merged into another is reached with it', async () => {
  const bureau = await openBureau()
  const { db, employ, enter, give, organ } = bureau
  const [kept, alias, elsewhere] = [await organ('机关局'), await organ('机关事务局'), await organ('别处')]
  await sql`update people.organ set merged_into = ${kept} where id = ${alias}`.execute(db)
  await give({ account: await employ('liu.min'), role: clerk.role, organ: kept })
  const { token } = await enter('liu.min')
  assert.deepEqual(await reached(bureau, token), ['机关事务局', '机关局'])
  assert.notEqual(elsewhere, alias)
})

test('whose many places are is asked for at once, and of each is answered what is answered of it alone', async () => {
  const { db, clock, employ, give, organ } = await openBureau()
  const [bureau, elsewhere] = [await organ('机关局'), await organ('别处')]
  const section = await organ('一科', bureau)
  const site = newId(clock)
  await sql`insert into people.site (id, name, label) values (${site}, '大院', '大院')`.execute(db)
  const person = async (name: string): Promise<string> => {
    const id = newId(clock)
    await sql`insert into people.person (id, name, label) values (${id}, ${name}, ${name})`.execute(db)
    return id
  }
  const [li, wang, zhao] = [await person('李'), await person('王'), await person('赵')]
  const [first, second, third] = [await employ('li', { person: li }), await employ('wang', { person: wang }), await employ('zhao', { person: zhao })]
  await give({ account: first, role: clerk.role, organ: bureau })
  await give({ account: second, role: clerk.role, organ: section })
  await give({ account: second, role: warden.role, site })
  await give({ account: third, role: cashier.role })
  const overs = [
    { role: clerk, organ: section, site: null }, { role: clerk, organ: bureau, site: null }, { role: clerk, organ: elsewhere, site: null }, { role: clerk, organ: null, site: null },
    { role: warden, organ: null, site }, { role: warden, organ: section, site: null }, { role: cashier, organ: elsewhere, site },
  ]
  const day = clock.today()
  const each = await holdersOfEach(db, catalogue, { overs, day })
  assert.deepEqual(each, [[li, wang].toSorted(), [li], [], [], [wang], [], [zhao]])
  for (const [nth, over] of overs.entries()) assert.deepEqual(await holdersOf(db, catalogue, { ...over, day }), each[nth])
  assert.deepEqual(await holdersOfEach(db, catalogue, { overs: [], day }), [])
})

test('235 organs: who is asking and what he reaches is known in a few milliseconds', async (context) => {
  const { access, db, employ, enter, give, organ } = await openBureau()
  const root = await organ('区')
  const bureaus: string[] = []
  for (let at = 0; at < 24; at += 1) bureaus.push(await organ(`局${at}`, root))
  for (let at = 0; at < 210; at += 1) await organ(`科${at}`, bureaus[at % 24])
  const account = await employ('liu.min')
  for (const one of [root, ...bureaus.slice(0, 3)]) await give({ account, role: clerk.role, organ: one })
  const { token } = await enter('liu.min')
  const took: number[] = []
  for (let round = 0; round < 60; round += 1) {
    const begun = performance.now()
    const { principal } = await access.sessions.authenticate(db, { token })
    took.push(performance.now() - begun)
    assert.deepEqual(principal.grants.map(({ organs }) => organs?.length).toSorted((a = 0, b = 0) => a - b), [10, 10, 10, 235])
  }
  context.diagnostic(`authenticate with 4 grants over 235 organs: median ${took.toSorted((a, b) => a - b)[30]?.toFixed(2)} ms`)
})

test('one person has one account, one username belongs to one', async () => {
  const { db, employ } = await openBureau()
  const person = '01900000-0000-7000-8000-000000000001'
  await sql`insert into people.person (id, name, label) values (${person}, '刘敏', '刘敏')`.execute(db)
  await employ('liu.min', { person })
  await assert.rejects(employ('liu.min2', { person }), problem('conflict', /一人只有一个账号/))
  await assert.rejects(employ('LIU.min'), problem('conflict', /用户名已被使用/))
  await assert.rejects(employ('somebody', { person: '01900000-0000-7000-8000-000000000002' }), problem('bad-input', /没有这个人员/))
})

test('the system administrator cannot become an overseer by resetting a password, nor disable himself', async () => {
  const { access, db, enter } = await openBureau()
  const { actor } = await enter('sys')
  const idOf = async (q: string): Promise<string> => (await access.accounts.list(db, actor, { q })).rows[0]?.id ?? ''
  for (const username of ['sec', 'aud']) {
    const id = await idOf(username)
    await assert.rejects(db.transaction().execute((tx) => access.accounts.reset(tx, actor, id)), problem('not-allowed', /不能重置其密码/))
  }
  const own = actor.principal.account
  await assert.rejects(db.transaction().execute((tx) => access.accounts.change(tx, actor, own, { disabled: true }, 1)), problem('conflict', /停用自己/))
})

test('accounts are listed page by page, searched by part of a name, and changed only from the version last seen', async () => {
  const { access, db, employ, enter } = await openBureau()
  for (const username of ['a1', 'a2', 'a_3']) await employ(username)
  const { actor } = await enter('sys')
  const first = await access.accounts.list(db, actor, { limit: 2 })
  const second = await access.accounts.list(db, actor, { limit: 4, after: first.next ?? '' })
  assert.deepEqual([...first.rows, ...second.rows].map(({ username }) => username), ['a1', 'a2', 'a_3', 'aud', 'sec', 'sys'])
  assert.equal(second.next, null)
  assert.deepEqual((await access.accounts.list(db, actor, { q: 'A_' })).rows.map(({ username }) => username), ['a_3'])
  assert.deepEqual((await access.accounts.list(db, actor, { q: '审计' })).rows.map(({ username }) => username), ['aud'])
  const id = first.rows[0]?.id ?? ''
  const rename = (name: string, version: number) => db.transaction().execute((tx) => access.accounts.change(tx, actor, id, { name }, version))
  assert.equal((await rename('甲', 1)).version, 2)
  await assert.rejects(rename('乙', 1), problem('stale-version'))
  await assert.rejects(access.accounts.list(db, (await enter('aud')).actor), problem('not-allowed'))
})
