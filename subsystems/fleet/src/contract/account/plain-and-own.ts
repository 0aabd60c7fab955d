// Plainly fitted and the organ's own 不豪华、不借、不收赠: how a car is fitted out and where it came from.
import { defineStandard, parameter } from '@houqin/define'
import type { Citation, Query, SqlTag, SubjectRow } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetRedress } from '../office/redress.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle, vehicleOrigins } from '../vehicle.ts'
import type { Vehicle } from '../vehicle.ts'

export interface FittedCar {
  readonly plate: string
  readonly interior: NonNullable<Vehicle['interior']> | null
}
export interface CarsOrigin {
  readonly plate: string
  readonly origin: NonNullable<Vehicle['origin']> | null
}
/** 不得: not one. */
const article: Citation = { document: '机关事务管理条例', number: '国令第621号', clause: '第二十五条', mark: 'V', level: '国家' }
const since = '2012-10-01'

function cars<S>(asOf: string, field: 'interior' | 'origin', sql: SqlTag): Query<SubjectRow<S>> {
  return sql`
    select v.id, v.label as name, v.organ, null::uuid as site, jsonb_build_object('plate', v.plate, ${field}::text, ${sql.ref(`v.${field}`)}) as subject from fleet.vehicle v
     where v.standing <> 'disposed' and v.bought_on <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null order by v.plate collate "zh-natural", v.id`
}

export const plainInterior = defineStandard<FittedCar>()('fleet.plain-interior', {
  title: '不得豪华内饰',
  explain: '公务用车不得增加高档配置或者豪华内饰（《机关事务管理条例》第二十五条）。购置验收时在车辆台账登记“内饰和配置”；登记为高档配置、豪华内饰的列在这里。没有登记的不算。',
  parameters: { atMost: parameter('高档配置或豪华内饰不超过', '处') },
  values: [{ parameter: 'atMost', value: '0', from: since, provision: 'CAR-R10', cite: article }],
  ledger: (asOf, sql) => cars<FittedCar>(asOf, 'interior', sql),
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, interior }, { atMost }) {
    if ((interior !== 'luxury' && interior !== 'upgraded') || Number(atMost) > 0) return []
    const [zh, en] = interior === 'luxury' ? ['豪华内饰', 'a luxury interior'] : ['高档配置', 'upgraded fittings']
    return [{
      level: 'breach', by: 'atMost', measured: '1', limit: atMost, unit: '处', says: `${plate} 登记为${zh}`, advice: '查明是谁批准、花了多少钱；能拆除恢复的恢复标准配置，不能的报主管部门处理',
      en: { says: `${plate} is entered with ${en}`, advice: 'Find out who approved it and what it cost; put it back to standard or report it' },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'plainInterior', vehicle: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '标准配置', given: { plate: '苏B80001', interior: 'standard' }, breach: false },
    { says: '没有登记', given: { plate: '苏B80002', interior: null }, breach: false },
    { says: '豪华内饰', given: { plate: '苏B80003', interior: 'luxury' }, breach: true },
  ],
})

export const ownCars = defineStandard<CarsOrigin>()('fleet.own-cars', {
  title: '不借用、不接受捐赠',
  explain: '不得借用、占用下级单位或者其他单位的车辆，不得接受企业事业单位或者个人捐赠的车辆（《机关事务管理条例》第二十五条）。车辆台账的“车辆来源”登记为借用或接受捐赠的列在这里。',
  parameters: { atMost: parameter('借用或受赠的车辆不超过', '辆') },
  values: [{ parameter: 'atMost', value: '0', from: since, provision: 'CAR-R10', cite: article }],
  ledger: (asOf, sql) => cars<CarsOrigin>(asOf, 'origin', sql),
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, origin }, { atMost }) {
    if ((origin !== 'borrowed' && origin !== 'donated') || Number(atMost) > 0) return []
    return [{
      level: 'breach', by: 'atMost', measured: '1', limit: atMost, unit: '辆', says: `${plate} 的来源是${vehicleOrigins[origin]}`, advice: origin === 'borrowed' ? '立即归还原单位；确需用车的走统一调度或租赁' : '退还捐赠方，或按规定上缴处置',
      en: { says: `${plate} came by ${origin === 'borrowed' ? 'loan' : 'donation'}`, advice: origin === 'borrowed' ? 'Give it back; ask for a shared car or hire one' : 'Give it back or hand it over to be disposed of' },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ id, organ }, { says, advice }) => ({ rule: 'ownCars', vehicle: id, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '自己购置', given: { plate: '苏B80001', origin: 'purchased' }, breach: false },
    { says: '从下级单位借来', given: { plate: '苏B80002', origin: 'borrowed' }, breach: true },
    { says: '企业捐赠', given: { plate: '苏B80003', origin: 'donated' }, breach: true },
  ],
})
