// Text as GBK bytes, which Node reads and does not write: the table is turned round once.
const back = new Map<string, readonly [number, number]>()
const decoder = new TextDecoder('gbk')
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const letter = decoder.decode(Uint8Array.of(lead, trail))
    if ([...letter].length === 1 && letter !== '\ufffd' && !back.has(letter)) back.set(letter, [lead, trail])
  }

export function inGbk(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const pair = back.get(letter)
    if (pair === undefined && (letter.codePointAt(0) ?? 0) > 127) throw new RangeError(`GBK has no ${letter}`)
    bytes.push(...(pair ?? [letter.codePointAt(0) ?? 0]))
  }
  return Uint8Array.from(bytes)
}
