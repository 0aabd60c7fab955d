// A citation 出处 on the wire: where a figure is written, with 待核 and 二手来源 carried along, no clause under K or U.
import { citationText, isUnconfirmed } from '@houqin/define'
import type { Citation } from '@houqin/define'
import type { WireCite } from '@houqin/wire'


export function citeOf({ document, number, clause, mark, level }: Citation): WireCite {
  const unconfirmed = isUnconfirmed(mark)
  return Object.freeze({
    text: citationText({ document, mark, level, ...(number && { number }), ...(clause && { clause }) }),
    document,
    number: number ?? null,
    clause: unconfirmed ? null : (clause ?? null),
    mark,
    level,
    unconfirmed,
  })
}

/** Stands where a figure has no value on the day. */
export function noSource(title: string): WireCite {
  return Object.freeze({ text: `《${title}》 该日无有效数值`, document: title, number: null, clause: null, mark: null, level: null, unconfirmed: true })
}
