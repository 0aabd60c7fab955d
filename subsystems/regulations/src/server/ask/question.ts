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
    terms.push(...termsIn(run.replace(particles, '')))
  return terms
}
const particles = /^[的了把]+|[的了吧吗呢]+$/g
const shortEnough = 3

/** The segmenter knows few words of offices: what it leaves in single characters is one word, short of too long. */
function termsIn(run: string): readonly Term[] {
  const found: string[][] = []
  let loose = ''
  const close = (): void => {
    const before = found.at(-1)?.[0]
    // 会议 and 桌 are a 会议桌, and a meeting only if need be.
    if (loose.length === 1 && before !== undefined && !filler.test(loose)) found.splice(-1, 1, [before + loose, before + loose, before])
    if (loose.length > 1 && loose.length <= shortEnough) found.push([loose])
    loose = ''
  }
  for (const { segment } of segmenter.segment(run)) {
    if (segment.length === 1) {
      loose += segment
      continue
    }
    close()
    found.push([segment])
  }
  close()
  return found.map((wordings) => ({ wordings }))
}

/** Cut from between the words: a question's way of speaking, not what it is about. */
export function isFiller({ wordings }: Term): boolean {
  return wordings.length === 1 && (wordings[0] ?? '').length <= shortEnough && filler.test(wordings[0] ?? '')
}
const filler = /[要能前后内里着只找该再去来给把被让就都也还很太最想算好]/
function longestFirst(words: Iterable<string>): readonly string[] {
  return [...words].toSorted((one, other) => other.length - one.length)
}

/** What kind of figure is asked for, told by the way of asking. */
export function figureAsked(question: string): RegExp | undefined {
  return figures.find(({ asked }) => asked.test(question))?.told
}
const figures: readonly { readonly asked: RegExp; readonly told: RegExp }[] = Object.freeze([
  { asked: /(多久|多长时间|几天|几个?月|多少天|几年|每年|每月|每天).*[一几]次|几次/, told: /次|每[日周月季半年]/ },
  { asked: /多久|多长时间|几天|多少天|几个?月|几年|多少年|几小时|几号|什么时候|哪天|期限/, told: /\d\s*(h|小时|个?工作日|天|日|个?月|年)|[天日年月]$|^h$|日期|时长|年限|期限/ },
  { asked: /多少钱|[最太]?贵|多少元|费用|价格|预算/, told: /元|万/ },
  { asked: /多大|多少?平|几平|面积/, told: /㎡|面积/ },
  { asked: /几度|多少度/, told: /℃|温度/ },
  { asked: /多少克|几克/, told: /^g|克/ },
  { asked: /几个人|多少人|几人/, told: /人/ },
  { asked: /怎么办|怎么处理|后果/, told: /整改|处理|追责|处置|责令/ },
])

/** How much of a title the question says, in pairs of characters: of each part. */
export function saidOf(title: string, terms: readonly Term[]): readonly number[] {
  const said = terms.flatMap(({ wordings }) => wordings).join(' ')
  return title.split(/[\s·/、,;()()+]+/).filter((part) => part.length > 1).map((part) => {
    const pairs = Array.from({ length: part.length - 1 }, (_, at) => part.slice(at, at + 2))
    return pairs.filter((pair) => said.includes(pair)).length / pairs.length
  })
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
