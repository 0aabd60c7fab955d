// The icon of the house: a building with its lit door on office blue, drawn by figures as SVG and as PNG.
import { deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
/** A rectangle in parts of a thousand of the icon's edge. */
interface Block {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: Colour
}
const blue: Colour = [31, 90, 166]
const white: Colour = [255, 255, 255]
const amber: Colour = [232, 163, 45]

const windows = [0, 1, 2].flatMap((column) => [0, 1].map((row): Block => ({ x: 330 + column * 130, y: 350 + row * 140, width: 80, height: 80, colour: blue })))
const blocks: readonly Block[] = [
  { x: 270, y: 280, width: 460, height: 500, colour: white },
  { x: 230, y: 240, width: 540, height: 50, colour: white },
  { x: 200, y: 770, width: 600, height: 40, colour: white },
  ...windows,
  { x: 450, y: 640, width: 100, height: 130, colour: amber },
]

export function iconSvg(): string {
  const rect = ({ x, y, width, height, colour }: Block): string => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="rgb(${colour.join(',')})"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000"><rect width="1000" height="1000" rx="200" fill="rgb(${blue.join(',')})"/>${blocks.map(rect).join('')}</svg>`
}

/** A square PNG without transparency: the system rounds its corners itself. @param size in pixels. */
export function iconPng(size: number): Buffer {
  const rows = Buffer.alloc(size * (size * 3 + 1))
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) rows.set(colourAt({ x, y, size }), y * (size * 3 + 1) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each block covers a pixel as far as it overlaps it, so that edges are smooth at every size. */
function colourAt({ x, y, size }: { x: number; y: number; size: number }): Colour {
  const scale = 1000 / size
  let [red, green, blueness] = blue
  for (const block of blocks) {
    const wide = overlap({ from: x * scale, to: (x + 1) * scale, start: block.x, end: block.x + block.width })
    const high = overlap({ from: y * scale, to: (y + 1) * scale, start: block.y, end: block.y + block.height })
    const share = (wide * high) / (scale * scale)
    red += (block.colour[0] - red) * share
    green += (block.colour[1] - green) * share
    blueness += (block.colour[2] - blueness) * share
  }
  return [Math.round(red), Math.round(green), Math.round(blueness)]
}
function overlap({ from, to, start, end }: { from: number; to: number; start: number; end: number }): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start))
}

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, 'ascii'), body])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
