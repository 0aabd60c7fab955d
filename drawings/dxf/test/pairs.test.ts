// Pairs of group code and value are found whatever the pieces the file arrives in, however its lines end, and in spite of what is broken.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { limits } from '../src/limits.ts'
import { feedPairs, numberAt, rawText } from '../src/pairs.ts'
import { bytes } from './draw.ts'

function pairsOf(pieces: readonly Uint8Array[]): { pairs: string[]; misfits: number[]; cuts: number[]; brokenOff: boolean } {
  const pairs: string[] = []
  const misfits: number[] = []
  const cuts: number[] = []
  const feeder = feedPairs({
    pair: (code, from, start, end) => pairs.push(`${code}=${rawText(from, start, end)}`),
    misfit: (line) => misfits.push(line),
    cut: (line) => cuts.push(line),
  })
  for (const piece of pieces) feeder.feed(piece)
  const { brokenOff } = feeder.close()
  return { pairs, misfits, cuts, brokenOff }
}

const lines = ['  0', 'LINE', '  8', '墙 体', ' 10', ' 1.5', ' 20', '-2e3', '  0', 'EOF']

for (const [what, ending] of [['LF', '\n'], ['CR LF', '\r\n'], ['CR', '\r']] as const)
  test(`lines that end with ${what}`, () => {
    const { pairs, misfits } = pairsOf([bytes(lines.join(ending) + ending)])
    assert.deepEqual(pairs.map((pair) => pair.split('=')[0]), ['0', '8', '10', '20', '0'])
    assert.equal(pairs[0], '0=LINE')
    assert.deepEqual(misfits, [])
  })

test('the same pairs come out of any pieces', () => {
  const whole = bytes(lines.join('\r\n'))
  const wanted = pairsOf([whole])
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: whole.length }), { maxLength: 12 }), (cutAt) => {
    const at = [0, ...cutAt.toSorted((a, b) => a - b), whole.length]
    assert.deepEqual(pairsOf(at.slice(1).map((to, index) => whole.subarray(at[index], to))), wanted)
  }), { numRuns: 200 })
  assert.deepEqual(pairsOf([...whole].map((byte) => Uint8Array.of(byte))), wanted)
})

test('a line that is no code is left out and reading goes on in step', () => {
  const { pairs, misfits } = pairsOf([bytes('0\nLINE\nthis is no code\n8\nA\n10\n1\n')])
  assert.deepEqual(pairs, ['0=LINE', '8=A', '10=1'])
  assert.deepEqual(misfits, [3])
})

test('a line without end is cut, whole or in pieces, and what follows is read', () => {
  const long = bytes(`1\n${'x'.repeat(limits.lineBytes * 3)}\n0\nEOF\n`)
  const wanted = { pairs: [`1=${'x'.repeat(limits.lineBytes)}`, '0=EOF'], misfits: [], cuts: [2], brokenOff: false }
  assert.deepEqual(pairsOf([long]), wanted)
  const pieces = Array.from({ length: Math.ceil(long.length / 1000) }, (_, at) => long.subarray(at * 1000, at * 1000 + 1000))
  assert.deepEqual(pairsOf(pieces), wanted)
})

test('a file that breaks off inside a pair says so', () => {
  assert.equal(pairsOf([bytes('0\nLINE\n10\n')]).brokenOff, true)
  assert.equal(pairsOf([bytes('0\nLINE\n10\n5')]).brokenOff, false)
})

test('numbers are the same as those of the language, to the last bit', () => {
  const read = (word: string): number => numberAt(bytes(word), 0, word.length)
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
    assert.equal(read(String(value)), value + 0)
    const digits = Math.max(-1e15, Math.min(1e15, value)).toFixed(6)
    assert.equal(read(digits), Number(digits))
  }), { numRuns: 2000 })
  for (const [word, value] of [['  1836000.25', 1836000.25], ['-.5', -0.5], ['+7', 7], ['5.', 5], ['0.0000001', 1e-7], ['1E+3', 1000]] as const) assert.equal(read(word), value)
  for (const word of ['', 'nan', '1.#INF', '1e', '-', '1,5', '0x10', 'Infinity', '1 2']) assert.equal(read(word), Number.NaN, word)
})
