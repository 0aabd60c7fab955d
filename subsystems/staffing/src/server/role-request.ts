// What follows from a role request 角色申请联动: what is asked is weighed, and what is decided is done in one go or not at all.
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects, Happened, StepTaken } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { roleRequest } from '../contract/index.ts'
import { accountFor, roleLines, settleRoleLines } from './role-lines.ts'
import type { RoleLine } from './role-lines.ts'

type Asked = Happened<typeof roleRequest>

export function roleRequestEffects(system: System): Effects {
  const weigh = async ({ tx, matter, engine }: Asked): Promise<void> => {
    await accountFor(tx, matter.form.person)
    await engine.setFacts({ weight: await settleRoleLines(tx, system.catalogue, { matter: matter.id, deed: matter.form.deed }) })
  }
  return effects(roleRequest, {
    async start(asked) {
      // A draft may begin without roles: no row of the route fits it before they are named.
      if ((await roleLines(asked.tx, asked.matter.id)).length > 0) await weigh(asked)
      // Whom it is for reads along, and decides nothing.
      await asked.engine.addParty(asked.matter.form.person)
    },
    revise: weigh,
    execute: (taken) => execute(system, taken),
  })
}

/** @throws Problem, in the words of access: roles that exclude each other, a grant to oneself, an account that is closed. */
async function execute(system: System, { tx, actor, matter }: StepTaken<typeof roleRequest, 'execute'>): Promise<void> {
  const { form, number, requester } = matter
  if (actor.principal.person !== null && [requester, form.person].includes(actor.principal.person)) throw new Problem('not-allowed', say(
    '申请人和被授予人不能自己办理，请由另一位安全管理员办理。', 'Neither who asked nor whom it is for executes it; another security administrator does.',
  ))
  const account = await accountFor(tx, form.person)
  const found = (await roleLines(tx, matter.id)).filter(({ outcome }) => outcome !== 'declined')
  if (found.length === 0) throw new Problem('step-not-possible', say('每一行都标了“不办”，请用“不能办理”并写明原因。', 'Every line is marked as declined: decline the whole and say why.'))
  const how = { reason: `${form.reason}(${number})`, matter: `${roleRequest.id}/${number}` }
  for (const line of found)
    await (form.deed === 'give' ? give(line) : withdraw(line))
  await sql`
    update staffing.role_request__roles set outcome = 'done' where matter = ${matter.id}::uuid and outcome is distinct from 'declined'`.execute(tx)

  async function give({ role, organ, site, from, to }: RoleLine): Promise<void> {
    const today = system.clock.today()
    if (to !== null && to < today) throw new Problem('step-not-possible', say(
      `“${system.catalogue.roles.get(role)?.title ?? role}”的截止日期 ${to} 已过，请标“不办”或退回。`, `The last day of ${role}, ${to}, is over: mark it as declined.`,
    ))
    await system.access.grants.give(tx, actor, { account, role, organ, site, from: from === null || from < today ? today : from, to, ...how })
  }
  async function withdraw({ role, organ, site }: RoleLine): Promise<void> {
    const { rows: held } = await system.access.grants.list(tx, actor, { account, role, limit: 200 })
    const rows = held.filter((grant) => ['in-force', 'to-come'].includes(grant.state) && (grant.organ?.id ?? null) === organ && (grant.site?.id ?? null) === site)
    if (rows.length === 0) throw new Problem('step-not-possible', say(
      `他现在没有“${system.catalogue.roles.get(role)?.title ?? role}”这个角色（按所填单位、场所），请标“不办”。`, `He does not hold ${role} there now: mark the line as declined.`,
    ))
    for (const { id } of rows) await system.access.grants.withdraw(tx, actor, id, how)
  }
}
