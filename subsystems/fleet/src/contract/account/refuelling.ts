// A refuelling against the car 加油对照轨迹: what the card paid for, held against the tank, where the car was, and what it burns otherwise.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation, Finding, Query, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { inquiry } from '../inquiry.ts'
import { cost } from '../office/cost.ts'
import { fleetOfficer } from '../roles.ts'

export interface Refuelling {
  readonly vehicle: string
  readonly plate: string
  /** YYYY-MM-DD HH:MI in Shanghai. */
  readonly at: string
  readonly station: string | null
  /** Litres as a decimal string. */
  readonly litres: string
  readonly tank: number | null
  /** Metres from the car to the station at that time; null where either is not known. */
  readonly away: number | null
  /** It stood since then, YYYY-MM-DD HH:MI; null while it drove. */
  readonly stoodSince: string | null
  /** Km by the terminal since it was filled before, and litres per 100 km of that; null where it was not heard. */
  readonly km: string | null
  readonly perHundred: string | null
  /** The median of its own fillings, of five at least. */
  readonly median: string | null
}
const own: Citation = { document: '本局公务用车加油核对口径', mark: 'U', level: '区' }
const since = '2017-12-05'

/** Metres between two places in degrees × 1e6. */
function metres([latitude, longitude]: readonly [string, string], [otherLatitude, otherLongitude]: readonly [string, string], sql: SqlTag): Query<number> {
  const [a, b, c, d] = [sql.ref(latitude), sql.ref(longitude), sql.ref(otherLatitude), sql.ref(otherLongitude)]
  return sql`sqrt(power((${a} - ${c})::float8 * 0.111195, 2) + power((${b} - ${d})::float8 * 0.111195 * cos(radians(${a}::float8 / 1000000)), 2))`
}
const text = (instant: 'f.at' | 't.ends', sql: SqlTag): Query<string> => sql`to_char(${sql.ref(instant)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')`

export const refuelling = defineStandard<Refuelling>()('fleet.refuelling', {
  title: '加油对照轨迹',
  explain:
    '检查日前三个月的每一次加油，和车对一对：加油量不能超过油箱容积；加油的时候车应当在那座加油站；两次加油之间的百公里油耗应当和这辆车自己的中位数相近。对不上的，可能是卡借给了别的车、油加进了桶，或者账单、时间登记错了，发起行驶核查问清楚。油耗、维修保养费实行单车核算（《机关事务管理条例》第二十六条），比例和距离由本局自定。',
  parameters: {
    ofTank: parameter('加油量与油箱容积之比不超过', '%'), away: parameter('加油时车辆与加油站的距离不超过', 'm'), ofMedian: parameter('两次加油之间的油耗与本车中位数之比不超过', '%'),
  },
  values: [
    { parameter: 'ofTank', value: '105', from: since, cite: own }, { parameter: 'away', value: '1500', from: since, cite: own }, { parameter: 'ofMedian', value: '160', from: since, cite: own },
  ],
  ledger: (asOf, sql) => sql`
    with fills as (
      select c.id, c.vehicle, v.plate, v.label, v.organ, v.tank, c.day, c.at, c.quantity, s.label as station, (s.latitude * 1000000)::int as latitude, (s.longitude * 1000000)::int as longitude,
             lag(c.at) over (partition by c.vehicle order by c.at) as before
        from fleet.cost c join fleet.vehicle v on v.id = c.vehicle left join fleet.shop s on s.id = c.shop
       where c.kind = 'fuel' and c.quantity > 0 and c.at is not null and c.day > ${asOf}::date - 400 and c.day <= ${asOf}::date and c.retired_at is null and c.merged_into is null
         and v.retired_at is null and coalesce(v.grade, 'ordinary') = 'ordinary'
    ),
    burnt as (
      select f.*, t.km, case when t.km > 0 then f.quantity * 100 / t.km end as per_hundred
        from fills f left join lateral (
          select sum(t.metres) / 1000.0 as km from fleet.trip t where t.vehicle = f.vehicle and t.day >= (f.before at time zone 'Asia/Shanghai')::date and t.day <= f.day and t.begins >= f.before and t.begins < f.at
        ) t on true
    ),
    medians as (select vehicle, percentile_disc(0.5) within group (order by per_hundred) as per_hundred from burnt where km > 50 group by vehicle having count(*) >= 5)
    select f.id, (select c.label from fleet.cost c where c.id = f.id) as name, f.organ, null::uuid as site,
           jsonb_build_object('vehicle', f.vehicle, 'plate', f.plate, 'at', ${text('f.at', sql)}, 'station', f.station, 'litres', f.quantity::text, 'tank', f.tank,
             'away', round(case when p.latitude is not null then ${metres(['p.latitude', 'p.longitude'], ['f.latitude', 'f.longitude'], sql)}
               when t.ends < f.at then ${metres(['t.to_latitude', 't.to_longitude'], ['f.latitude', 'f.longitude'], sql)}
               else greatest(0, (${metres(['t.from_latitude', 't.from_longitude'], ['f.latitude', 'f.longitude'], sql)} + ${metres(['t.to_latitude', 't.to_longitude'], ['f.latitude', 'f.longitude'], sql)}
                 - ${metres(['t.from_latitude', 't.from_longitude'], ['t.to_latitude', 't.to_longitude'], sql)}) / 2) end),
             'stoodSince', case when t.ends < f.at then ${text('t.ends', sql)} end, 'km', round(f.km, 1)::text, 'perHundred', case when f.km > 30 then round(f.per_hundred, 1)::text end, 'median', round(m.per_hundred, 1)::text) as subject
      from burnt f left join medians m on m.vehicle = f.vehicle
      left join lateral (
        select p.latitude, p.longitude from fleet.position p where p.vehicle = f.vehicle and p.at between f.at - interval '10 minutes' and f.at + interval '10 minutes' and p.latitude is not null
         order by abs(extract(epoch from p.at - f.at)) limit 1
      ) p on true
      left join lateral (
        select * from fleet.trip t where t.vehicle = f.vehicle and t.day <= (f.at at time zone 'Asia/Shanghai')::date and t.day > f.day - 8 and t.begins <= f.at order by t.day desc, t.begins desc limit 1
      ) t on true
     where f.day > ${asOf}::date - 92 order by f.at desc, f.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, at, station, litres, tank, away, stoodSince, km, perHundred, median }, { ofTank, away: farthest, ofMedian }) {
    const found: Finding[] = []
    const breach = (one: Omit<Finding, 'level' | 'advice' | 'en'> & { readonly advice: readonly [string, string]; readonly english: string }): void => {
      const { advice: [zh, en], english, ...rest } = one
      found.push({ ...rest, level: 'breach', advice: zh, en: { says: english, advice: en } })
    }
    const most = tank === null ? null : decimal.fromUnits(BigInt(tank) * BigInt(ofTank), 2)
    if (tank !== null && most !== null && decimal.compare(litres, most) > 0)
      breach({
        by: 'ofTank', measured: litres, limit: most, unit: 'L', says: `${plate} ${at} 加油 ${litres} L，油箱只有 ${tank} L`, english: `${plate} took ${litres} L at ${at}, its tank holds ${tank} L`,
        advice: ['核对油卡账单和小票：是否同时给别的车或油桶加了油；油箱容积登记错的更正', 'See the statement and the slip: was another car or a can filled; correct the tank where it is entered wrong'],
      })
    if (away !== null && away > Number(farthest)) {
      const far = (away / 1000).toFixed(1)
      breach({
        by: 'away', measured: String(away), limit: farthest, unit: 'm',
        says: `${plate} ${at} 在${station ?? '加油站'}加油，当时车在 ${far} km 以外${stoodSince === null ? '行驶' : `，从 ${stoodSince} 起一直停着`}`,
        english: `${plate} was fuelled at ${station ?? 'a station'} at ${at} while it ${stoodSince === null ? 'drove' : `stood since ${stoodSince}`} ${far} km away`,
        advice: ['问清卡在谁手里、油加给了哪辆车；账单时间有误的更正', 'Find out who had the card and which car was filled; correct the time where the statement is wrong'],
      })
    }
    if (km !== null && perHundred !== null && median !== null && decimal.compare(decimal.times(perHundred, '100'), decimal.times(median, ofMedian)) > 0)
      breach({
        by: 'ofMedian', measured: perHundred, limit: median, unit: 'L', says: `${plate} ${at} 加油 ${litres} L，上次加油后只跑了 ${km} km，合百公里 ${perHundred} L，本车平时 ${median} L`,
        english: `${plate} took ${litres} L at ${at} after ${km} km, ${perHundred} L per 100 km; usually it takes ${median} L`,
        advice: ['看油卡是否给别的车用过、车有没有漏油；漏记的行驶补登', 'See whether the card served another car or the tank leaks; enter journeys that were left out'],
      })
    return found
  },
  mend: () => inquiry,
  fill: ({ organ, subject }, { says, advice }) => ({ vehicle: subject.vehicle, ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ id }) => `/registers/${cost.id}/${id}`,
  examples: [
    { says: '油量、地点、油耗都对得上', given: { vehicle: '0', plate: '苏B80001', at: '2026-11-20 10:12', station: '中清石油望湖站', litres: '38.20', tank: 50, away: 120, stoodSince: '2026-11-20 10:08', km: '498.0', perHundred: '7.7', median: '7.9' }, breach: false },
    { says: '没有装终端，油量不超过油箱', given: { vehicle: '0', plate: '苏B80002', at: '2026-11-20 10:12', station: null, litres: '50.00', tank: 50, away: null, stoodSince: null, km: null, perHundred: null, median: null }, breach: false },
    { says: '50 升的油箱加了 68 升', given: { vehicle: '0', plate: '苏B80003', at: '2026-11-20 10:12', station: null, litres: '68.00', tank: 50, away: null, stoodSince: null, km: null, perHundred: null, median: null }, breach: true },
    { says: '车停在九公里外', given: { vehicle: '0', plate: '苏B80004', at: '2026-11-20 20:40', station: '中清石油望湖站', litres: '38.00', tank: 50, away: 9020, stoodSince: '2026-11-20 17:31', km: '480.0', perHundred: '7.9', median: '7.9' }, breach: true },
    { says: '八十公里加了 38 升', given: { vehicle: '0', plate: '苏B80005', at: '2026-11-20 10:12', station: null, litres: '38.00', tank: 50, away: null, stoodSince: null, km: '80.0', perHundred: '47.5', median: '7.9' }, breach: true },
  ],
})
