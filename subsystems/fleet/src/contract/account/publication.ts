// The yearly publication of official cars 公务用车公示: what each organ's cars drove and cost in a year, frozen, checked by another, shown to everybody; a correction is a new edition with its reason.
import { date, defineMatter, int, longText, money, text } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { fleetOfficer } from '../roles.ts'
import type { VehicleUse } from '../vehicle.ts'

export const fleetPublication = defineMatter('fleet.publication', {
  title: '公务用车公示',
  prefix: 'CS',
  subject: (form) => `${form.year} 年公务用车配备使用情况公示`,
  form: {
    year: int('年度', { min: 2017, max: 2100 }),
    corrects: longText('更正说明', { max: 500, optional: true, hint: '这一年已经公示过的，写明更正了什么；原来的一版仍可查' }),
  },
  facts: {
    until: date('数据截至', { optional: true }), edition: int('第几版', { optional: true, min: 1 }), organs: int('单位', { unit: '个', optional: true, min: 0 }), cars: int('车辆', { unit: '辆', optional: true, min: 0 }),
    total: money('费用合计', { optional: true, min: '0' }), digest: text('数据摘要', { max: 64, optional: true }), publishedOn: date('公示日期', { optional: true }),
  },
  states: {
    draft: { title: '待核对', tone: 'draft', held: fleetOfficer, due: { workingDays: 5 } },
    checked: { title: '待公示', tone: 'waiting', held: fleetOfficer, due: { workingDays: 3 } },
    published: { title: '已公示', tone: 'done', final: true },
    dropped: { title: '已作废', tone: 'stopped', final: true },
  },
  start: 'draft',
  steps: {
    check: { label: '核对无误', from: 'draft', to: 'checked', by: [fleetOfficer, bureauLeader], primary: true },
    publish: { label: '公示', from: 'checked', to: 'published', by: [fleetOfficer], primary: true },
    drop: { label: '作废', from: ['draft', 'checked'], to: 'dropped', by: [fleetOfficer], comment: 'required', destructive: true },
  },
  access: { start: [fleetOfficer], read: [fleetOfficer, bureauLeader], export: [fleetOfficer] },
  listed: {
    owner: fleetOfficer, feedback: '公示后全体干部职工可以查看，有误的以新的一版更正', keywords: ['公车公示', '公务用车公开', '年度公示', '公车费用'],
    bases: [{ document: '机关事务管理条例', clause: '第二十六条', mark: 'V' }],
  },
})

interface Figures {
  readonly km: string | null
  readonly litres: string | null
  readonly fuelCost: string | null
  readonly repair: string | null
  readonly total: string | null
  readonly perKm: string | null
}
/** An organ as it was published; decimal strings in km, litres and yuan, null where nothing was entered. */
export interface PublishedFleet extends Figures {
  readonly organ: string
  readonly name: string
  readonly cars: number
  readonly uses: Readonly<Partial<Record<VehicleUse, number>>>
  /** Uses without approval that an inquiry found. */
  readonly unapproved: number
}
/** A car behind the figures of its organ. */
export interface PublishedCar extends Figures {
  readonly id: string
  readonly organ: string
  readonly plate: string
  readonly use: VehicleUse
}
/** A row of `GET /api/fleet/publications`. */
export interface FleetEdition {
  readonly number: string
  readonly state: 'draft' | 'checked' | 'published'
  readonly year: number
  readonly edition: number
  readonly until: string
  readonly publishedOn: string | null
  readonly corrects: string | null
  readonly cars: number
  readonly total: string
  readonly digest: string
}
