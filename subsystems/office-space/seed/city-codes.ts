// Codes of an invented city 演示的市平台对照: every field and option of the office space that is told.
import { cityItems, optionsOf, unitOf } from '../src/contract/index.ts'
import type { CityItem } from '../src/contract/index.ts'

export interface SeedCode {
  readonly item: CityItem
  readonly value: string
  readonly code: string
  readonly title: string
  readonly unit: string | null
  readonly from: string
  readonly to: null
}
const from = '2024-01-01'
const prefixes = { site: 'CS', building: 'LD', organ: 'DW', room: 'FJ' } as const

/** Fields are numbered within their kind, options within their field. */
export function cityCodes(): readonly SeedCode[] {
  const numbers = new Map<string, number>()
  return (Object.keys(cityItems) as CityItem[]).flatMap((item): SeedCode[] => {
    const { kind, title } = cityItems[item]
    const number = (numbers.get(kind) ?? 0) + 1
    numbers.set(kind, number)
    const code = `${prefixes[kind]}${String(number).padStart(2, '0')}`
    const unit = unitOf(item) ?? null
    return [
      { item, value: '*', code, title, unit: unit === '㎡' ? '平方米' : unit, from, to: null },
      ...Object.entries(optionsOf(item) ?? {}).map(([value, label], at): SeedCode => ({ item, value, code: `${code}-${String(at + 1).padStart(2, '0')}`, title: label, unit: null, from, to: null })),
    ]
  })
}
