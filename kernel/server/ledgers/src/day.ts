// 日期: 2024-1-5, 2024/1/5, 2024.1.5, 2024年1月5日, 20240105 and what Excel keeps as a number, all as YYYY-MM-DD.
import { say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

const numerals = '〇一二三四五六七八九'
const written = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})(?:日|号)?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/

/** @returns the day, with `HH:MM:SS` behind it where one stands; a sentence that follows the field's label where it is none. */
export function readDay(text: string): { readonly day: string; readonly time?: string } | Sentence {
  const plain = text.normalize('NFKC').replace(/[〇一二三四五六七八九]{4}(?=年)/, (year) => [...year].map((one) => numerals.indexOf(one)).join('')).trim().replace(/\s*([年月日号])\s*/g, '$1')
  const eight = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const [, year = '', month = '', day = '', hour, minute, second = '00'] = eight ?? written.exec(plain) ?? []
  if (year !== '') {
    const time = hour !== undefined && minute !== undefined ? `${hour.padStart(2, '0')}:${minute}:${second}` : undefined
    return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, ...(time !== undefined && { time }) }
  }
  const shown = text.slice(0, 30)
  if (/^\d{4}([-/.年])\d{1,2}月?$/.test(plain) || /^\d{4}年?$/.test(plain)) return say(`只写到年月（${shown}），请补上日`, `names no day (${shown}); add it`)
  if (/^\d{2}([-/.年])\d{1,2}([-/.月])\d{1,2}日?$/.test(plain)) return say(`的年份只有两位（${shown}），分不清年月日，请写成 2024-01-05`, `has a year of two digits (${shown}); write 2024-01-05`)
  if (/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(plain)) return say(`分不清月和日（${shown}），请写成 2024-01-05`, `may be read two ways (${shown}); write 2024-01-05`)
  return say(`看不出是哪一天（${shown}），请写成 2024-01-05`, `is no day that can be read (${shown}); write 2024-01-05`)
}
