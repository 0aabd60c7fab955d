// The day of leaving 离岗当天: roles and posts end, the desk is free, the account closes everywhere at once; or the person stands in another organ.
import { accountOf, lent, systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { Tx } from '@houqin/db'
import { securityAdmin, systemAdmin } from '@houqin/define'
import type { System } from '@houqin/http'
import type { Happened } from '@houqin/matters'
import { peopleOfficer, person, post } from '@houqin/people'
import type { Person } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { departure, workplace } from '../../contract/index.ts'
import type { Leaver } from './leaver.ts'
import { leaverOf } from './leaver.ts'
import { datedFor, datedRows, endRow } from './owed-rows.ts'
import { owedDeputies } from './owed-rights.ts'
import { settlePlanned } from './settle.ts'

/** @throws Problem step-not-possible before the day. */
export async function depart(system: System, { tx, actor, matter, engine }: Happened<typeof departure>): Promise<void> {
  const leaver = await leaverOf(tx, system.clock, matter.id)
  const today = system.clock.today()
  if (leaver.on > today) throw new Problem('step-not-possible', say(
    `离岗日期是 ${leaver.on}，到那一天才能办理；系统当天也会自动办理。`, `He leaves on ${leaver.on}; that day it is done, by the clock if by nobody else.`,
  ))
  await endRoles(tx, system, { actor, leaver })
  for (const named of datedFor(system.catalogue).filter(({ register }) => register.id === post.id || register.id === workplace.id))
    for (const row of await datedRows(tx, named, { ...leaver, asOf: leaver.on })) await endRow(tx, system, { actor, register: named.register, row, leaver })
  await settlePlanned(tx, system, { leaver, actor })
  for (const { key } of await owedDeputies.find(tx, system, leaver, 'zh')) await system.approvals.deputies.withdraw(tx, systemActor, key.slice('deputy:'.length))
  await (leaver.stays ? moveOn(tx, system, { actor, leaver, matter }) : goAway(tx, system, { actor, leaver, kind: matter.form.kind }))
  await engine.setFacts({ goneOn: today })
}

async function endRoles(tx: Tx, { access }: System, { actor, leaver }: { actor: Actor; leaver: Leaver }): Promise<void> {
  const account = await accountOf(tx, leaver.person)
  if (account === undefined) return
  const { rows } = await access.grants.list(tx, systemActor, { account: account.id, limit: 200 })
  for (const { id, state } of rows)
    if (state === 'in-force' || state === 'to-come')
      await access.grants.withdraw(tx, lent(actor, securityAdmin), id, { reason: `离岗（${leaver.number}）`, matter: `${departure.id}/${leaver.number}` })
}

/** The row stays with its history; the account is closed, never taken away, so that what he did still says who did it. */
async function goAway(tx: Tx, { registers, access }: System, { actor, leaver, kind }: { actor: Actor; leaver: Leaver; kind: string }): Promise<void> {
  const row = await registers.get(tx, systemActor, person, leaver.person)
  await registers.update(tx, lent(actor, peopleOfficer), person, leaver.person, { standing: kind === 'retire' ? 'retired' : 'left', leftOn: leaver.on }, row.version)
  const account = await accountOf(tx, leaver.person)
  if (account && !account.disabled) await access.accounts.change(tx, lent(actor, systemAdmin), account.id, { disabled: true }, account.version)
}

async function moveOn(tx: Tx, { registers }: System, { actor, leaver, matter: { form } }: { actor: Actor; leaver: Leaver; matter: Happened<typeof departure>['matter'] }): Promise<void> {
  if (form.toOrgan === null || form.toTitle === null) throw new Error(`${leaver.number} says not where he goes`)
  const row = await registers.get(tx, systemActor, person, leaver.person)
  const keeper = lent(actor, peopleOfficer)
  await registers.update(tx, keeper, person, leaver.person, { organ: form.toOrgan }, row.version)
  // The rank goes with him; what he is in charge of there is entered by the new organ.
  const { rows: [standing] } = await sql<Pick<Person, 'rank'>>`select rank from people.person where id = ${leaver.person}::uuid`.execute(tx)
  await registers.insert(tx, keeper, post, {
    person: leaver.person, organ: form.toOrgan, title: form.toTitle, kind: 'main', duty: 'staff', from: leaver.on, rank: standing?.rank ?? null,
  })
}
