// Disposal in order 更新处置合规: eight years first, and what is still usable is kept in use.
import { defineGate, defineStandard, parameter } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { disposal } from '../office/disposal.ts'
import type { DisposalGround } from '../office/disposal.ts'
import { fleetRedress } from '../office/redress.ts'
import { fleetOfficer } from '../roles.ts'

export interface AppraisedCar {
  readonly plate: string
  readonly day: string
  readonly boughtOn: string
  readonly why: DisposalGround
  readonly usable: boolean
}
export const disposalInOrder = defineStandard<AppraisedCar>()('fleet.disposal-in-order', {
  title: '更新处置合规',
  explain: '公务用车使用超过 8 年的可以更新；到了年限仍能使用的，应当继续使用；提前更新要严格审批，不得因领导职务晋升、调任提前更新（年数见《党政机关公务用车管理办法》，条文待核；继续使用见党政机关厉行节约反对浪费条例，条文待核）。超编或闲置的车能用的先调剂；因事故损毁或不能使用而提前处置的要有鉴定。',
  parameters: { years: parameter('使用超过此年限可以更新', '年') },
  values: [{ parameter: 'years', value: '8', from: '2017-12-05', cite: { document: '党政机关公务用车管理办法', number: '中办发〔2017〕71号', mark: 'K/V2', level: '国家' }, provision: 'CAR-R03' }],
  ledger: (asOf, sql) => sql`
    select m.id, m.number as name, v.organ, null::uuid as site,
           jsonb_build_object('plate', v.plate, 'day', ${asOf}::text, 'boughtOn', v.bought_on::text, 'why', d.why, 'usable', d.usable = 'usable') as subject
      from fleet.disposal d join matter.matter m on m.id = d.matter join fleet.vehicle v on v.id = d.vehicle
     where m.state in ('appraised', 'approved', 'sold') and d.usable is not null and (m.opened_at at time zone 'Asia/Shanghai')::date <= ${asOf}::date and coalesce(v.grade, 'ordinary') = 'ordinary'
     order by m.number`,
  read: [fleetOfficer, bureauLeader],
  keep: [fleetOfficer, bureauLeader],
  check({ plate, day, boughtOn, why, usable }, { years }) {
    const full = `${Number(boughtOn.slice(0, 4)) + Number(years)}${boughtOn.slice(4)}`
    const early = day <= full
    if (usable && why !== 'surplus') return [{
      level: 'breach', by: 'years', measured: boughtOn, limit: full,
      says: `${plate} 鉴定为能继续使用，不能更新处置`, advice: '选“继续使用”；多出来的按超编或闲置先调剂给缺编单位',
      en: { says: `${plate} was appraised as usable and is not renewed or disposed of`, advice: 'Keep it in use; what is too many goes to an organ that lacks one' },
    }]
    if (usable) return [{
      level: 'warning', by: 'years', measured: boughtOn, limit: full,
      says: `${plate} 还能用，按超编或闲置处置`, advice: '先看有没有缺编单位可以调剂',
      en: { says: `${plate} is usable and disposed of as too many`, advice: 'See first whether an organ lacks one' },
    }]
    if (!early) return []
    return [{
      level: why === 'renewal' ? 'breach' : 'warning', by: 'years', measured: boughtOn, limit: full,
      says: `${plate} ${boughtOn} 购置，${full} 才满 ${years} 年，${why === 'renewal' ? '不到更新年限' : '提前处置要严格审批'}`,
      advice: why === 'renewal' ? '到年限后再报；确实不能使用的，改按“不能使用”附鉴定报告' : '核对鉴定报告，写明不是因领导职务晋升、调任',
      en: {
        says: `${plate} was bought on ${boughtOn} and has been used for ${years} years only on ${full}`,
        advice: why === 'renewal' ? 'Ask once it has; where it cannot be used, ask so with the appraisal' : 'See the appraisal, and say that no leader’s move is the reason',
      },
    }]
  },
  mend: () => fleetRedress,
  fill: ({ organ }, { says, advice }) => ({ rule: 'disposalInOrder', ...(organ && { organ }), what: `${says}。${advice}。` }),
  opens: ({ name }) => `/matters/${disposal.id}/${name}`,
  examples: [
    { says: '用了九年，不能再用', given: { plate: '苏B80001', day: '2026-11-24', boughtOn: '2017-11-01', why: 'renewal', usable: false }, breach: false },
    { says: '用了九年，还能用', given: { plate: '苏B80001', day: '2026-11-24', boughtOn: '2017-11-01', why: 'renewal', usable: true }, breach: true },
    { says: '用了五年就更新', given: { plate: '苏B80002', day: '2026-11-24', boughtOn: '2021-11-01', why: 'renewal', usable: false }, breach: true },
    { says: '用了五年，事故损毁', given: { plate: '苏B80002', day: '2026-11-24', boughtOn: '2021-11-01', why: 'damaged', usable: false }, breach: false },
  ],
})

export const disposedInOrder = defineGate(disposal, ['submit'], disposalInOrder, ({ form, facts, today }, sql) =>
  facts.usable === null ? undefined : sql<AppraisedCar>`
    select v.plate, ${today}::text as day, v.bought_on::text as "boughtOn", ${form.why}::text as why, ${facts.usable === 'usable'}::boolean as usable from fleet.vehicle v where v.id = ${form.vehicle}::uuid`)
