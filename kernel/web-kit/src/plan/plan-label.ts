// What is written in an outline 图上文字: as many lines as there is room for at this scale, nothing where there is none.

/** Pixels of a line and of a character, about. */
const line = 18
const character = 13

/** @param extent minX, minY, maxX, maxY in metres. @param resolution metres a pixel. @returns lines joined, or nothing. */
export function planLabel({ words, extent, resolution }: { words: readonly string[]; extent: readonly number[]; resolution: number }): string {
  const [minX = 0, minY = 0, maxX = 0, maxY = 0] = extent
  const [width, height] = [(maxX - minX) / resolution, (maxY - minY) / resolution]
  const most = Math.floor(height / line)
  const fits = (word: string): boolean => widthOf(word) <= width
  // several names in a narrow room stand one below the other
  const lines = words.flatMap((word) => (fits(word) ? [word] : word.split(' ').filter(fits)))
  // where not all of them have room, that is to be seen
  return (lines.length > most && most > 1 ? [...lines.slice(0, most - 1), '…'] : lines.slice(0, Math.max(0, most))).join('\n')
}
function widthOf(word: string): number {
  let width = 0
  for (const letter of word) width += letter.charCodeAt(0) < 256 ? character * 0.6 : character
  return width
}
