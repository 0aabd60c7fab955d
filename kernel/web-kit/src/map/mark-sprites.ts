// How marks look 标记样式: each shape, cluster and plate is drawn once and then laid on the map as a picture, hundreds of times a frame.
import { dark, fontStack, light } from '../look/tokens.ts'
import { colourOfTone } from './map-looks.ts'
import type { MarkTone } from './map-wire.ts'

export interface MarkSprites {
  mark(look: { readonly tone: MarkTone; readonly direction: number; readonly moving: boolean; readonly picked: boolean }): HTMLCanvasElement
  words(text: string, picked: boolean): HTMLCanvasElement
  cluster(look: { readonly count: number; readonly alarm: boolean }): HTMLCanvasElement
  /** The number of a cluster alone, to be read over what drives across it. */
  count(count: number): HTMLCanvasElement
}
/** Pixels from a mark's middle to that of its words. */
export const wordsBelow = 20
/** Words that change while a day is played back are not kept for ever. */
const mostKept = 2000
const [across, along] = [0.85, 1.2]

/** @param ratio device pixels to one of the page; the pictures have so many, with their middle in the middle. */
export function markSprites({ isDark, ratio }: { isDark: boolean; ratio: number }): MarkSprites {
  const { ink, paper } = isDark ? dark : light
  const kept = new Map<string, HTMLCanvasElement>()
  const once = (key: string, make: () => HTMLCanvasElement): HTMLCanvasElement => {
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const made = make()
    kept.set(key, made)
    return made
  }
  const picture = (width: number, height: number, draw: (to: CanvasRenderingContext2D) => void): HTMLCanvasElement => {
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(width * ratio)
    canvas.height = Math.ceil(height * ratio)
    const to = canvas.getContext('2d')
    if (!to) return canvas
    to.setTransform(ratio, 0, 0, ratio, canvas.width / 2, canvas.height / 2)
    draw(to)
    return canvas
  }
  const filled = (to: CanvasRenderingContext2D, { fill, edge, width }: { fill: string; edge: string; width: number }): void => {
    to.fillStyle = fill
    to.fill()
    to.strokeStyle = edge
    to.lineWidth = width
    to.stroke()
  }
  const disc = (to: CanvasRenderingContext2D, radius: number): void => {
    to.beginPath()
    to.arc(0, 0, radius, 0, 2 * Math.PI)
  }
  const write = (to: CanvasRenderingContext2D, text: string, { font, halo }: { font: string; halo: number }): void => {
    to.font = font
    to.textAlign = 'center'
    to.textBaseline = 'middle'
    to.lineJoin = 'round'
    to.lineWidth = halo
    to.strokeStyle = paper
    if (halo > 0) to.strokeText(text, 0, 0)
    to.fillStyle = ink
    to.fillText(text, 0, 0)
  }
  const fontOf = (picked: boolean): string => `${picked ? '600 13px' : '12px'} ${fontStack}`

  return {
    mark({ tone, direction, moving, picked }) {
      const turn = Math.round(direction / 10) * 10
      return once(`mark ${tone} ${moving ? turn : ''} ${String(picked)}`, () => picture(36, 36, (to) => {
        const radius = picked ? 12 : 9
        if (moving) {
          to.rotate(turn * Math.PI / 180)
          const side = radius * Math.sin(Math.PI / 3) * across
          to.beginPath()
          to.moveTo(0, -radius * along)
          to.lineTo(side, radius / 2 * along)
          to.lineTo(-side, radius / 2 * along)
          to.closePath()
        } else disc(to, radius - 2)
        filled(to, { fill: colourOfTone(tone, isDark), edge: picked ? ink : paper, width: picked ? 3 : 1.5 })
      }))
    },
    words: (text, picked) => once(`words ${String(picked)} ${text}`, () => {
      const measure = document.createElement('canvas').getContext('2d')
      if (measure) measure.font = fontOf(picked)
      return picture((measure?.measureText(text).width ?? 0) + 8, 24, (to) => write(to, text, { font: fontOf(picked), halo: 4 }))
    }),
    cluster: ({ count, alarm }) => once(`cluster ${count} ${String(alarm)}`, () => picture(52, 52, (to) => {
      disc(to, 12 + Math.min(10, Math.sqrt(count) * 1.6))
      filled(to, { fill: paper, edge: colourOfTone(alarm ? 'alarm' : 'parked', isDark), width: 3 })
      write(to, String(count), { font: `600 13px ${fontStack}`, halo: 0 })
    })),
    count: (count) => once(`count ${count}`, () => picture(52, 24, (to) => write(to, String(count), { font: `600 13px ${fontStack}`, halo: 5 }))),
  }
}
