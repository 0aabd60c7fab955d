// A printed code read back from a picture of it, as browsers without a reader of their own do it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import encode from 'qr'
import { codeIn } from '../src/scan/code-in-picture.ts'

const scale = 6
function pictureOf(text: string, noise: number): { data: Uint8ClampedArray; width: number; height: number } {
  const modules = encode(text, 'raw', { ecc: 'medium', border: 4 })
  const size = modules.length * scale
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const dark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true
      const shade = (dark ? 40 : 215) + ((x * 7 + y * 13) % noise) - noise / 2
      data.set([shade, shade, shade], (y * size + x) * 4)
    }
  return { data, width: size, height: size }
}

test('the address of a door is read from a grey and uneven picture', () => {
  const address = 'https://houqin.example/q/0RAHYTMX88G123YCCF7E35TCTY'
  assert.equal(codeIn(pictureOf(address, 40)), address)
})
test('where no code is in sight nothing is read and nothing is thrown', () => {
  assert.equal(codeIn({ data: new Uint8ClampedArray(320 * 240 * 4).fill(180), width: 320, height: 240 }), undefined)
})
