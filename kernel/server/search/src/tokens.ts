// 检索词: one and two characters of Han, one to three letters or digits, the same of the pinyin initials, three of the pinyin.
import { readingsOf } from './readings.ts'
import { type Run, runsOf } from './runs.ts'

/** What is indexed of one text unless more is asked for: longer texts are found by their beginning. */
const textLimit = 200
/** What is read of one question. */
const queryLimit = 64
const longestGram = { han: 2, word: 3 } as const

/**
 * The tokens of a text for its `text[]` search column. Several fields of one row are one text, joined by a space.
 * @param limit characters read, for texts that must be found by any of their words, such as the articles of a law.
 * @param spelt also as spelt-out pinyin; leave it out for long texts, which hold nearly every syllable.
 */
export function searchTokens(text: string, { limit = textLimit, spelt = true }: { limit?: number; spelt?: boolean } = {}): string[] {
  const tokens = new Set<string>()
  for (const run of runsOf({ text, limit })) {
    collectAllGrams({ run, into: tokens })
    if (run.script === 'word') continue
    for (const syllables of readingsOf(run.characters.join(''))) {
      // A character without a reading leaves a blank, so that no gram spans it.
      for (const part of syllables.map((syllable) => syllable[0] ?? ' ').join('').split(' ')) collectAllGrams({ run: wordOf(part), into: tokens })
      if (spelt) collectSpelt({ syllables, into: tokens })
    }
  }
  return [...tokens]
}

/**
 * The tokens every match must hold: any stretch of a text's characters, of its pinyin initials or, from a whole syllable on, of its pinyin finds it; words
 * apart by a space must all be there. Empty when nothing in the question can be searched: `@> '{}'` finds all rows,
 * so ask first. A long number may also find a row with the same pieces in another order.
 */
export function queryTokens(question: string): string[] {
  const tokens = new Set<string>()
  for (const run of runsOf({ text: question, limit: queryLimit })) {
    const length = Math.min(longestGram[run.script], run.characters.length)
    collectGrams({ run, length, into: tokens })
  }
  return [...tokens]
}

/** Three letters of 张伟 read as one word, so that zhangw finds it while it is being typed; li and wu are whole at two. */
function collectSpelt({ syllables, into }: { syllables: readonly string[]; into: Set<string> }): void {
  for (const syllable of syllables) if (syllable.length === 2) into.add(syllable)
  for (const part of syllables.map((syllable) => syllable || ' ').join('').split(' ')) collectGrams({ run: wordOf(part), length: longestGram.word, into })
}
function wordOf(letters: string): Run {
  return { script: 'word', characters: Array.from(letters) }
}
function collectAllGrams({ run, into }: { run: Run; into: Set<string> }): void {
  for (let length = 1; length <= longestGram[run.script]; length += 1) collectGrams({ run, length, into })
}

function collectGrams({ run, length, into }: { run: Run; length: number; into: Set<string> }): void {
  for (let start = 0; start + length <= run.characters.length; start += 1) {
    into.add(run.characters.slice(start, start + length).join(''))
  }
}
