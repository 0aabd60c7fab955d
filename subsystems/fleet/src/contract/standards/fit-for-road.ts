// Fit for the road 保险年检有效: a car that is insured and inspected on the day, or it stays where it is.
import { defineGate, defineStandard, parameter } from '@houqin/define'
import type { Citation, SqlTag } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { roadPapers } from '../office/road-papers.ts'
import { use } from '../office/use.ts'
import { fleetDispatcher, fleetOfficer } from '../roles.ts'
import { vehicle } from '../vehicle.ts'

export interface RoadPapers {
  readonly plate: string
  readonly day: string
  /** The last day of each; null where none is entered. */
  readonly insuredUntil: string | null
  readonly inspectedUntil: string | null
}
// That a car is insured and inspected the laws say; that none goes out on the day after is the house's own reading of them.
const rules: Citation = { document: '本局公务用车派车口径', mark: 'U', level: '区' }
const since = '2017-12-05'
/** Of a car that is judged here: the work of graded ones is their keeper's. */
const papersOf = (day: string, sql: SqlTag) => sql`
  jsonb_build_object('plate', v.plate, 'day', ${day}::text, 'insuredUntil', v.insured_until::text, 'inspectedUntil', v.inspected_until::text)`

export const fitForRoad = defineStandard<RoadPapers>()('fleet.fit-for-road', {
  title: '保险年检有效',
  explain: '上路的车辆保险和年检都应当在有效期内（机动车交通事故责任强制保险条例、道路交通安全法，条文待核）。到期的不派车，也不能自己开出去：先续保、先年检，把新的有效期录入台账再用。没有录入到期日的只提示，不按过期算。保险按政府采购的定点机构集中办理。',
  parameters: { insuranceDays: parameter('保险到期后还可上路', '天'), inspectionDays: parameter('年检到期后还可上路', '天') },
  values: [
    { parameter: 'insuranceDays', value: '0', from: since, cite: rules },
    { parameter: 'inspectionDays', value: '0', from: since, cite: rules },
  ],
  ledger: (asOf, sql) => sql`
    select v.id, v.label as name, v.organ, null::uuid as site, ${papersOf(asOf, sql)} as subject
      from fleet.vehicle v
     where v.standing in ('inUse', 'mending') and coalesce(v.grade, 'ordinary') = 'ordinary' and v.retired_at is null and v.merged_into is null
     order by v.plate collate "zh-natural", v.id`,
  read: [fleetOfficer, fleetDispatcher, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, day, insuredUntil, inspectedUntil }, figures) {
    return [
      judge({ plate, day, until: insuredUntil, grace: Number(figures.insuranceDays), by: 'insuranceDays', zh: '保险', en: 'insurance', advice: ['到定点保险机构续保，录入新的到期日', 'Renew it with the appointed insurer and enter the new last day'] }),
      judge({ plate, day, until: inspectedUntil, grace: Number(figures.inspectionDays), by: 'inspectionDays', zh: '年检', en: 'inspection', advice: ['预约年检，通过后录入新的有效期', 'Have it inspected and enter the new last day'] }),
    ].flat()
  },
  mend: () => roadPapers,
  fill: ({ id, organ }, { by, says }) => ({ vehicle: id, ...(organ && { organ }), what: by === 'insuranceDays' ? 'insurance' : 'inspection', note: `${says}。` }),
  opens: ({ id }) => `/registers/${vehicle.id}/${id}`,
  examples: [
    { says: '保险、年检都在有效期内', given: { plate: '苏B80001', day: '2026-11-24', insuredUntil: '2027-03-01', inspectedUntil: '2027-05-01' }, breach: false },
    { says: '保险当天到期，当天还可上路', given: { plate: '苏B80001', day: '2026-11-24', insuredUntil: '2026-11-24', inspectedUntil: '2027-05-01' }, breach: false },
    { says: '保险过期六天', given: { plate: '苏B80001', day: '2026-11-24', insuredUntil: '2026-11-18', inspectedUntil: '2027-05-01' }, breach: true },
  ],
})

function judge({ plate, day, until, grace, by, zh, en, advice }: {
  plate: string; day: string; until: string | null; grace: number; by: string; zh: string; en: string; advice: readonly [string, string]
}) {
  if (until === null) return [{ level: 'warning' as const, by, says: `${plate} 没有录入${zh}到期日`, advice: advice[0], en: { says: `${plate} has no last day of its ${en} entered`, advice: advice[1] } }]
  const late = Math.round((Date.parse(day) - Date.parse(until)) / 86_400_000)
  if (late <= grace) return []
  return [{
    level: 'breach' as const, by, measured: until, limit: day,
    says: `${plate} ${zh}已于 ${until} 到期，过期 ${late} 天`, advice: advice[0],
    en: { says: `The ${en} of ${plate} ended on ${until}, ${late} days ago`, advice: advice[1] },
  }]
}

/** Until the day it is to be back, or today where that is later. */
export const dispatchedFitForRoad = defineGate(use, ['dispatch', 'reassign'], fitForRoad, ({ form, facts, today }, sql) =>
  facts.vehicle === null ? undefined : sql<RoadPapers>`
    select v.plate, greatest(${today}::date, (${facts.backAt ?? form.returnsAt}::timestamptz at time zone 'Asia/Shanghai')::date)::text as day,
           v.insured_until::text as "insuredUntil", v.inspected_until::text as "inspectedUntil"
      from fleet.vehicle v where v.id = ${facts.vehicle}::uuid`)
