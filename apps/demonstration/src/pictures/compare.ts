// Two outlines of a page held against each other 结构比对: what is gone, what is new, what moved; some pixels are no matter.
import type { Piece } from './outline.ts'

/** Another machine's fonts are a little wider: this much of a width, and at least so many pixels, is no change. */
const tolerance = Object.freeze({ share: 0.08, pixels: 32 })

/** @returns a line for each difference; empty when the page is built as it was. */
export function differences({ kept, now }: { kept: readonly Piece[]; now: readonly Piece[] }): readonly string[] {
  const said: string[] = []
  for (const [before, after] of paired(kept, now)) {
    if (!after) said.push(`gone: ${described(before)}`)
    else if (!before) said.push(`new: ${described(after)}`)
    else if (hasMoved(before, after)) said.push(`moved: ${described(before)} → ${place(after)}`)
  }
  return said
}

type Pair = readonly [Piece, Piece] | readonly [Piece, undefined] | readonly [undefined, Piece]

/** By the longest run of equal pieces in equal order. */
function paired(kept: readonly Piece[], now: readonly Piece[]): readonly Pair[] {
  const longest: number[][] = Array.from({ length: kept.length + 1 }, () => Array<number>(now.length + 1).fill(0))
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0
  for (let i = kept.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const row = longest[i]
      if (row) row[j] = isSame(kept[i], now[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < kept.length || j < now.length) {
    const [before, after] = [kept[i], now[j]]
    if (before && after && isSame(before, after)) {
      pairs.push([before, after])
      i++
      j++
    } else if (before && (!after || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push([before, undefined])
      i++
    } else if (after) {
      pairs.push([undefined, after])
      j++
    }
  }
  return pairs
}

function isSame(before: Piece | undefined, after: Piece | undefined): boolean {
  return before !== undefined && after !== undefined && before.kind === after.kind && before.label === after.label
}
function hasMoved(before: Piece, after: Piece): boolean {
  const may = Math.max(tolerance.pixels, before.width * tolerance.share)
  return Math.abs(before.x - after.x) > may || Math.abs(before.width - after.width) > may || Math.abs(before.height - after.height) > tolerance.pixels / 2
}
function described(piece: Piece): string {
  return `${piece.kind} “${piece.label}” ${place(piece)}`
}
function place({ x, width, height }: Piece): string {
  return `at ${x}, ${width}${height > 0 ? ` × ${height}` : ''}`
}
