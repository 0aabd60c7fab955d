// Ancillary rooms 附属用房: the canteen by the establishment that eats there, the garage by cars and bicycles, guard rooms by guards; all of them built areas.
import { decimal, defineStandard, parameter } from '@houqin/define'
import { bureauLeader, liaison } from '@houqin/people'
import { placesOfficer, site, steward } from '@houqin/places'
import { divided } from '../exact-area.ts'
import { stepped } from '../entitlement.ts'
import { redress, redressWords } from '../redress.ts'
import { buildingStandard, standardSince } from './office-limits.ts'

export interface AncillaryRooms {
  readonly name: string
  readonly height: 'low' | 'high'
  /** 编制 of the organs whose seat is there. */
  readonly establishment: number
  /** 使用面积 of the rooms; decimal strings. */
  readonly canteen: string
  readonly garage: string
  readonly guards: string
  /** What was approved for the site; null where nobody has entered it. */
  readonly approved: { readonly cars: number; readonly bicycles: number; readonly electric: number; readonly guards: number } | null
}
const heights = { low: '多层', high: '高层' } as const
const of = <N extends string>(name: N, value: string, provision: string, more: { key?: string; clause?: string | null } = {}) =>
  ({ parameter: name, value, from: standardSince, cite: buildingStandard(more.clause === null ? undefined : '第十四条'), provision, ...(more.key !== undefined && { key: more.key }) })

export const ancillaryRooms = defineStandard<AncillaryRooms>()('office-space.ancillary-rooms', {
  title: '附属用房不超核定',
  explain:
    '附属用房按建筑面积控制：食堂（餐厅及厨房）按在此办公的编制定员，100 人以内每人 3.7 ㎡，超过部分每人 2.6 ㎡；汽车库每辆 40 ㎡，超过 200 个车位的部分每辆 38 ㎡；自行车库每辆 1.8 ㎡，电动车、摩托车库每辆 2.5 ㎡；警卫用房按警卫编制每人 25 ㎡。房间登记的是使用面积，按使用面积系数（多层 65%、高层 60%）折成建筑面积再比。车位、车辆和警卫人数以“附属用房配建数”登记的为准，没有登记的不判。检查办公楼和街道办公场所；公安、法院、党校、文体场馆和服务场所另有各自的建设标准。',
  parameters: {
    coefficient: parameter('使用面积系数', '%', { scale: 2, by: heights }),
    canteen: parameter('食堂每人', '㎡', { scale: 2 }), canteenBeyond: parameter('食堂超出部分每人', '㎡', { scale: 2 }), canteenUpTo: parameter('食堂按前一档计的人数', '人'),
    car: parameter('汽车库每辆', '㎡', { scale: 2 }), carBeyond: parameter('汽车库超出部分每辆', '㎡', { scale: 2 }), carUpTo: parameter('汽车库按前一档计的车位', '辆'),
    bicycle: parameter('自行车库每辆', '㎡', { scale: 2 }), electric: parameter('电动车、摩托车库每辆', '㎡', { scale: 2 }), guard: parameter('警卫用房每人', '㎡', { scale: 2 }),
  },
  values: [
    of('coefficient', '65.00', 'OFF-K', { key: 'low', clause: null }), of('coefficient', '60.00', 'OFF-K', { key: 'high', clause: null }),
    of('canteen', '3.70', 'OFF-AUX-01'), of('canteenBeyond', '2.60', 'OFF-AUX-01'), of('canteenUpTo', '100', 'OFF-AUX-01'),
    of('car', '40.00', 'OFF-AUX-02'), of('carBeyond', '38.00', 'OFF-AUX-02'), of('carUpTo', '200', 'OFF-AUX-02'),
    of('bicycle', '1.80', 'OFF-AUX-03'), of('electric', '2.50', 'OFF-AUX-03'), of('guard', '25.00', 'OFF-AUX-04'),
  ],
  ledger: (asOf, sql) => sql`
    with rooms as (
      select r.site, b.height, r.area, r.purpose from places.room r join places.building b on b.id = r.building
       where r.purpose in ('canteen', 'kitchen', 'garage', 'guard') and r.grade is distinct from 'restricted' and r.retired_at is null and r.merged_into is null
    ), sums as (
      select site, coalesce(sum(area) filter (where purpose in ('canteen', 'kitchen')), 0) as canteen, coalesce(sum(area) filter (where purpose = 'garage'), 0) as garage, coalesce(sum(area) filter (where purpose = 'guard'), 0) as guards,
             (array_agg(height order by area desc, height))[1] as height
        from rooms group by site
    ), housed as (
      select n.site, sum(o.establishment)::int as establishment, (array_agg(o.id order by o.establishment desc, o.id))[1] as organ
        from places.organ_seat n join people.organ o on o.id = n.organ where n.valid @> ${asOf}::date group by n.site
    )
    select s.id, s.label as name, h.organ, s.id as site,
           json_build_object('name', s.label, 'height', n.height, 'establishment', h.establishment, 'canteen', n.canteen::text, 'garage', n.garage::text, 'guards', n.guards::text,
             'approved', (select json_build_object('cars', d.cars, 'bicycles', d.bicycles, 'electric', d.electric, 'guards', d.guards) from office_space.site_need d
               where d.site = s.id and d.valid @> ${asOf}::date and d.retired_at is null and d.merged_into is null)) as subject
      from sums n join places.site s on s.id = n.site join housed h on h.site = s.id where s.retired_at is null and s.kind in ('office', 'subdistrict') and h.establishment > 0 order by s.label collate "zh-natural", s.id`,
  read: [placesOfficer, steward, liaison, bureauLeader],
  keep: [placesOfficer, bureauLeader],
  check({ name, height, establishment, canteen, garage, guards, approved }, f) {
    const built = (usable: string): string => divided(decimal.times(usable, '100'), f.coefficient[height])
    const judged = [
      { by: 'canteen', zh: '食堂', en: 'canteen', has: built(canteen), may: stepped(establishment, { first: f.canteen, beyond: f.canteenBeyond, upTo: f.canteenUpTo }), basis: `编制 ${establishment} 名` },
      ...(approved === null ? [] : [
        {
          by: 'car', zh: '车库', en: 'garage', has: built(garage), basis: `汽车 ${approved.cars} 辆、自行车 ${approved.bicycles} 辆、电动车 ${approved.electric} 辆`,
          may: decimal.sum([stepped(approved.cars, { first: f.car, beyond: f.carBeyond, upTo: f.carUpTo }), decimal.times(String(approved.bicycles), f.bicycle), decimal.times(String(approved.electric), f.electric)]),
        },
        { by: 'guard', zh: '警卫用房', en: 'guard rooms', has: built(guards), may: decimal.times(String(approved.guards), f.guard), basis: `警卫 ${approved.guards} 人` },
      ]),
    ]
    return judged.filter(({ has, may }) => decimal.compare(has, may) > 0).map(({ by, zh, en, has, may, basis }) => ({
      level: 'breach' as const, by, measured: has, limit: may, unit: '㎡',
      says: `${name}${zh}折合建筑面积 ${decimal.grouped(has)} ㎡，按${basis}核定 ${decimal.grouped(may)} ㎡，超出 ${decimal.grouped(decimal.minus(has, may))} ㎡`,
      advice: '核对配建数和房间用途；确实超出的，改作他用或与其他单位合用',
      en: { says: `${en} of ${name}: ${decimal.grouped(has)} ㎡ as built area, ${decimal.grouped(may)} ㎡ allowed, ${decimal.grouped(decimal.minus(has, may))} ㎡ too much`, advice: 'Check what was approved and what the rooms are for; put the rest to another use or share it' },
    }))
  },
  mend: () => redress,
  fill: ({ organ }, found, cite) => ({ ...(organ && { organ }), what: redressWords(found, cite) }),
  opens: ({ id }) => `/registers/${site.id}/${id}`,
  examples: [
    { says: '编制 50 的食堂 185 ㎡，正好', given: { name: '甲院', height: 'low', establishment: 50, canteen: '120.25', garage: '0.00', guards: '0.00', approved: null }, breach: false },
    { says: '编制 50 的食堂多出百分之一平方米', given: { name: '甲院', height: 'low', establishment: 50, canteen: '120.26', garage: '0.00', guards: '0.00', approved: null }, breach: true },
    { says: '210 个车位：200 × 40 + 10 × 38 = 8,380 ㎡', given: { name: '乙院', height: 'high', establishment: 0, canteen: '0.00', garage: '5028.00', guards: '0.00', approved: { cars: 210, bicycles: 0, electric: 0, guards: 0 } }, breach: false },
    { says: '警卫 4 人的警卫用房 101 ㎡', given: { name: '丙院', height: 'low', establishment: 0, canteen: '0.00', garage: '0.00', guards: '65.65', approved: { cars: 0, bicycles: 0, electric: 0, guards: 4 } }, breach: true },
  ],
})
