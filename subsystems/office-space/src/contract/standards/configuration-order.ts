// The order of configuration 配置次序: rooms come from the pool, then by exchange, then by a lease, and are built last; each step that was passed over has its reason on record.
import { defineGate, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { configureWays, roomRequest } from '../request/room-request.ts'
import type { ConfigureWay } from '../request/room-request.ts'
import { rulesSince } from './office-limits.ts'

export interface Configured {
  /** Whose rooms, as the sentence names them. */
  readonly name: string
  readonly way: ConfigureWay
  /** Why the pool, an exchange and a lease will not do; null where nobody wrote it. */
  readonly reasons: Readonly<Record<Exclude<ConfigureWay, 'build'>, string | null>>
  /** What the pool offered when it was asked for. */
  readonly offered: string | null
}
/** The order is the State's, its chapter read in summaries only; that each step passed over has its reason on record is how the bureau keeps to it. */
const chapter: Citation = { document: '本局对《党政机关办公用房管理办法》的口径', clause: '第三章', mark: 'V2', level: '区' }
const order = Object.keys(configureWays) as ConfigureWay[]
const english: Readonly<Record<ConfigureWay, string>> = { reallocate: 'the pool', exchange: 'an exchange', lease: 'a lease', build: 'building' }
const unwritten = ({ way, reasons }: Configured): readonly Exclude<ConfigureWay, 'build'>[] =>
  order.slice(0, order.indexOf(way)).flatMap((one) => (one === 'build' || (reasons[one] ?? '').trim() !== '' ? [] : [one]))

export const configurationOrder = defineStandard<Configured>()('office-space.configuration-order', {
  title: '用房配置次序',
  explain:
    '配置办公用房按调剂、置换、租用、建设的次序：优先整合存量调剂，无法调剂的置换，无法调剂和置换的才租用，都不行的才建设。走到后面一步的，前面每一步为什么不合用都要写在申请上；提出方案和审批时逐步核对，没有写齐的不能往下走。已经办理的申请也在检查之列。',
  parameters: { unwritten: parameter('前面的步骤没有写明不合用理由的不超过', '步') },
  values: [{ parameter: 'unwritten', value: '0', from: rulesSince, cite: chapter }],
  ledger: (asOf, sql) => sql`
    select q.matter as id, m.number || ' ' || o.short_name as name, q.organ, null::uuid as site,
           json_build_object('name', m.number || ' ' || o.short_name, 'way', coalesce(q.way, 'lease'), 'offered', q.offered, 'reasons', json_build_object('reallocate', q.misfit, 'exchange', q.no_exchange, 'lease', q.no_lease)) as subject
      from office_space.room_request q join matter.matter m on m.id = q.matter join people.organ o on o.id = q.organ
     where q.what in ('allot', 'exchange', 'lease') and coalesce(q.way, q.what) in ('exchange', 'lease', 'build') and m.state in ('proposed', 'agreed', 'done') and q."from" <= ${asOf}::date
     order by m.number`,
  read: [placesOfficer, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check(subject, { unwritten: allowed }) {
    const missing = unwritten(subject)
    if (missing.length <= Number(allowed)) return []
    const [list, listEn] = [missing.map((one) => configureWays[one]).join('、'), missing.map((one) => english[one]).join(', ')]
    const pool = missing.includes('reallocate') && subject.offered !== null ? `;${subject.offered}` : ''
    return [{
      level: 'breach', by: 'unwritten', measured: String(missing.length), limit: allowed, unit: '步',
      says: `${subject.name}${configureWays[subject.way]}，没有写明${list}为什么不合用${pool}`,
      advice: `先${list}；确实不合用的，逐步写明理由再${configureWays[subject.way]}`,
      en: { says: `${subject.name}: ${english[subject.way]} without a reason why ${listEn} will not do`, advice: `Try ${listEn} first; where it will not do, write the reason of each step` },
    }]
  },
  opens: ({ name }) => `/matters/${roomRequest.id}/${name.split(' ')[0] ?? ''}`,
  examples: [
    { says: '从调剂池安排，前面没有别的步骤', given: { name: '审计局', way: 'reallocate', reasons: { reallocate: null, exchange: null, lease: null }, offered: '调剂池里有合用的空房 2 间' }, breach: false },
    { says: '租用，调剂和置换都写明了理由', given: { name: '审计局', way: 'lease', reasons: { reallocate: '空房都在山上，群众办事不便', exchange: '没有单位愿意置换窗口用房', lease: null }, offered: null }, breach: false },
    { says: '租用，只写了为什么不调剂', given: { name: '审计局', way: 'lease', reasons: { reallocate: '空房都在山上', exchange: null, lease: null }, offered: null }, breach: true },
    { says: '要建设，没有写为什么不能租用', given: { name: '审计局', way: 'build', reasons: { reallocate: '没有空房', exchange: '没有合适的', lease: ' ' }, offered: null }, breach: true },
  ],
})

/** Whoever proposes and whoever agrees stands before the same question. */
export const configuredInOrder = defineGate(roomRequest, ['propose', 'agree'], configurationOrder, ({ form, facts }, sql) => {
  if (form.what !== 'allot' && form.what !== 'exchange' && form.what !== 'lease') return undefined
  const way = facts.way ?? (form.what === 'lease' ? 'lease' : null)
  if (way === null) return undefined
  return sql<Configured>`
    select o.short_name as name, ${way} as way, ${facts.offered}::text as offered, json_build_object('reallocate', ${facts.misfit}::text, 'exchange', ${facts.noExchange}::text, 'lease', ${facts.noLease}::text) as reasons
      from people.organ o where o.id = ${form.organ}::uuid`
})
