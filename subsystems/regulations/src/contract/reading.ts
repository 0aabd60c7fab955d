// How far a figure may be trusted 核实程度: read in the text, second-hand, or still to be checked by a person.
import { isUnconfirmed } from '@houqin/define'
import type { Mark } from '@houqin/define'

export const readings = Object.freeze({ confirmed: '已核', secondHand: '二手来源', unconfirmed: '待核' } as const)
export type Reading = keyof typeof readings

/** Any K or U makes it 待核; otherwise any V2 makes it 二手来源. */
export function readingOf(mark: Mark): Reading {
  if (isUnconfirmed(mark)) return 'unconfirmed'
  return mark.includes('V2') ? 'secondHand' : 'confirmed'
}

/** How a reading row stands to the text it says it comes from. */
export const groundStandings = Object.freeze({
  agrees: '与条文相符',
  differs: '条文里找不到所述内容',
  noArticle: '文件里没有这一条',
  notHeld: '未收录原文',
  unread: '条号待核',
} as const)
export type GroundStanding = keyof typeof groundStandings
