// An organ's area 单位用房面积: what it was given against what its establishment and posts allow.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation, Query, SqlTag, SubjectRow } from '@houqin/define'
import { bureauLeader, liaison, organ } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { placesOfficer } from '@houqin/places'
import { entitlementOf } from '../entitlement.ts'
import { redress, redressWords } from '../redress.ts'
import { buildingStandard, officeArea, officeAreaValues, standardSince } from './office-limits.ts'

export interface OrganRooms {
  readonly organ: string
  readonly establishment: number
  /** 领导职数 by rank. */
  readonly posts: Readonly<Partial<Record<Rank, number>>>
  readonly height: 'low' | 'high'
  /** 使用面积 of what it was given, its share of joint rooms; decimal strings. */
  readonly office: string
  readonly service: string
  readonly equipment: string
}
const heights = { low: '多层', high: '高层' } as const
/** The formula for a county was filled in from its ends by whoever read the rest, so it is unconfirmed. */
const unread: Citation = { ...buildingStandard(), mark: 'K' }
const of = <N extends string>(parameterName: N, value: string, provision: string, more: { key?: string; cite?: Citation } = {}) =>
  ({ parameter: parameterName, value, from: standardSince, cite: buildingStandard('第十四条'), provision, ...more })

/** Every organ that was given rooms, with what it has by kind; a joint room is shared evenly. */
export const organsByRooms = (asOf: string, sql: SqlTag): Query<SubjectRow<OrganRooms>> => sql`
  with held as (
    select organ, use, height, case when organs = 1 then area else area / organs end as area
      from (
        select a.organ, r.use, b.height, r.area, count(*) over (partition by a.room) as organs
          from office_space.allotment a join places.room r on r.id = a.room join places.building b on b.id = r.building
         where a.valid @> ${asOf}::date and a.retired_at is null and a.merged_into is null and r.retired_at is null and r.merged_into is null
      ) given
  ), by_height as (
    select organ, height, max(area) as largest, sum(area) filter (where use = 'office') as office, sum(area) filter (where use = 'service') as service,
           sum(area) filter (where use = 'equipment') as equipment
      from held group by organ, height
  ), sums as (
    select organ, coalesce(sum(office), 0) as office, coalesce(sum(service), 0) as service, coalesce(sum(equipment), 0) as equipment,
           (array_agg(height order by largest desc, height))[1] as height
      from by_height group by organ
  ), led as (
    select parent as organ, jsonb_object_agg(rank, count) as posts from (select parent, rank, sum(count)::int as count from people.organ__leadership group by parent, rank) l group by parent
  )
  select o.id, o.label as name, o.id as organ, null::uuid as site,
         jsonb_build_object('organ', o.short_name, 'establishment', o.establishment, 'posts', coalesce(l.posts, '{}'), 'height', s.height,
           'office', round(s.office, 2)::text, 'service', round(s.service, 2)::text, 'equipment', round(s.equipment, 2)::text) as subject
    from sums s join people.organ o on o.id = s.organ left join led l on l.organ = o.id
   where o.merged_into is null order by o.label collate "zh-natural", o.id`

export const organArea = defineStandard<OrganRooms>()('office-space.organ-area', {
  title: '单位用房不超核定',
  explain:
    '一个单位的办公室、服务用房和设备用房，使用面积合计不超过核定数。核定数 = A + B + 9%（A + B）：A 是各级职数乘各自的办公室上限；B 是服务用房，按编制每人 8 ㎡（100 人及以下）到 6 ㎡（200 人及以上），中间按直线计算；设备用房按两者之和的 9% 测算。除以使用面积系数 K（多层 65%、高层 60%），再加食堂等附属用房的建筑面积，就是可以建设的总建筑面积 S。编制数和领导职数是两个数，都以单位登记为准。',
  parameters: {
    officeArea,
    serviceMost: parameter('服务用房每人最多', '㎡', { scale: 2 }),
    serviceLeast: parameter('服务用房每人最少', '㎡', { scale: 2 }),
    serviceUpTo: parameter('编制不超过此数的按最多计', '人'),
    serviceFrom: parameter('编制达到此数的按最少计', '人'),
    equipment: parameter('设备用房占办公室与服务用房之和', '%', { scale: 2 }),
    coefficient: parameter('使用面积系数', '%', { scale: 2, by: heights }),
    canteen: parameter('食堂每人', '㎡', { scale: 2 }),
    canteenBeyond: parameter('食堂超出部分每人', '㎡', { scale: 2 }),
    canteenUpTo: parameter('食堂按前一档计的人数', '人'),
    car: parameter('汽车库每辆', '㎡', { scale: 2 }),
    carBeyond: parameter('汽车库超出部分每辆', '㎡', { scale: 2 }),
    carUpTo: parameter('汽车库按前一档计的车位', '辆'),
    bicycle: parameter('自行车库每辆', '㎡', { scale: 2 }),
    electric: parameter('电动车、摩托车库每辆', '㎡', { scale: 2 }),
    guard: parameter('警卫用房每人', '㎡', { scale: 2 }),
  },
  values: [
    ...officeAreaValues,
    of('serviceMost', '8.00', 'OFF-SVC-03', { cite: unread }), of('serviceLeast', '6.00', 'OFF-SVC-03', { cite: unread }),
    of('serviceUpTo', '100', 'OFF-SVC-03', { cite: unread }), of('serviceFrom', '200', 'OFF-SVC-03', { cite: unread }),
    of('equipment', '9.00', 'OFF-EQP', { cite: buildingStandard('第十二条') }),
    of('coefficient', '65.00', 'OFF-K', { key: 'low', cite: buildingStandard() }), of('coefficient', '60.00', 'OFF-K', { key: 'high', cite: buildingStandard() }),
    of('canteen', '3.70', 'OFF-AUX-01'), of('canteenBeyond', '2.60', 'OFF-AUX-01'), of('canteenUpTo', '100', 'OFF-AUX-01'),
    of('car', '40.00', 'OFF-AUX-02'), of('carBeyond', '38.00', 'OFF-AUX-02'), of('carUpTo', '200', 'OFF-AUX-02'),
    of('bicycle', '1.80', 'OFF-AUX-03'), of('electric', '2.50', 'OFF-AUX-03'), of('guard', '25.00', 'OFF-AUX-04'),
  ],
  ledger: organsByRooms,
  read: [placesOfficer, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ organ: name, establishment, posts, height, office, service, equipment }, figures) {
    const led = Object.values(posts).reduce((sum, count) => sum + count, 0)
    const allowed = entitlementOf({ establishment: Math.max(establishment, led), posts, height }, figures)
    const used = decimal.sum([office, service, equipment])
    if (decimal.compare(used, allowed.usable) > 0) {
      const excess = decimal.minus(used, allowed.usable)
      return [{
        level: 'breach', by: 'equipment', measured: used, limit: allowed.usable, unit: '㎡',
        says: `${name}编制 ${establishment} 名，使用 ${decimal.grouped(used)} ㎡（办公室 ${office}、服务用房 ${service}、设备用房 ${equipment}），核定 ${decimal.grouped(allowed.usable)} ㎡，超出 ${decimal.grouped(excess)} ㎡`,
        advice: '把超出的房间腾退给机关事务管理部门统一调剂',
        en: {
          says: `${name}, establishment ${establishment}, uses ${decimal.grouped(used)} ㎡ (offices ${office}, service ${service}, equipment ${equipment}) of ${decimal.grouped(allowed.usable)} ㎡ allowed, ${decimal.grouped(excess)} ㎡ too much`,
          advice: 'Give the rooms beyond it back to the bureau for others',
        },
      }]
    }
    if (decimal.compare(office, allowed.office) <= 0) return []
    return [{
      level: 'warning', by: 'officeArea', measured: office, limit: allowed.office, unit: '㎡',
      says: `${name}办公室 ${decimal.grouped(office)} ㎡，按职数核定 ${decimal.grouped(allowed.office)} ㎡；连同服务和设备用房没有超过核定总数`,
      advice: '核对房间类别；确为办公室的，改作服务用房或调剂给其他单位',
      en: {
        says: `${name} has ${decimal.grouped(office)} ㎡ of offices for ${decimal.grouped(allowed.office)} ㎡ by its posts; with service and equipment rooms it stays within the whole`,
        advice: 'Check the uses of its rooms; turn offices beyond it into service rooms or give them to others',
      },
    }]
  },
  mend: () => redress,
  fill: ({ id }, found, cite) => ({ organ: id, what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${organ.id}/${id}`,
  examples: [
    { says: '编制 50（1 正科、3 副科）用足核定的 946.12 ㎡', given: { organ: '甲局', establishment: 50, posts: { sectionChief: 1, sectionDeputy: 3 }, height: 'low', office: '468.00', service: '400.00', equipment: '78.12' }, breach: false },
    { says: '同一单位多出一百分之一', given: { organ: '甲局', establishment: 50, posts: { sectionChief: 1, sectionDeputy: 3 }, height: 'low', office: '468.01', service: '400.00', equipment: '78.12' }, breach: true },
  ],
})
