// A text that fits a pattern 样例文字: for the plain patterns of forms (classes, digits, fixed counts), a new one for each number.

interface Piece {
  readonly alphabet: readonly string[]
  readonly times: number
}

const digits = Array.from('0123456789')

/**
 * @param nth texts of two different numbers differ as far as the pattern leaves room.
 * @throws RangeError for a pattern with more than classes, `\d` and counts: give the text by hand.
 */
export function sampleText(pattern: RegExp, nth: number): string {
  const pieces = piecesOf(pattern)
  let left = nth
  const places = pieces.flatMap(({ alphabet, times }) => Array.from({ length: times }, () => alphabet))
  // the last places turn like the wheels of a counter
  const text = places.toReversed().map((alphabet) => {
    const character = alphabet[left % alphabet.length] ?? ''
    left = Math.floor(left / alphabet.length)
    return character
  })
  const made = text.toReversed().join('')
  if (!new RegExp(pattern).test(made)) throw new RangeError(`No sample text can be made for ${pattern.source}; give one by hand.`)
  return made
}

function piecesOf({ source }: RegExp): readonly Piece[] {
  const token = /\[((?:\\.|[^\]])+)\]|\\d|\\?(.)/gy
  const count = /\{(\d+)(?:,(\d*))?\}|[+*?]/y
  const body = source.replace(/^\^/, '').replace(/\$$/, '')
  const pieces: Piece[] = []
  let at = 0
  while (at < body.length) {
    token.lastIndex = at
    const found = token.exec(body)
    if (!found) break
    at = token.lastIndex
    count.lastIndex = at
    const counted = count.exec(body)
    if (counted) at = count.lastIndex
    const [whole, inside, single] = found
    const alphabet = inside !== undefined ? charactersOf(inside) : whole === String.raw`\d` ? digits : [single ?? '']
    pieces.push({ alphabet, times: timesOf(counted) })
  }
  return pieces
}

/** As few as may be, but of digits that may be left out enough to tell many apart. */
function timesOf(counted: RegExpExecArray | null): number {
  if (counted === null || counted[0] === '+') return 1
  const [, least, most = least] = counted
  if (least === undefined) return 0
  return Number(least) > 0 ? Number(least) : Math.min(room, most === '' ? room : Number(most))
}
const room = 5

function charactersOf(inside: string): readonly string[] {
  const characters: string[] = []
  for (const [, from, to, escaped, one] of inside.matchAll(/(\w)-(\w)|\\(.)|(.)/g)) {
    if (from !== undefined && to !== undefined)
      for (let code = from.charCodeAt(0); code <= to.charCodeAt(0); code += 1) characters.push(String.fromCharCode(code))
    else if (escaped === 'd') characters.push(...digits)
    else characters.push(escaped ?? one ?? '')
  }
  return characters
}
