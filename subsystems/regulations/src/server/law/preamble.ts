// 题注: the lines under a title that say when, by whom and by which order a law was passed, published, changed and put in force.
import { isDate } from '@houqin/clock'
import { readNumber, readYear } from './chinese-number.ts'

export interface LawEvent {
  readonly on: string
  readonly what: 'adopted' | 'promulgated' | 'amended' | 'inForce'
  readonly order: string | null
}

const written = '[0-9０-９〇○零一二三四五六七八九十]'
const day = new RegExp(`(${written}{4})年(${written}{1,3})月(${written}{1,3})日`, 'g')
const orders = /(?:中华人民共和国)?(?:国务院|主席|[一-龥]{2,12}部|[一-龥]{2,12}局|[一-龥]{2,14}委员会)令[\s　]*第?[\s　]*[0-9０-９一二三四五六七八九十百〇]{1,6}号|[一-龥]{1,10}〔\d{4}〕\d{1,5}号/

/** A preamble longer than this is none. */
export const longestPreamble = 4000

/** The days a text names, each with what happened on it; what follows a day up to the next belongs to it. */
export function eventsIn(text: string): readonly LawEvent[] {
  const found = [...text.slice(0, longestPreamble).matchAll(day)]
  return found.flatMap((match, at) => {
    const on = dayOf(match)
    if (on === undefined) return []
    const says = text.slice(match.index + match[0].length, found[at + 1]?.index ?? longestPreamble)
    const what = whatHappened(says)
    return what === undefined ? [] : [{ on, what, order: orders.exec(says)?.[0].replace(/[\s　]/g, '') ?? null }]
  })
}

function whatHappened(says: string): LawEvent['what'] | undefined {
  // a decision's title speaks of changing other laws: 《关于修改〈…〉的决定》
  const plain = says.replace(/《[^》]*》/g, '')
  if (/修订|修正|修改/.test(plain)) return 'amended'
  if (/^[^。]{0,60}通过/.test(plain)) return 'adopted'
  if (/公布|发布|印发/.test(plain)) return 'promulgated'
  return /施行|生效/.test(plain) ? 'inForce' : undefined
}

/** @returns undefined for a day that does not exist, such as the 31st of April. */
function dayOf([, year = '', month = '', date = '']: RegExpMatchArray): string | undefined {
  const [y, m, d] = [readYear(year), readNumber(month), readNumber(date)]
  if (y === undefined || m === undefined || d === undefined) return undefined
  const text = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isDate(text) ? text : undefined
}

/** The first day in a text such as 自2025年6月1日起施行. */
export function firstDay(text: string): string | undefined {
  for (const match of text.slice(0, longestPreamble).matchAll(day)) {
    const on = dayOf(match)
    if (on !== undefined) return on
  }
  return undefined
}
