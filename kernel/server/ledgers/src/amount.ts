// 数量: 1,234.50㎡, ￥１２万元, 3.5 亿 as an exact decimal in the field's own unit.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** Units that are powers of ten of each other. */
const scales: readonly Readonly<Record<string, number>>[] = [
  { 元: 0, CNY: 0, 圆: 0, 块: 0, 千元: 3, 万: 4, 万元: 4, 百万元: 6, 千万元: 7, 亿: 8, 亿元: 8 },
  { '㎡': 0, m2: 0, '平方米': 0, 平米: 0, 平方: 0, 平: 0, 公顷: 4, 万平方米: 4, 'km2': 6, 平方公里: 6 },
  { kWh: 0, kwh: 0, 度: 0, 千瓦时: 0, 千瓦小时: 0, 万度: 4, 万千瓦时: 4, 万kwh: 4 },
  { kg: 0, 公斤: 0, 千克: 0, 吨: 3, t: 3 },
  { 名: 0, 人: 0, 个: 0, 位: 0 },
]
const spelt = (unit: string): string => unit.normalize('NFKC').replace(/\s/g, '')

/** How far the point moves from one unit to another; undefined for units that do not belong together. */
function shiftOf(from: string, to: string): number | undefined {
  if (spelt(from).toLowerCase() === spelt(to).toLowerCase()) return 0
  for (const scale of scales) {
    const powers = new Map(Object.entries(scale).map(([unit, power]) => [spelt(unit), power]))
    const [a, b] = [powers.get(spelt(from)), powers.get(spelt(to))]
    if (a !== undefined && b !== undefined) return a - b
  }
  return undefined
}

/**
 * @param unit the field's. @param over the unit over the column, for figures that name none.
 * @returns a plain decimal, or the words as they were where they are no figure; a sentence for a foreign unit.
 */
export function readAmount(written: string, { unit, over }: { unit: string | undefined; over: string | undefined }): string | Sentence {
  const text = written.normalize('NFKC').replace(/\s/g, '').replace(/^(￥|¥|rmb|人民币|约)/i, '').replaceAll('，', ',')
  const [, figure = '', named = ''] = /^([+-]?(?:\d[\d,]*)?(?:\.\d+)?)(.*)$/.exec(text) ?? []
  if (!/\d/.test(figure)) return written
  const commas = figure.includes(',')
  if (commas && !/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(figure)) return written
  const plain = figure.replaceAll(',', '').replace(/^\+/, '').replace(/^(-?)\./, '$10.')
  const from = named === '整' || named === '' ? over : named.replace(/整$/, '')
  if (from === undefined || (named === '' && (unit === undefined || shiftOf(from, unit) === undefined))) return plain
  const shift = unit === undefined ? undefined : shiftOf(from, unit)
  if (shift === undefined) return unit === undefined
    ? written
    : say(`的单位“${from.slice(0, 10)}”换不成“${unit}”，请换算后只填数字`, `is in “${from.slice(0, 10)}”, which is not “${unit}”; convert it and enter the figure alone`)
  return shifted(plain, shift)
}

/** Moves the point; digits are neither lost nor made up. */
export function shifted(plain: string, places: number): string {
  if (places === 0) return plain
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  const digits = places > 0 ? `${whole}${fraction.padEnd(places, '0')}` : `${whole.padStart(1 - places, '0')}${fraction}`
  const point = (places > 0 ? whole.length : Math.max(whole.length, 1 - places)) + places
  const rest = digits.slice(point)
  return `${sign}${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`
}
