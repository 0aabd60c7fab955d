// 问句: a question as the words that must be met: each with the wordings of the rules, and what weighs nothing left out.
import { askingWords, synonyms } from './synonyms.ts'

export interface Term {
  /** Any of these meets it; the first, as it was said, and the second, as the rules say it, the best. */
  readonly wordings: readonly string[]
}

const longestQuestion = 100
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

export function termsOf(question: string): readonly Term[] {
  let rest = plainOf(question)
  const terms: Term[] = []
  // the longest saying first, so that 空调温度 is not taken for something about 温度
  const sayings = synonyms.flatMap(({ said, written }) => said.map((one) => ({ one: plainOf(one), written }))).toSorted((one, other) => other.one.length - one.one.length)
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
/** 评标的专家 are 评标专家. */
const plainOf = (text: string): string => text.normalize('NFKC').slice(0, longestQuestion).replaceAll('的', '')
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
  { asked: /多远|多高|多宽|离.*多少|距离/, told: /cm|厘米|米/ },
  { asked: /百分之几|百分之多少|比例|几成|占多少/, told: /[%‰]/ },
  { asked: /浓度/, told: /mg|浓度/ },
  { asked: /多少克|几克/, told: /^g|克/ },
  { asked: /几个人|多少人|几人/, told: /人/ },
  { asked: /怎么办|怎么处理|后果/, told: /整改|处理|追责|处置|责令/ },
])

/** Whether a rule is called by its name: a part of its title stands in the question, as it is written or as the rules would put it. */
export function isNamed(title: string, { question, terms }: { question: string; terms: readonly Term[] }): boolean {
  const forms = formsOf(question)
  const written = terms.flatMap(({ wordings }) => wordings)
  const said = terms.flatMap(({ wordings }) => wordings.slice(0, 1)).filter((wording) => wording.length >= longEnough)
  return partsOf(title).some((part) => part.length >= longEnough && (forms.some((form) => form.includes(part)) || written.includes(part) || said.some((wording) => part.endsWith(wording))))
}
/** Shorter ones name many things: 处置, 公示, 备案. */
const longEnough = 3
/** 留样多少 asks for the 留样量, 审计多久一次 for the 审计频次. */
function formsOf(question: string): readonly string[] {
  const plain = plainOf(question)
  return [plain, plain.replace(/[要]?多少/, '量'), plain.replace(/(要|得)?(多久|多长时间|几个?月|几年)(要|得)?[做搞开查来]?一次|[一每]?[年月]?(要|得)?[做搞开查]?几次/, '频次')]
}
const partsOf = (title: string): readonly string[] => title.split(/[\s·/、,;()()+]+/).filter((part) => part.length > 1)

/** How much of a title the question says, in pairs of characters: of each part. */
export function saidOf(title: string, terms: readonly Term[]): readonly number[] {
  const said = terms.flatMap(({ wordings }) => wordings).join(' ')
  return partsOf(title).map((part) => {
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
