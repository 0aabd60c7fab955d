// 摘录: the piece of a text around the words looked for, cut so that what was found stands out.
import type { Excerpt } from '../../contract/index.ts'

const around = 40
const longest = 120

/** @param words as typed; where none stands in the text (found by pinyin) the text's beginning. */
export function excerptOf(text: string, words: readonly string[]): Excerpt {
  const line = text.replace(/\s+/g, ' ')
  const places = words.flatMap((word) => placesOf(line, word)).toSorted((a, b) => a.at - b.at)
  const from = Math.max(0, (places[0]?.at ?? 0) - around)
  const to = Math.min(line.length, from + longest)
  const parts: { text: string; found: boolean }[] = []
  const add = (piece: string, found: boolean): void => {
    if (piece !== '') parts.push({ text: piece, found })
  }
  let done = from
  for (const { at, length } of places) {
    if (at < done || at + length > to) continue
    add(line.slice(done, at), false)
    add(line.slice(at, at + length), true)
    done = at + length
  }
  add(line.slice(done, to), false)
  return [...(from > 0 ? [{ text: '…', found: false }] : []), ...parts, ...(to < line.length ? [{ text: '…', found: false }] : [])]
}

function placesOf(line: string, word: string): readonly { at: number; length: number }[] {
  const places: { at: number; length: number }[] = []
  for (let at = line.indexOf(word); at >= 0 && places.length < 20; at = line.indexOf(word, at + word.length)) places.push({ at, length: word.length })
  return places
}
