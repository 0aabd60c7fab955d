// A floor as an SVG 平面图的矢量图: for paper, for files and for the pile of floors; upright, a metre is a hundred units.

type Ring = readonly (readonly [x: number, y: number])[]
export interface SvgRoom {
  readonly ring: Ring
  readonly holes: readonly Ring[]
  readonly fill: string
  readonly words: readonly string[]
}
export interface Extent {
  readonly minX: number
  readonly minY: number
  readonly width: number
  readonly height: number
}
const unit = 100

/** Metres; of nothing, a metre square. */
export function extentOf(rooms: readonly Pick<SvgRoom, 'ring'>[]): Extent {
  const points = rooms.flatMap(({ ring }) => ring)
  if (points.length === 0) return { minX: 0, minY: 0, width: 1, height: 1 }
  const reduce = (pick: (a: number, b: number) => number, at: 0 | 1): number => points.reduce((best, point) => pick(best, point[at]), points[0]?.[at] ?? 0)
  const [minX, minY] = [reduce(Math.min, 0), reduce(Math.min, 1)]
  return { minX, minY, width: Math.max(0.1, reduce(Math.max, 0) - minX), height: Math.max(0.1, reduce(Math.max, 1) - minY) }
}
/** The path of one outline with its holes, downwards, from the extent's upper left. */
export function pathOf({ ring, holes }: Pick<SvgRoom, 'ring' | 'holes'>, { minX, minY, height }: Extent): string {
  return [ring, ...holes].map((one) => `M${one.map(([x, y]) => `${((x - minX) * unit).toFixed(2)} ${((minY + height - y) * unit).toFixed(2)}`).join('L')}Z`).join('')
}

/** A file of its own: a metre is a centimetre of the sheet, 1 : 100. */
export function planSvg(rooms: readonly SvgRoom[], title: string): string {
  const extent = extentOf(rooms)
  const margin = 50
  const [width, height] = [extent.width * unit + 2 * margin, extent.height * unit + 2 * margin]
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${(width / unit).toFixed(4)}cm" height="${(height / unit).toFixed(4)}cm" viewBox="${-margin} ${-margin} ${width.toFixed(2)} ${height.toFixed(2)}">
<title>${escaped(title)}</title>
<g id="房间" stroke="#333" stroke-width="3" fill-rule="evenodd">
${rooms.map((room) => `<path d="${pathOf(room, extent)}" fill="${room.fill}"/>`).join('\n')}
</g>
<g id="房号" font-family="sans-serif" text-anchor="middle" fill="#111">
${rooms.map((room) => wordsSvg(room, extent)).filter((one) => one !== '').join('\n')}
</g>
</svg>
`
}
/** As many of the words as the room has place for, in its middle. */
export function wordsSvg({ ring, words }: SvgRoom, extent: Extent): string {
  const own = extentOf([{ ring }])
  const size = Math.min(40, Math.max(12, own.width * 14))
  const fits = (word: string): boolean => widthOf(word) * size < own.width * unit
  // several names in a narrow room stand one below the other
  const lines = words.flatMap((word) => (fits(word) ? [word] : word.split(' ').filter(fits))).slice(0, Math.max(0, Math.floor((own.height * unit) / (size * 1.25))))
  const x = (own.minX + own.width / 2 - extent.minX) * unit
  const y = (extent.minY + extent.height - own.minY - own.height / 2) * unit - ((lines.length - 1) * size * 1.2) / 2 + size * 0.35
  return lines.map((word, at) => `<text x="${x.toFixed(1)}" y="${(y + at * size * 1.2).toFixed(1)}" font-size="${size.toFixed(1)}">${escaped(word)}</text>`).join('')
}
/** In heights of a letter, with a little air at both ends. */
function widthOf(word: string): number {
  return [...word].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.6 : 1), 0.4)
}
const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (words: string): string => words.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark)
