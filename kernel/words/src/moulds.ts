// How a declaration calls what it makes 称呼: a row's name and a matter's subject are written down in Chinese once; the moulds they came from, found by
// asking the declaration about samples, tell them in English again. People's own words and proper names fill the gaps and stay.
import type { Field, Fields, Matter, Register } from '@houqin/define'

export type Calling = Register | Matter

/** One way in which a name is put together. */
export interface Mould {
  /** `{vehicle} {found}`, `{site} 交接 {by}`: gaps by their fields, `{#}` figures that are no field’s own; what else is Chinese is said in English among the phrases. */
  readonly pattern: string
  readonly expression: RegExp
  /** The field of each gap. */
  readonly gaps: readonly string[]
}
/** How the reader’s language says the parts of a name. */
export interface Voice {
  readonly title: (declared: Calling) => string
  readonly option: (field: Field, key: string) => string
  readonly phrase: (zh: string) => string
}

const chinese = /\p{Script=Han}/u
const gap = /\{([\w#]+)\}/gu
/** A declaration that reads more of a row than this is asked about a part of what may stand there. */
const mostSamples = 3000
const known = new WeakMap<Calling, readonly Mould[]>()

/** Those that say anything of their own, the most telling first. */
export function mouldsOf(declared: Calling): readonly Mould[] {
  const found = known.get(declared) ?? learn(declared)
  known.set(declared, found)
  return found
}

/** A name or subject as the voice says it; one that came from no mould, such as of an older version of the house, as it stands. */
export function called(declared: Calling, written: string, voice: Voice): string {
  if (written === declared.title) return voice.title(declared)
  const fields = fieldsOf(declared)
  for (const { pattern, expression, gaps } of mouldsOf(declared)) {
    const found = expression.exec(written)
    if (!found) continue
    const values = gaps.map((name, place) => said(fields[name], found[place + 1] ?? '', { declared, voice }))
    const figures = gaps.flatMap((name, place) => (name === '#' ? [values[place] ?? ''] : []))
    const phrase = voice.phrase(pattern)
    const mould = phrase === pattern ? inLatin(pattern) : phrase
    return mould.replace(gap, (_, name: string) => (name === '#' ? (figures.shift() ?? '') : (values[gaps.indexOf(name)] ?? ''))).replace(/ {2,}/gu, ' ').trim()
  }
  return written
}
/** What stands between the gaps where nothing else is said in Chinese. */
export const inLatin = (pattern: string): string => pattern.replace(/[:：](?=\S)/gu, ': ').replace(/，(?=\S)/gu, ', ').replaceAll('（', ' (').replaceAll('）', ')')
function said(field: Field | undefined, text: string, { declared, voice }: { declared: Calling; voice: Voice }): string {
  if (field?.kind === 'choice') {
    const key = Object.keys(field.options).find((one) => field.options[one] === text)
    return key === undefined ? text : voice.option(field, key)
  }
  // a word of the house itself, such as the title of a list, says so in its own words
  if (field?.kind !== 'ref') return voice.phrase(text)
  // what a reference points to is declared as a register, whatever little of it the field shows
  const to = field.to === 'self' ? declared : (field.to as Register)
  return to === declared || to.noun !== 'register' ? text : called(to, text, voice)
}

const fieldsOf = (declared: Calling): Fields => (declared.noun === 'register' ? declared.fields : declared.form)

function learn(declared: Calling): readonly Mould[] {
  const fields = fieldsOf(declared)
  const names = Object.keys(fields)
  const read = new Set<string>()
  const made = new Map<string, Mould>()
  let before = -1
  // what is read may hang on what stands in another field: asked again until nothing new is read
  while (read.size > before) {
    before = read.size
    for (const values of samples(fields, read)) {
      const text = asked(declared, values, read)
      if (text === undefined) continue
      const mould = mouldOf(text, { fields, names, values })
      made.set(mould.pattern, mould)
    }
  }
  const all = [...made.values()]
  return all
    .filter((one) => tells(one, fields) && !all.some((other) => other !== one && isFuller(other, one)))
    .toSorted((a, b) => weight(b, fields) - weight(a, fields))
}
/** Undefined where the sample is nothing that could be called anything. */
function asked(declared: Calling, values: Readonly<Record<string, unknown>>, read: Set<string>): string | undefined {
  const watched = new Proxy(values, {
    get: (row, key) => {
      if (typeof key === 'string' && Object.hasOwn(row, key)) read.add(key)
      return Reflect.get(row, key) as unknown
    },
  })
  const label = (key: string): string => {
    read.add(key)
    return typeof values[key] === 'string' ? values[key] : ''
  }
  try {
    // the declaration typed its own row; here it is any declaration's
    const text = declared.noun === 'register' ? declared.name(watched as never, label) : declared.subject(watched as never, label)
    return text.replace(/\s+/gu, ' ').trim()
  } catch {
    return undefined
  }
}
function* samples(fields: Fields, read: ReadonlySet<string>): Generator<Record<string, unknown>> {
  let rows: Record<string, unknown>[] = [Object.fromEntries(Object.entries(fields).map(([name, field], place) => [name, variants(field, place)[0]]))]
  for (const [place, [name, field]] of Object.entries(fields).entries())
    if (read.has(name)) rows = variants(field, place).flatMap((value) => rows.map((row) => ({ ...row, [name]: value }))).slice(0, mostSamples)
  yield* rows
}
/** Values that are found again in the text they were put into. */
function variants(field: Field, place: number): unknown[] {
  const none = field.optional ? [null] : []
  const day = `${2010 + place}-02-03`
  switch (field.kind) {
    case 'int':
      return [70_001 + place, ...none]
    case 'decimal':
      return [`${70_001 + place}`, ...none]
    case 'bool':
      return [true, false, ...none]
    case 'choice':
      return [...Object.keys(field.options).map((key) => (field.many ? [key] : key)), ...none]
    case 'files':
      return [[]]
    case 'date':
      return [day, ...none]
    case 'instant':
      return [`${day}T04:05:06.000Z`, ...none]
    case 'text':
    case 'ref':
      return [String.fromCodePoint(0xe000 + place), ...none]
  }
}

function mouldOf(text: string, { fields, names, values }: { fields: Fields; names: readonly string[]; values: Readonly<Record<string, unknown>> }): Mould {
  let pattern = text
  for (const name of names.toSorted((a, b) => shown(fields[b], values[b]).length - shown(fields[a], values[a]).length)) {
    const value = shown(fields[name], values[name])
    if (value !== '') pattern = pattern.replaceAll(value, `{${name}}`)
  }
  pattern = pattern.split(gap).map((piece, at) => (at % 2 === 1 ? `{${piece}}` : piece.replace(/\d(?:[\d:. -]*\d)?/gu, '{#}'))).join('')
  const pieces = pattern.split(gap)
  const gaps = pieces.filter((_, place) => place % 2 === 1)
  const expression = pieces.map((piece, place) => (place % 2 === 1 ? shapeOf(fields[piece]) : plain(piece))).join('').replaceAll(' (.*?)', '(?: (.*?))?') // names hold no two blanks: an empty gap takes its own along
  return { pattern, expression: new RegExp(`^${expression}$`, 'su'), gaps }
}
function shown(field: Field | undefined, value: unknown): string {
  const [first] = [value].flat()
  if (field?.kind === 'choice') return field.options[String(first)] ?? ''
  return typeof first === 'string' || typeof first === 'number' ? String(first) : ''
}
/** As an expression that reads nothing else. */
const plain = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`)
function shapeOf(field: Field | undefined): string {
  switch (field?.kind) {
    case undefined:
      return String.raw`(\d[\d:. \-]*)`
    case 'int':
    case 'decimal':
      return String.raw`(-?\d[\d.]*)`
    case 'choice':
      return `(${Object.values(field.options).toSorted((a, b) => b.length - a.length).map((label) => plain(label)).join('|')}|)`
    case 'date':
      return String.raw`(\d{4}-\d\d-\d\d)`
    default:
      return '(.*?)'
  }
}
const saysChoice = (name: string, fields: Fields): boolean => fields[name]?.kind === 'choice'
/** Nothing else in it would be said in another way. */
function tells({ pattern, gaps }: Mould, fields: Fields): boolean {
  return chinese.test(pattern.replace(gap, '')) || gaps.some((name) => saysChoice(name, fields) || fields[name]?.kind === 'ref')
}
function weight({ pattern, gaps }: Mould, fields: Fields): number {
  return pattern.replace(gap, '').length + gaps.filter((name) => saysChoice(name, fields)).length
}
/** The same words with more gaps: an empty gap reads the other too. */
function isFuller(one: Mould, other: Mould): boolean {
  const rest = [...one.gaps]
  return one.gaps.length > other.gaps.length && one.pattern.replace(gap, '') === other.pattern.replace(gap, '') && other.gaps.every((name) => {
    const at = rest.indexOf(name)
    if (at !== -1) rest.splice(0, at + 1)
    return at !== -1
  })
}
