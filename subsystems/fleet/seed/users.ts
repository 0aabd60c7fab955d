// Who has how many cars of which class 各单位用车: by what an organ does, with one weight for each car it is likely to have.
import type { VehicleUse } from '../src/contract/index.ts'

/** Short names an organ of this class has, and how many of a hundred cars of the class go to such organs. */
interface Users {
  readonly match: RegExp
  readonly weight: number
}
/** How many cars of a class the district has; together three hundred. */
export const carsOfClass: Readonly<Record<VehicleUse, number>> = Object.freeze({ confidential: 22, emergency: 98, enforcement: 112, special: 40, other: 28 })

export const usersOfClass: Readonly<Record<VehicleUse, readonly Users[]>> = Object.freeze({
  confidential: [{ match: /^(区委办|政府办|人大办|政协办|组织部|政法委|纪委监委)$/, weight: 5 }, { match: /^(财政局|信访局|编办)$/, weight: 1 }],
  emergency: [{ match: /^公车中心$/, weight: 30 }, { match: /^(应急局|住建局|水务局|卫健委|城管局|人防办|区委办|政府办)$/, weight: 5 }, { match: /街道$/, weight: 3 }],
  enforcement: [
    { match: /^公安分局$/, weight: 24 }, { match: /派出所$/, weight: 3 }, { match: /^(区法院|区检察院|纪委监委)$/, weight: 5 },
    { match: /^(城管执法大队|市监执法大队|交通局|环境执法局|劳动监察大队|卫监所|安监大队)$/, weight: 4 }, { match: /(执法大队|市监分局)$/, weight: 1 },
  ],
  special: [{ match: /^(急救分站|疾控中心|环境监测站|救援中心|检测中心|环卫中心|园林中心|市政中心|排水中心|动卫所|公路中心)$/, weight: 4 }],
  other: [{ match: /^(老干部局|军休所|老干部活动中心)$/, weight: 4 }, { match: /^(公车中心|机关事务局|后勤中心)$/, weight: 5 }],
})
