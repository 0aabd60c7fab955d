// Two small rules 样例: the area of a room by rank, judged over a ledger, and a temperature with a figure nobody has confirmed.
import { decimal, defineMatter, defineRegister, defineRole, defineStandard, defineSubsystem, everyone, parameter, requester, text } from '@houqin/define'

export const steward = defineRole('rule.steward', { title: '用房管理员', reach: 'site' })

export const site = defineRegister('rule.site', {
  title: '场所', fields: { name: text('名称') }, name: (row) => row.name, access: { read: [everyone], write: [] }, dimension: 'site',
})
export const adjust = defineMatter('rule.adjust', {
  title: '调整用房', prefix: 'TF', subject: () => '调整用房', form: {},
  states: { open: { title: '办理中', tone: 'running' } }, start: 'open',
  steps: { urge: { label: '催办', from: 'open', by: [requester] } },
  access: { start: [everyone], read: [steward] },
})

export interface Occupancy {
  readonly rank: 'chief' | 'clerk'
  readonly area: string
}
/** What the ledger of 2025 and of 2026 holds, as a view of a subsystem would give it. */
export const area = defineStandard<Occupancy>()('rule.area', {
  title: '办公用房面积',
  explain: '办公室面积按职级封顶。',
  parameters: { limit: parameter('使用面积上限', '㎡', { scale: 2, by: { chief: '正科级', clerk: '科员' } }) },
  values: [
    { parameter: 'limit', key: 'chief', value: '18', from: '2014-11-01', cite: { document: '党政机关办公用房建设标准', number: '发改投资〔2014〕2674号', clause: '第十二条 表1', mark: 'V2', level: '国家' } },
    { parameter: 'limit', key: 'clerk', value: '9', from: '2014-11-01', cite: { document: '党政机关办公用房建设标准', number: '发改投资〔2014〕2674号', clause: '第十二条 表1', mark: 'V2', level: '国家' } },
    { parameter: 'limit', key: 'clerk', value: '10.5', from: '2026-07-01', cite: { document: '区级办公用房管理办法', clause: '第六条', mark: 'U', level: '区' } },
  ],
  ledger: (asOf, sql) => sql`
    select id, name, null::uuid as organ, site, jsonb_build_object('rank', rank, 'area', area::text) as subject
    from rule.occupancy where valid @> ${asOf}::date order by name`,
  read: [steward],
  check: ({ rank, area: own }, { limit }) => {
    const most = limit[rank]
    return decimal.compare(own, most) > 0
      ? [{ level: 'breach', says: `使用 ${own} ㎡，上限 ${most} ㎡`, measured: own, limit: most, unit: '㎡', advice: '请调整用房', by: `limit.${rank}`, en: { says: `uses ${own} ㎡, at most ${most} ㎡`, advice: 'Change the room' } }]
      : []
  },
  mend: () => adjust,
  examples: [
    { says: '九平米', given: { rank: 'clerk', area: '9.00' }, breach: false },
    { says: '十二平米', given: { rank: 'clerk', area: '12.00' }, breach: true },
  ],
})
export const rules = defineSubsystem('rule', '样例', { roles: { steward }, registers: { site }, matters: { adjust }, standards: { area } })
