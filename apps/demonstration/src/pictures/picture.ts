// A golden picture 图样: what a view shows, kept as text: how its controls stand, and its canvas in coarse squares by the colours of the legend. Compared with a tolerance, never pixel by pixel.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { differences } from './compare.ts'
import { pieceIn, pieceText } from './kept.ts'
import { outlineOf } from './outline.ts'
import type { Piece } from './outline.ts'

/** Squares across; as high as they are wide. */
const across = 48
/** Other fonts, other words in a room, a room that others have changed: this share of the squares may differ. */
const mayDiffer = 0.12
/** A loaded machine draws late: a view is looked at again until then. */
const patience = 20_000

/** What of a page is a picture of its own. */
export interface Drawn {
  readonly canvas: string
  /** Lines of the legend: each a swatch, its words, how many. */
  readonly legend: string
}
/** A canvas in squares, each the letter of the line of the legend that most of it shows, `.` for bare paper. */
export interface Squares {
  readonly legend: readonly string[]
  readonly rows: readonly string[]
}
interface Picture {
  readonly pieces: readonly Piece[]
  readonly squares: Squares
}

/**
 * Holds a view against the picture kept in `file`, looking again while it is still being drawn; with ACCEPT=1 it is written instead, never where CI is set.
 * @throws Error with what differs, or when nothing is kept.
 */
export async function comparePicture(page: Page, { file, drawn }: { file: URL; drawn?: Drawn }): Promise<void> {
  const path = fileURLToPath(file)
  const look = async (): Promise<Picture> => ({ pieces: await page.evaluate(outlineOf), squares: drawn ? await page.evaluate(squaresOf, { ...drawn, across }) : { legend: [], rows: [] } })
  const until = performance.now() + patience
  const again = async (): Promise<boolean> => {
    if (performance.now() > until) return false
    await page.waitForTimeout(300)
    return true
  }
  if (process.env['ACCEPT'] === '1' && process.env['CI'] === undefined) {
    let [before, now] = ['', textOf(await look())]
    while (before !== now && (await again())) [before, now] = [now, textOf(await look())]
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, now)
    return
  }
  if (!existsSync(path)) throw new Error(`There is no picture ${path} yet: npm test -- --accept`)
  const kept = pictureIn(readFileSync(path, 'utf8'))
  let said = differencesOf(kept, await look())
  while (said.length > 0 && (await again())) said = differencesOf(kept, await look())
  if (said.length > 0) throw new Error(`${path} shows something else:\n${said.join('\n')}\nIf this is as it should be: npm test -- --accept`)
}

function textOf({ pieces, squares: { legend, rows } }: Picture): string {
  return `${[pieces.map(pieceText), legend.map((words, at) => `${letterOf(at)} ${words}`), rows].map((lines) => lines.join('\n')).join('\n\n').trimEnd()}\n`
}
function pictureIn(text: string): Picture {
  const [pieces = [], legend = [], rows = []] = text.trimEnd().split('\n\n').map((part) => part.split('\n').filter((line) => line !== ''))
  return { pieces: pieces.map(pieceIn), squares: { legend: legend.map((line) => line.slice(2)), rows } }
}
function differencesOf(kept: Picture, now: Picture): readonly string[] {
  return [...differences({ kept: kept.pieces, now: now.pieces }), ...squareDifferences(kept.squares, now.squares)]
}
const letterOf = (at: number): string => String.fromCharCode(97 + (at % 26))

/** Squares of one meaning are the same, whatever place in the legend it has. @returns a sentence with both pictures when more than the tolerance differs. */
export function squareDifferences(kept: Squares, now: Squares): readonly string[] {
  if (Math.abs(kept.rows.length - now.rows.length) > 2) return [`the canvas is ${now.rows.length} squares high, kept are ${kept.rows.length}`]
  const meant = new Map(now.legend.map((words, at) => [letterOf(at), kept.legend.includes(words) ? letterOf(kept.legend.indexOf(words)) : '?']))
  const rows = now.rows.map((row) => [...row].map((square) => meant.get(square) ?? square).join(''))
  const differ = kept.rows.reduce((sum, row, at) => sum + [...row].filter((square, place) => square !== rows[at]?.[place]).length, 0)
  const all = kept.rows.reduce((sum, row) => sum + row.length, 0)
  return differ > all * mayDiffer ? [`${differ} of ${all} squares of the canvas differ:`, ...kept.rows, 'is now', ...rows] : []
}

/** Runs inside the page: names nothing outside itself. Lines and words are dark and speak for no square. */
function squaresOf({ canvas: selector, legend, across: wide }: Drawn & { across: number }): Squares {
  const canvas = document.querySelector<HTMLCanvasElement>(selector)
  if (!canvas) throw new Error(`no ${selector}`)
  const brush = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('no canvas')
  const colourOf = (css: string): readonly number[] => {
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = css
    brush.fillRect(0, 0, 1, 1)
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const lines = [...document.querySelectorAll(legend)]
  const palette = lines.map((line, at) => ({ letter: String.fromCharCode(97 + (at % 26)), colour: colourOf(getComputedStyle(line.firstElementChild ?? line).backgroundColor) }))
  const size = canvas.width / wide
  const high = Math.round(canvas.height / size)
  const sheet = document.createElement('canvas')
  ;[sheet.width, sheet.height] = [canvas.width, canvas.height]
  const pen = sheet.getContext('2d', { willReadFrequently: true })
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.drawImage(canvas, 0, 0)
  const { data, width } = pen.getImageData(0, 0, sheet.width, sheet.height)
  const letterOfColour = (seen: readonly number[]): string => {
    if (seen.every((one) => one > 248)) return '.'
    if (seen.reduce((sum, one) => sum + one, 0) < 330) return ''
    const far = (colour: readonly number[]): number => colour.reduce((sum, one, place) => sum + (one - (seen[place] ?? 0)) ** 2, 0)
    return palette.toSorted((a, b) => far(a.colour) - far(b.colour))[0]?.letter ?? '?'
  }
  const letters = new Map<string, string>()
  const letterAt = (x: number, y: number): string => {
    const at = (Math.min(sheet.height - 1, Math.floor(y)) * width + Math.floor(x)) * 4
    const seen = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    const letter = letters.get(seen.join()) ?? letterOfColour(seen)
    letters.set(seen.join(), letter)
    return letter
  }
  const rows = Array.from({ length: high }, (_, row) => Array.from({ length: wide }, (__, column) => {
    const votes = new Map<string, number>()
    for (let dx = 0; dx < 5; dx++)
      for (let dy = 0; dy < 5; dy++) {
        const letter = letterAt((column + (dx + 0.5) / 5) * size, (row + (dy + 0.5) / 5) * size)
        if (letter !== '') votes.set(letter, (votes.get(letter) ?? 0) + 1)
      }
    return [...votes].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '.'
  }).join(''))
  return { legend: lines.map((line) => line.textContent.replace(/\s*\d+\s*间?\s*$/, '').trim()), rows }
}
