// Eight years 满八年: a car may be renewed after eight years of use; one that is still usable is kept in use.
import { defineStandard, parameter } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { disposal } from '../office/disposal.ts'
import { fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'
import type { Vehicle } from '../vehicle.ts'

export interface UsedCar {
  readonly plate: string
  readonly day: string
  readonly boughtOn: string
  readonly odometer: number | null
  readonly standing: Vehicle['standing']
  /** Appraised as usable, and kept until that day; null where it never was. */
  readonly keptUntil?: string | null
  /** What is under way for it. */
  readonly under?: string | null
}
/** The day on which it has been used for so many years; the last of February for the 29th. */
function yearsAfter(day: string, years: number): string {
  const [year, rest] = [String(Number(day.slice(0, 4)) + years), day.slice(4)]
  return rest === '-02-29' && Number.isNaN(Date.parse(`${year}${rest}`)) ? `${year}-02-28` : `${year}${rest}`
}

export const eightYears = defineStandard<UsedCar>()('fleet.eight-years', {
  title: '满八年先鉴定',
  explain: '公务用车使用超过 8 年的可以更新；到了年限仍能使用的，应当继续使用（党政机关厉行节约反对浪费条例，条文待核）。不得因领导职务晋升、调任提前更新。超过年限的列在这里：先鉴定车况，还能用的继续用，不能用的办理更新或报废处置。',
  parameters: { years: parameter('使用超过此年限可以更新', '年') },
  values: [{ parameter: 'years', value: '8', from: '2017-12-05', cite: { document: '党政机关公务用车管理办法', number: '中办发〔2017〕71号', mark: 'K/V2', level: '国家' }, provision: 'CAR-R03' }],
  ledger: (asOf, sql) => sql`
    select v.id, v.label as name, v.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'day', ${asOf}::text, 'boughtOn', v.bought_on::text, 'odometer', v.odometer, 'standing', v.standing,
             'keptUntil', (select max(d.keep_until)::text from fleet.disposal d join matter.matter m on m.id = d.matter where d.vehicle = v.id and m.state = 'kept'),
             'under', (select m.number from fleet.disposal d join matter.matter m on m.id = d.matter where d.vehicle = v.id and m.closed_at is null order by m.opened_at limit 1)) as subject
      from fleet.vehicle v
     where v.standing <> 'disposed' and v.bought_on <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null
     order by v.bought_on, v.id`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, day, boughtOn, odometer, standing, keptUntil, under }, { years }) {
    const last = yearsAfter(boughtOn, Number(years))
    if (day <= last) {
      // whoever asked for it was asked why already
      if (standing !== 'disposing' || (under ?? null) !== null) return []
      return [{
        level: 'breach', by: 'years', measured: boughtOn, limit: last,
        says: `${plate} ${boughtOn} 购置，${last} 才满 ${years} 年，已列为待处置`, advice: '核对提前更新的审批；没有批准的改回在用，不得因领导职务晋升、调任提前更新',
        en: { says: `${plate} was bought on ${boughtOn} and waits to be disposed of before ${years} years are over on ${last}`, advice: 'See who approved it; without an approval put it back to use' },
      }]
    }
    if (keptUntil != null && keptUntil >= day) return []
    const driven = odometer === null ? '' : `，行驶 ${odometer} km`
    return [{
      level: 'warning', by: 'years', measured: boughtOn, limit: last,
      says: `${plate} ${boughtOn} 购置，${last} 满 ${years} 年${driven}`,
      advice: standing === 'disposing' ? '已列为待处置：办理鉴定、审批、注销和收入上缴' : '先鉴定车况：还能用的继续用，不能用的报更新',
      en: {
        says: `${plate} was bought on ${boughtOn} and has been used for ${years} years since ${last}${odometer === null ? '' : `, ${odometer} km driven`}`,
        advice: standing === 'disposing' ? 'It waits to be disposed of: appraise, approve, deregister, pay the income in' : 'Have it appraised: keep it while it is usable, else ask to renew it',
      },
    }]
  },
  mend: () => disposal,
  fill: ({ id, organ }, { says }) => ({ vehicle: id, ...(organ && { organ }), why: 'renewal', grounds: `${says}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '用了七年', given: { plate: '苏B80001', day: '2026-11-24', boughtOn: '2019-11-24', odometer: 120_000, standing: 'inUse' }, breach: false },
    { says: '满八年当天，还没有超过', given: { plate: '苏B80001', day: '2026-11-24', boughtOn: '2018-11-24', odometer: 160_000, standing: 'inUse' }, breach: false },
    { says: '用了五年就列为待处置', given: { plate: '苏B80003', day: '2026-11-24', boughtOn: '2021-05-01', odometer: 90_000, standing: 'disposing' }, breach: true },
    { says: '用了十年，鉴定后继续使用到明年', given: { plate: '苏B80002', day: '2026-11-24', boughtOn: '2016-03-01', odometer: 210_000, standing: 'inUse', keptUntil: '2027-06-30' }, breach: false },
    { says: '用了十年，提示鉴定', given: { plate: '苏B80002', day: '2026-11-24', boughtOn: '2016-03-01', odometer: 210_000, standing: 'inUse' }, breach: false },
  ],
})
