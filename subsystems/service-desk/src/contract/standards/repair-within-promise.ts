// A repair within what was promised 报修不超时限: whatever is still broken after the promise of its category and urgency.
import { decimal, defineStandard, parameter } from '@houqin/define'
import type { Citation } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { complaint } from '../complaint.ts'
import { repair } from '../repair.ts'
import { dispatcher, serviceOfficer } from '../roles.ts'

export interface UnfinishedRepair {
  readonly number: string
  readonly subject: string
  /** Hours from the asking to the promise, or to the end of the day it was put off to, one decimal; working hours as hours of the clock. */
  readonly promisedHours: string
  /** Hours from the asking to the day asked about, one decimal. */
  readonly hours: string
}
// The hours stand in the register of categories; the bureau promised them itself, and no law says them.
const promise: Citation = { document: '本局报修服务承诺（自定）', clause: '报修类别台账各类别的紧急、一般、不急时限', mark: 'V', level: '区' }

export const repairWithinPromise = defineStandard<UnfinishedRepair>()('service-desk.repair-within-promise', {
  title: '报修承诺时限',
  explain:
    '每类报修按紧急程度在承诺的时限内修好；时限写在报修类别台账里，报修时按工作日历算出承诺时刻。台账检查列出承诺时刻在当日零时以前、到当日还没有完工的报修；暂缓的以告知报修人的恢复日期为准；当天内才超时的，次日列入。',
  parameters: { lateHours: parameter('超过承诺不多于', '小时', { scale: 1 }) },
  values: [{ parameter: 'lateHours', value: '0', from: '2020-01-01', cite: promise }],
  ledger: (asOf, sql) => sql`
    with day as (select ${asOf}::date::timestamp at time zone 'Asia/Shanghai' as begins, (${asOf}::date + 1)::timestamp at time zone 'Asia/Shanghai' as ends)
    select m.id, m.number || ' ' || m.subject as name, m.organ, m.site,
           jsonb_build_object('number', m.number, 'subject', m.subject,
             'promisedHours', ceil(extract(epoch from greatest(f.promised_at, (f.wait_until + 1)::timestamp at time zone 'Asia/Shanghai') - m.opened_at) / 360)::numeric(18, 1) / 10,
             'hours', floor(extract(epoch from day.begins - m.opened_at) / 360)::numeric(18, 1) / 10) as subject
      from day, matter.matter m join service_desk.repair f on f.matter = m.id
     where m.opened_at < day.begins and f.promised_at is not null
       and (m.closed_at is null or m.closed_at >= day.ends) and (f.finished_at is null or f.finished_at >= day.ends)
     order by m.number`,
  read: [serviceOfficer, dispatcher, bureauLeader],
  keep: [serviceOfficer, bureauLeader],
  check({ number, subject, promisedHours, hours }, { lateHours }) {
    const late = decimal.minus(hours, promisedHours, 1)
    if (decimal.compare(late, lateHours) <= 0) return []
    return [{
      level: 'breach',
      says: `${number} ${subject}：报修已 ${hours} 小时，承诺 ${promisedHours} 小时内修好，超出 ${late} 小时`,
      measured: hours, limit: promisedHours, unit: '小时', by: 'lateHours',
      advice: '向报修人说明原因和新的时间；催办或改派，缺材料的走采购',
      en: {
        says: `${number} ${subject}: asked ${hours} hours ago, promised within ${promisedHours}, ${late} hours late`,
        advice: 'Tell who asked why and until when; urge it or send somebody else, and buy what is missing',
      },
    }]
  },
  mend: () => complaint,
  fill: ({ site }, { says, advice }) => ({ about: 'repair', ...(site && { site }), what: `督办：${says}。${advice}。` }),
  opens: ({ name }) => `/matters/${repair.id}/${name.split(' ')[0] ?? ''}`,
  examples: [
    { says: '承诺 24 小时，过了 20 小时', given: { number: 'BX-1', subject: '三楼灯不亮', promisedHours: '24.0', hours: '20.0' }, breach: false },
    { says: '承诺 4 小时，过了 30 小时', given: { number: 'BX-2', subject: '一楼漏水', promisedHours: '4.0', hours: '30.0' }, breach: true },
  ],
})
