// 全拼: the spelt-out syllables of a text and of its neighbouring pairs, so that xiaofang finds 消防.
import { pinyin } from 'pinyin-pro'
import { knownSyllables } from './known-syllables.ts'

/** Tells a syllable from a word of the text. */
const mark = '~'
const han = /\p{Script=Han}+/gu

export function syllableTokens(text: string): readonly string[] {
  const tokens = new Set<string>()
  for (const [stretch] of text.matchAll(han)) {
    const syllables = syllablesOf(stretch)
    for (const [at, syllable] of syllables.entries()) {
      tokens.add(mark + syllable)
      const next = syllables[at + 1]
      if (next !== undefined) tokens.add(mark + syllable + next)
    }
  }
  return [...tokens]
}

function syllablesOf(stretch: string): readonly string[] {
  return pinyin(stretch, { toneType: 'none', type: 'array', v: true })
}

/** No syllable is longer: zhuang. */
const longestSyllable = 6
/** What is typed without a break in one question. */
const longestTyped = 40

/**
 * The tokens of something typed in letters, read as syllables; undefined when it is none. Of several readings (xian: 先, 西安)
 * the one with the fewest syllables.
 */
export function typedSyllables(typed: string): readonly string[] | undefined {
  if (typed.length > longestTyped || !/^[a-z]+$/.test(typed)) return undefined
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = 1; end <= typed.length; end += 1)
    for (let start = Math.max(0, end - longestSyllable); start < end; start += 1) {
      const before = best[start]
      const syllable = typed.slice(start, end)
      if (before && knownSyllables.has(syllable) && before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, syllable]
    }
  const read = best[typed.length]
  if (read === undefined || read.length === 0) return undefined
  return read.length === 1 ? [mark + (read[0] ?? '')] : read.slice(1).map((syllable, at) => `${mark}${read[at] ?? ''}${syllable}`)
}
