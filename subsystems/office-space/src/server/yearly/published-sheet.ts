// The publication as a sheet 公示表: the organs as they were frozen, a last row of sums, and the district's totals beside the digest.
import { decimal } from '@houqin/define'
import type { Workbook } from '@houqin/signed-sheets'
import type { PublishedOrgan } from '../../contract/index.ts'
import type { Edition } from '../../contract/answers.ts'

const counts = ['establishment', 'people', 'rooms'] as const
const areas = ['office', 'service', 'equipment', 'beside'] as const
const titles = { establishment: '编制（名）', people: '在座（人）', rooms: '房间（间）', office: '办公室（㎡）', service: '服务用房（㎡）', equipment: '设备用房（㎡）', beside: '附属和技术业务用房（㎡）' } as const

export function publishedSheet({ number, year, edition, day, publishedOn, corrects, sites, organs, built, area, digest }: Edition, rows: readonly PublishedOrgan[]): Workbook {
  const title = `${year} 年办公用房安排使用情况公示${edition > 1 ? `（第 ${edition} 版）` : ''}`
  const sums = [...counts, ...areas].map((of) => Number(decimal.sum(['0', ...rows.map((row) => row[of])])))
  const totals: readonly (readonly [string, string])[] = [...(sites === null ? [] : [['场所', `${sites} 处`] as const]), ['单位', `${organs} 个`], ...(built === null ? [] : [['证载建筑面积', `${built} ㎡`] as const]), ['办公室、服务和设备用房使用面积', `${area} ㎡`]]
  return {
    title,
    columns: [
      { title: '单位', format: '@', width: 30 }, ...counts.map((of) => ({ title: titles[of], format: '#,##0', width: 12 })), ...areas.map((of) => ({ title: titles[of], format: '#,##0.00', width: 18 })),
    ],
    rows: [...rows.map((row) => [row.name, ...counts.map((of) => Number(row[of])), ...areas.map((of) => Number(row[of]))]), ['合计', ...sums]],
    about: [['公示', number], ['数据日期', day], ['公示日期', publishedOn], ...(corrects === null ? [] : [['更正', corrects] as const]), ...totals, ['数据摘要 SHA-256', digest]],
    foot: `${number} ${day} ${totals.map(([label, value]) => `${label} ${value}`).join(' ')}`,
  }
}
