// Text on the wire: the standard says GBK, terminals also send UTF-8, and nobody says which.
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const gb18030 = new TextDecoder('gb18030', { fatal: true })
const lenient = new TextDecoder('gb18030')

/** Strict UTF-8 when it is that, else GB18030; what is neither shows replacement characters. */
export function decodeText(bytes: Uint8Array): string {
  if (isAscii(bytes)) return asciiOf(bytes)
  try {
    const text = strictUtf8.decode(bytes)
    return (isOfTwoBytes(bytes) && hanziOf(bytes)) || text
  } catch {
    return lenient.decode(bytes)
  }
}

/** No sign of it has three bytes, as every Hanzi has in UTF-8: the 鲁 and 豫 of plates are GBK and by chance two bytes of UTF-8 too. */
function isOfTwoBytes(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0xe0)
}
function hanziOf(bytes: Uint8Array): string | undefined {
  try {
    const text = gb18030.decode(bytes)
    return /^[\x20-\x7e\p{Script=Han}]+$/u.test(text) ? text : undefined
  } catch {
    return undefined
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false
  return true
}
function asciiOf(bytes: Uint8Array): string {
  return bytes.length < 4096 ? String.fromCharCode(...bytes) : lenient.decode(bytes)
}

/** Character → its two bytes, read off the decoder itself, so that both directions agree. */
let twoBytes: ReadonlyMap<number, number> | undefined
/** Code points of the basic plane that have four bytes, in their order: the standard numbers them so. */
let fourBytes: ReadonlyMap<number, number> | undefined

function tables(): { two: ReadonlyMap<number, number>; four: ReadonlyMap<number, number> } {
  if (twoBytes && fourBytes) return { two: twoBytes, four: fourBytes }
  const two = new Map<number, number>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue
      const point = decoded(Uint8Array.of(lead, trail))
      if (point !== undefined && !two.has(point)) two.set(point, lead * 256 + trail)
    }
  const four = new Map<number, number>()
  let number = 0
  for (let lead = 0x81; lead <= 0x84; lead += 1)
    for (let second = 0x30; second <= 0x39; second += 1)
      for (let third = 0x81; third <= 0xfe; third += 1)
        for (let last = 0x30; last <= 0x39; last += 1, number += 1) {
          const point = decoded(Uint8Array.of(lead, second, third, last))
          if (point !== undefined && !two.has(point)) four.set(point, number)
        }
  twoBytes = two
  fourBytes = four
  return { two, four }
}

function decoded(bytes: Uint8Array): number | undefined {
  try {
    const text = gb18030.decode(bytes)
    const point = text.codePointAt(0)
    return point !== undefined && text.length === (point > 0xffff ? 2 : 1) ? point : undefined
  } catch {
    return undefined
  }
}

/** GB18030, of which GBK is the part that terminals show; a lone half of a pair becomes `?`. */
export function encodeText(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0x3f
    if (point < 0x80) bytes.push(point)
    else pushPoint(bytes, point)
  }
  return Uint8Array.from(bytes)
}

/** Characters a terminal has no sign for: what GBK does not have, and what moves the cursor; each once, in order. */
export function unshown(text: string): readonly string[] {
  const { two } = tables()
  return [...new Set(text)].filter((character) => {
    const point = character.codePointAt(0) ?? 0
    return point < 0x80 ? point < 0x20 || point === 0x7f : !two.has(point)
  })
}

/** The number of 90 30 81 30, where the planes beyond the first begin. */
const beyond = 189_000
function pushPoint(bytes: number[], point: number): void {
  const { two, four } = tables()
  const pair = two.get(point)
  if (pair !== undefined) {
    bytes.push(pair >> 8, pair & 0xff)
    return
  }
  const number = point > 0xffff ? beyond + point - 0x10000 : four.get(point)
  if (number === undefined) bytes.push(0x3f)
  else bytes.push(0x81 + Math.floor(number / 12_600), 0x30 + Math.floor(number / 1260) % 10, 0x81 + Math.floor(number / 10) % 126, 0x30 + number % 10)
}
