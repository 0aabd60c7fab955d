// 问句: a question as the words that must be met: each with the wordings of the rules, and what weighs nothing left out.
import { askingWords, synonyms } from './synonyms.ts'

export interface Term {
  /** Any of these meets it; the first, as it was said, and the second, as the rules say it, the best. */
  readonly wordings: readonly string[]
}

const longestQuestion = 100
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

export function termsOf(question: string): readonly Term[] {
  let rest = question.normalize('NFKC').slice(0, longestQuestion)
  const terms: Term[] = []
  // the longest saying first, so that 空调温度 is not taken for something about 温度
  const sayings = synonyms.flatMap(({ said, written }) => said.map((one) => ({ one, written }))).toSorted((one, other) => other.one.length - one.one.length)
  for (const { one, written } of sayings) {
    if (!rest.includes(one)) continue
    rest = rest.replaceAll(one, ' ')
    terms.push({ wordings: [...new Set([one, ...written])] })
  }
  for (const word of longestFirst(askingWords)) rest = rest.replaceAll(word, ' ')
  for (const run of rest.match(/\p{Script=Han}+|[A-Za-z]{2,}/gu) ?? [])
    for (const word of wordsIn(run.replace(particles, ''))) terms.push({ wordings: [word] })
  return terms
}
const particles = /^[的了把]+|[的了吧吗呢]+$/g
/** Cut only where it must be: the segmenter knows few words of offices. */
const shortEnough = 5

function wordsIn(run: string): readonly string[] {
  if (run.length <= shortEnough) return run.length > 1 ? [run] : []
  return Array.from(segmenter.segment(run), ({ segment }) => segment).filter((segment) => segment.length > 1)
}
function longestFirst(words: Iterable<string>): readonly string[] {
  return [...words].toSorted((one, other) => other.length - one.length)
}

/** How much of a term a text says: a long word in pieces counts in part. */
export function metIn(term: Term, text: string): number {
  return Math.max(...term.wordings.map((wording, at) => (1 - looseness * Math.max(0, at - 1)) * (text.includes(wording) ? 1 : piecesIn(wording, text))))
}
/** What each further wording is less sure of. */
const looseness = 0.15

function piecesIn(wording: string, text: string): number {
  if (wording.length < 4) return 0
  const pieces = Array.from({ length: wording.length - 1 }, (_, at) => wording.slice(at, at + 2))
  const share = pieces.filter((piece) => text.includes(piece)).length / pieces.length
  return share >= 0.6 ? share * 0.8 : 0
}
