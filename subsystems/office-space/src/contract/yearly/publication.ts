// The yearly publication 用房公示: what each organ has on a day, frozen, checked by another, shown to everybody; a correction is a new edition and the old one stays.
import { date, defineMatter, int, longText, quantity, text } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import { placesOfficer } from '@houqin/places'

export const publication = defineMatter('office-space.publication', {
  title: '办公用房公示',
  prefix: 'GS',
  subject: (form) => `${form.year} 年办公用房安排使用情况公示`,
  form: {
    year: int('年度', { min: 2017, max: 2100 }),
    corrects: longText('更正说明', { max: 500, optional: true, hint: '这一年已经公示过的，写明更正了什么；原来的一版仍可查' }),
  },
  facts: {
    day: date('数据日期', { optional: true }),
    edition: int('第几版', { optional: true, min: 1 }),
    sites: int('场所', { unit: '处', optional: true, min: 0 }),
    organs: int('单位', { unit: '个', optional: true, min: 0 }),
    built: quantity('证载建筑面积', '㎡', { optional: true, min: '0' }),
    area: quantity('办公室、服务和设备用房使用面积', '㎡', { optional: true, min: '0' }),
    digest: text('数据摘要', { max: 64, optional: true }),
    publishedOn: date('公示日期', { optional: true }),
  },
  states: {
    draft: { title: '待核对', tone: 'draft', held: placesOfficer, due: { workingDays: 5 } },
    checked: { title: '待公示', tone: 'waiting', held: placesOfficer, due: { workingDays: 3 } },
    published: { title: '已公示', tone: 'done', final: true },
    dropped: { title: '已作废', tone: 'stopped', final: true },
  },
  start: 'draft',
  steps: {
    check: { label: '核对无误', from: 'draft', to: 'checked', by: [placesOfficer, bureauLeader], primary: true },
    publish: { label: '公示', from: 'checked', to: 'published', by: [placesOfficer], primary: true },
    drop: { label: '作废', from: ['draft', 'checked'], to: 'dropped', by: [placesOfficer], comment: 'required', destructive: true },
  },
  access: { start: [placesOfficer], read: [placesOfficer, bureauLeader], export: [placesOfficer] },
  listed: {
    owner: placesOfficer, feedback: '公示后全体干部职工可以查看，有误的以新的一版更正', keywords: ['公示', '用房公开', '年度公示'],
    bases: [{ document: '党政机关办公用房管理办法', clause: '第十九条', mark: 'V' }],
  },
})

/** An organ as it was published; decimal strings in ㎡. */
export interface PublishedOrgan {
  readonly organ: string
  readonly name: string
  readonly establishment: string
  readonly people: string
  readonly rooms: string
  readonly office: string
  readonly service: string
  readonly equipment: string
  readonly beside: string
}
