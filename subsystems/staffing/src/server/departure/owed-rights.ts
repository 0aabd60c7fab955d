// Rights of a leaver 角色、代理、审批路线、账号: what he may do for others ends with the day; a route that names him is changed by the approval officer.
import { accountOf, lent, systemActor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import { securityAdmin } from '@houqin/define'
import { Problem, say } from '@houqin/problem'
import type { Seat, Stage } from '@houqin/wire'
import { sql } from 'kysely'
import { departure, roleRequest } from '../../contract/index.ts'
import { askForRoles } from '../ask-for-roles.ts'
import type { OwedItem } from '../../contract/answers.ts'
import type { Source } from './item.ts'
import type { Leaver } from './leaver.ts'

const matterOf = ({ number }: Leaver): string => `${departure.id}/${number}`

export const owedRoles: Source = Object.freeze<Source>({
  source: 'role',
  async find(db, { access }, { person }, locale) {
    const account = await accountOf(db, person)
    if (account === undefined) return []
    const { rows } = await access.grants.list(db, systemActor, { account: account.id, limit: 200 })
    return rows.filter(({ state }) => state === 'in-force' || state === 'to-come').map(({ id, title, organ, site, from, to }): OwedItem => ({
      key: `role:${id}`, group: say('角色', 'Roles')[locale], title, detail: [organ?.name, site?.name, `${from} – ${to ?? '…'}`].filter((word) => word !== undefined).join(' · '),
      opens: null, ways: ['hand', 'end'], byItself: true, byApprovalOfficer: false,
    }))
  },
  /** Handing a role on is asking that the successor be given it: others decide that. */
  async settle(tx, system, { leaver, actor, id, way, to }) {
    const account = await accountOf(tx, leaver.person)
    const { rows } = await system.access.grants.list(tx, systemActor, { ...(account && { account: account.id }), limit: 200 })
    const grant = rows.find((one) => one.id === id)
    if (grant === undefined) throw new Error(`there is no grant ${id}`)
    if (way === 'end' || to === null)
      return system.access.grants.withdraw(tx, lent(actor, securityAdmin), id, { reason: `因离岗 ${leaver.number}`, matter: matterOf(leaver) })
    const asked = await askForRoles(tx, system, {
      actor,
      asked: {
        person: to, deed: 'give', reason: `接替离岗的${leaver.name}（${leaver.number}）`,
        roles: [{ role: grant.role, organ: grant.organ?.id, site: grant.site?.id, from: leaver.asOf, to: grant.to }],
      },
    })
    await system.matters.link(tx, actor, roleRequest, asked.number, { kind: 'part-of', to: leaver.number })
  },
})

interface Deputy {
  readonly id: string
  readonly person: string
  readonly name: string
  readonly from: string
  readonly to: string
}
async function deputiesOf(db: Db | Tx, { person, asOf }: Leaver): Promise<readonly Deputy[]> {
  const { rows } = await sql<Deputy>`
    select d.id, d.person, p.label as name, lower(d.valid)::text as "from", (upper(d.valid) - 1)::text as "to"
      from approval.deputy d join people.person p on p.id = d.person
     where ${person}::uuid in (d.person, d.deputy) and d.withdrawn_at is null and upper(d.valid) > ${asOf}::date order by lower(d.valid), d.id`.execute(db)
  return rows
}

export const owedDeputies: Source = Object.freeze<Source>({
  source: 'deputy',
  async find(db, _, leaver, locale) {
    return (await deputiesOf(db, leaver)).map(({ id, person, name, from, to }): OwedItem => ({
      key: `deputy:${id}`, group: say('代理审批', 'Deputies')[locale],
      title: (person === leaver.person ? say('别人代他审批', 'Somebody stands in for him') : say(`代${name}审批`, `Stands in for ${name}`))[locale],
      detail: say(`${from} 至 ${to}`, `${from} to ${to}`)[locale], opens: { path: '/approval/deputies' },
      ways: person === leaver.person ? ['end'] : ['hand', 'end'], byItself: true, byApprovalOfficer: false,
    }))
  },
  async settle(tx, { approvals, clock }, { leaver, id, to }) {
    const deputy = (await deputiesOf(tx, leaver)).find((one) => one.id === id)
    if (deputy === undefined) throw new Error(`there is no deputy ${id}`)
    await approvals.deputies.withdraw(tx, systemActor, id)
    const today = clock.today()
    const from = deputy.from < today ? today : deputy.from
    if (to !== null) await approvals.deputies.add(tx, systemActor, { person: deputy.person, deputy: to, from, to: deputy.to, reason: `接替离岗的${leaver.name}（${leaver.number}）` })
  },
})

interface Row {
  readonly id: string
  readonly route: string
  readonly version: number
  readonly stages: readonly Stage[]
  readonly copies: readonly Seat[]
}
/** Standing rows whose stages name him, or which send him a copy. */
async function routesOf(db: Db | Tx, { person, asOf }: Leaver): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.route, r.version, r.stages, r.copies from approval.route r
     where r.replaced_at is null and (upper(r.valid) is null or upper(r.valid) > ${asOf}::date)
       and jsonb_path_exists(r.stages || r.copies, '$[*].** ? (@.person == $who)', jsonb_build_object('who', ${person}::text))
       and not exists (select from approval.route after where after.replaces = r.id)
     order by r.route, lower(r.valid)`.execute(db)
  return rows
}

export const owedRoutes: Source = Object.freeze<Source>({
  source: 'route',
  async find(db, { catalogue, word }, leaver, locale) {
    return (await routesOf(db, leaver)).map(({ id, route, stages, copies }): OwedItem => {
      const steps = [...catalogue.matters.values()].flatMap((matter) => Object.entries(matter.steps).flatMap(([name, step]) => (step.approve?.id === route ? [{ matter, name, step }] : [])))
      const [at] = steps
      return {
        key: `route:${id}`, group: say('写着他的审批路线', 'Routes that name him')[locale],
        title: at === undefined ? route : `${word(`${at.matter.id}.title`, at.matter.title, locale)} · ${word(`${at.matter.id}.steps.${at.name}`, at.step.label, locale)}`,
        detail: [...stages.filter((stage) => namesIn(stage, leaver.person)).map(({ title }) => title), ...(copies.some((seat) => isHis(seat, leaver.person)) ? [say('抄送', 'copy')[locale]] : [])].join(say('、', ', ')[locale]),
        opens: { path: '/approval/routes' }, ways: ['hand', 'end'], byItself: false, byApprovalOfficer: true,
      }
    })
  },
  /** @throws Problem not-allowed for everybody but the approval officer, who never names himself. */
  async settle(tx, { approvals }, { leaver, actor, id, to }) {
    const row = (await routesOf(tx, leaver)).find((one) => one.id === id)
    if (row === undefined) throw new Error(`there is no route ${id}`)
    if (to !== null && to === actor.principal.person) throw new Problem('not-allowed', say('审批管理员不能指定自己审批，请另选一位。', 'The approval officer never names himself; choose somebody else.'))
    const stages = row.stages.map((stage) => without(stage, { person: leaver.person, to }))
    const copies = replaced(row.copies, { person: leaver.person, to })
    await approvals.routes.change(tx, actor, id, { stages, copies, from: leaver.asOf }, row.version)
  },
})

const isHis = (seat: Seat, person: string): boolean => 'person' in seat && seat.person === person
const namesIn = ({ who, escalate }: Stage, person: string): boolean => [...who, ...(escalate ? [escalate] : [])].some((seat) => isHis(seat, person))

/** @throws Problem conflict where nobody would be left. */
function without(stage: Stage, { person, to }: { person: string; to: string | null }): Stage {
  if (!namesIn(stage, person)) return stage
  const who = replaced(stage.who, { person, to })
  const hisEscalation = stage.escalate !== undefined && isHis(stage.escalate, person)
  if (who.length === 0 || (hisEscalation && to === null)) throw new Problem('conflict', say(
    `“${stage.title}”只有他一位，请移交给接替的人。`, `He is alone in “${stage.title}”: hand it to whoever follows him.`,
  ))
  return { ...stage, who, ...(hisEscalation && to !== null && { escalate: { person: to } }) }
}

/** The same seats without him; whoever follows him sits there once. */
function replaced(seats: readonly Seat[], { person, to }: { person: string; to: string | null }): readonly Seat[] {
  const sitsAlready = to !== null && seats.some((seat) => isHis(seat, to))
  return seats.flatMap((seat) => (isHis(seat, person) ? (to === null || sitsAlready ? [] : [{ person: to }]) : [seat]))
}

export const owedAccount: Source = Object.freeze<Source>({
  source: 'account',
  async find(db, _, { person, stays }, locale) {
    const account = await accountOf(db, person)
    if (account === undefined || account.disabled || stays) return []
    return [{
      key: `account:${account.id}`, group: say('账号', 'Account')[locale], title: account.username, detail: say('离岗当天停用，所有登录当即结束', 'Disabled on the day; every session ends at once')[locale],
      opens: null, ways: [], byItself: true, byApprovalOfficer: false,
    }]
  },
  settle() {
    return Promise.reject(new Problem('step-not-possible', say('账号在离岗当天由系统停用。', 'The account is disabled by the system on the day.')))
  },
})
