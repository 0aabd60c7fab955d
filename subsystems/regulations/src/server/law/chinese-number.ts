// 中文数字: 第一百二十六条 is 126, and 126 is 一百二十六. Numbers of articles, chapters and items, below ten thousand.
const digits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = Object.freeze({ 十: 10, 百: 100, 千: 1000 })

/** What may stand in a number. */
export const numeral = '零〇○一二三四五六七八九十百千两0-9０-９'

/** @returns undefined for what is no number below ten thousand. */
export function readNumber(said: string): number | undefined {
  const text = said.normalize('NFKC').replace(/[〇○]/g, '零').replaceAll('两', '二')
  if (/^\d{1,4}$/.test(text)) return Number(text)
  if (text === '' || text.length > 9) return undefined
  let sum = 0
  let digit: number | undefined
  for (const character of text) {
    const unit = units[character]
    const value = digits.indexOf(character)
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit
      digit = undefined
    } else if (value > 0 && digit === undefined) digit = value
    else if (value !== 0 || digit !== undefined) return undefined
  }
  return sum + (digit ?? 0) || undefined
}

/** @param value 1 to 9,999. */
export function inChinese(value: number): string {
  const written = [...String(value)].map((character, at, all) => {
    const unit = ['', '十', '百', '千'][all.length - 1 - at] ?? ''
    return character === '0' ? '零' : `${digits[Number(character)]}${unit}`
  }).join('')
  return written.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** A year, month or day written out, 二〇二五年三月十七日, or in figures. */
export function readYear(said: string): number | undefined {
  const figures = [...said.normalize('NFKC').replace(/[〇○]/g, '零')].map((character) => (/\d/.test(character) ? character : String(digits.indexOf(character)))).join('')
  return /^\d{4}$/.test(figures) ? Number(figures) : undefined
}
