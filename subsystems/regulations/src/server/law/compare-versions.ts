// 版本对照: two versions of one law article by article: what came, what went, what reads otherwise, word by word.
import { diffArrays } from 'diff'
import type { Change, WordChange } from '../../contract/index.ts'

export interface ComparedArticle {
  readonly number: string
  readonly text: string
}
/** Articles less alike than this are two articles, not one that was changed. */
const alike = 0.45

/** In the order of the later version, what went standing where it stood. */
export function compareVersions(before: readonly ComparedArticle[], after: readonly ComparedArticle[]): readonly Change[] {
  const changes: Change[] = []
  let [b, a] = [0, 0]
  const gone = (until: number): void => {
    for (; b < until; b += 1) changes.push(one('removed', before[b]))
  }
  const come = (until: number): void => {
    for (; a < until; a += 1) changes.push(one('added', after[a]))
  }
  for (const [wasAt, isAt] of pairs(before, after)) {
    gone(wasAt)
    come(isAt)
    const [was, is] = [before[wasAt], after[isAt]]
    if (was && is) changes.push(both(was, is))
    b = wasAt + 1
    a = isAt + 1
  }
  gone(before.length)
  come(after.length)
  return changes
}

function one(is: 'added' | 'removed', article: ComparedArticle | undefined): Change {
  const { number = '', text = '' } = article ?? {}
  return { is, before: is === 'removed' ? number : null, after: is === 'added' ? number : null, words: [{ is, text }] }
}
function both(was: ComparedArticle, is: ComparedArticle): Change {
  if (was.text === is.text) return { is: 'same', before: was.number, after: is.number, words: [{ is: 'same', text: is.text }] }
  const parts = diffArrays(wordsOf(was.text), wordsOf(is.text))
  const words = parts.map(({ added, removed, value }): WordChange => ({ is: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }))
  return { is: 'changed', before: was.number, after: is.number, words }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
function wordsOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** The pairs that belong together, in order. What reads the same is paired first, so that only what lies between is weighed: a code of a thousand articles is compared at once. */
function pairs(before: readonly ComparedArticle[], after: readonly ComparedArticle[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  let [b, a, gone, come] = [0, 0, 0, 0]
  const between = (): void => {
    for (const [wasAt, isAt] of mostAlike(before.slice(b, b + gone), after.slice(a, a + come))) found.push([b + wasAt, a + isAt])
    b += gone
    a += come
    gone = 0
    come = 0
  }
  for (const { added, removed, count } of diffArrays(before.map(({ text }) => text), after.map(({ text }) => text))) {
    if (removed) gone += count
    else if (added) come += count
    else {
      between()
      for (let at = 0; at < count; at += 1) found.push([b + at, a + at])
      b += count
      a += count
    }
  }
  between()
  return found
}

/**
 * Of all ways to pair without crossing, one in which the most is alike.
 * Numbers are no help, since one new article moves all that follow.
 */
function mostAlike(before: readonly ComparedArticle[], after: readonly ComparedArticle[]): readonly (readonly [number, number])[] {
  const was = before.map(({ text }) => gramsOf(text))
  const is = after.map(({ text }) => gramsOf(text))
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const likeness = new Float64Array(before.length * after.length)
  for (let b = before.length - 1; b >= 0; b -= 1)
    for (let a = after.length - 1; a >= 0; a -= 1) {
      const like = likenessOf(was[b], is[a])
      likeness[b * after.length + a] = like
      const paired = like >= alike ? like + (best[(b + 1) * width + a + 1] ?? 0) : 0
      best[b * width + a] = Math.max(paired, best[(b + 1) * width + a] ?? 0, best[b * width + a + 1] ?? 0)
    }
  const found: [number, number][] = []
  let [b, a] = [0, 0]
  while (b < before.length && a < after.length) {
    const here = best[b * width + a] ?? 0
    const like = likeness[b * after.length + a] ?? 0
    if (like >= alike && here === like + (best[(b + 1) * width + a + 1] ?? 0)) {
      found.push([b, a])
      b += 1
      a += 1
    } else if (here === (best[(b + 1) * width + a] ?? 0)) b += 1
    else a += 1
  }
  return found
}

function gramsOf(text: string): ReadonlySet<string> {
  const plain = text.replace(/[\s，。；：、“”（）]/g, '')
  return new Set(Array.from({ length: Math.max(1, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}
/** Dice's coefficient: 1 for the same grams, 0 for none in common. */
function likenessOf(one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number {
  // as alike as they could be at most: where that is too little, nothing need be counted
  if (2 * Math.min(one.size, other.size) < alike * (one.size + other.size)) return 0
  let shared = 0
  for (const gram of one) if (other.has(gram)) shared += 1
  return (2 * shared) / Math.max(1, one.size + other.size)
}
