// 检索词: one and two characters of Han, one to three letters or digits, the same of the pinyin initials.
import { initialsOf } from './initials.ts'
import { type Run, runsOf } from './runs.ts'

/** What is indexed of one text unless more is asked for: longer texts are found by their beginning. */
const textLimit = 200
/** What is read of one question. */
const queryLimit = 64
const longestGram = { han: 2, word: 3 } as const

/**
 * The tokens of a text for its `text[]` search column: at most eleven for each of its first 200 characters.
 * Several fields of one row are one text, joined by a space.
 * @param limit for texts that must be found by any of their words, such as the articles of a law.
 */
export function searchTokens(text: string, limit: number = textLimit): string[] {
  const tokens = new Set<string>()
  for (const run of runsOf({ text, limit })) {
    collectAllGrams({ run, into: tokens })
    if (run.script === 'word') continue
    for (const initials of initialsOf(run.characters.join(''))) {
      for (const part of initials.split(' ')) collectAllGrams({ run: { script: 'word', characters: Array.from(part) }, into: tokens })
    }
  }
  return [...tokens]
}

/**
 * The tokens every match must hold: any stretch of a text's characters, or of its pinyin initials, finds it; words
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

function collectAllGrams({ run, into }: { run: Run; into: Set<string> }): void {
  for (let length = 1; length <= longestGram[run.script]; length += 1) collectGrams({ run, length, into })
}

function collectGrams({ run, length, into }: { run: Run; length: number; into: Set<string> }): void {
  for (let start = 0; start + length <= run.characters.length; start += 1) {
    into.add(run.characters.slice(start, start + length).join(''))
  }
}
