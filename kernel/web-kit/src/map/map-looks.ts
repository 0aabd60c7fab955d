// How a map looks 地图样式: ground, marks and lines, light and dark, with more told from nearer by.
import type { FeatureLike } from 'ol/Feature.js'
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style.js'
import { dark, fontStack, light } from '../look/tokens.ts'
import type { MarkTone } from './map-wire.ts'

interface GroundColours {
  readonly land: string
  readonly water: string
  readonly park: string
  readonly road: string
  readonly mainRoad: string
  readonly casing: string
  readonly words: string
  readonly halo: string
}
export const groundColours: Readonly<Record<'light' | 'dark', GroundColours>> = Object.freeze({
  light: { land: '#F3F1EB', water: '#B9D7EA', park: '#D9E8CC', road: '#FFFFFF', mainRoad: '#FFEFC4', casing: '#CFCABD', words: '#565A60', halo: '#FFFFFF' },
  dark: { land: '#171C21', water: '#1C3547', park: '#1D2D23', road: '#39424C', mainRoad: '#4A4A3C', casing: '#262D34', words: '#AEB6C0', halo: '#171C21' },
})
const toneColours: Readonly<Record<'light' | 'dark', Readonly<Record<MarkTone, string>>>> = Object.freeze({
  light: { driving: light.success, idling: light.warning, parked: light.accent, silent: light.secondary, alarm: light.danger },
  dark: { driving: dark.success, idling: dark.warning, parked: dark.accent, silent: dark.secondary, alarm: dark.danger },
})
export const colourOfTone = (tone: MarkTone, isDark: boolean): string => toneColours[isDark ? 'dark' : 'light'][tone]

/** Metres a road is wide, and metres a pixel from which its name is written. */
const ranks: Readonly<Record<string, readonly [metres: number, named: number]>> = { ring: [26, 18], main: [24, 16], county: [16, 22], street: [15, 7], lane: [8, 2.6] }
const siteNamed = 3.2
const siteShown = 14

export function groundLook(isDark: boolean): (feature: FeatureLike, resolution: number) => Style[] {
  const colours = groundColours[isDark ? 'dark' : 'light']
  const words = (text: string, more: object): Text => new Text({ text, font: `12px ${fontStack}`, fill: new Fill({ color: colours.words }), stroke: new Stroke({ color: colours.halo, width: 3 }), ...more })
  return (feature, resolution) => {
    const [kind, rank, name, width] = ['kind', 'rank', 'name', 'width'].map((key) => feature.get(key) as unknown)
    const called = String(name)
    if (kind === 'park') return [new Style({ fill: new Fill({ color: colours.park }), zIndex: 0, ...(resolution < 12 && { text: words(called, { overflow: false }) }) })]
    if (kind === 'water') {
      const stroke = Number(width) > 0 ? { stroke: new Stroke({ color: colours.water, width: Math.max(2, Number(width) / resolution), lineCap: 'round' }) } : { fill: new Fill({ color: colours.water }) }
      return [new Style({ ...stroke, zIndex: 1, ...(resolution < 14 && { text: words(called, Number(width) > 0 ? { placement: 'line', repeat: 700 } : {}) }) })]
    }
    if (kind === 'site') {
      if (resolution > siteShown) return []
      return [new Style({
        image: new RegularShape({ points: 4, radius: 5, angle: Math.PI / 4, fill: new Fill({ color: colours.words }), declutterMode: 'none' }), zIndex: 5,
        ...(resolution < siteNamed && { text: words(called, { offsetY: 14 }) }),
      })]
    }
    const [metres, named] = ranks[String(rank)] ?? [12, 5]
    const across = Math.max(rank === 'lane' ? 1 : 2, metres / resolution)
    const major = rank === 'main' || rank === 'ring' || rank === 'county'
    return [
      ...(across > 2.5 ? [new Style({ stroke: new Stroke({ color: colours.casing, width: across + 2 }), zIndex: 2 })] : []),
      new Style({ stroke: new Stroke({ color: major ? colours.mainRoad : colours.road, width: across }), zIndex: major ? 4 : 3, ...(resolution < named && { text: words(called, { placement: 'line', repeat: 520 }) }) }),
    ]
  }
}

const pinColours = { start: 'driving', end: 'silent', stop: 'parked', alarm: 'alarm' } as const
export function pinLook({ words, tone, isDark }: { words: string; tone: keyof typeof pinColours; isDark: boolean }): Style {
  return new Style({
    zIndex: tone === 'alarm' ? 9 : 8,
    image: new Circle({ radius: 11, fill: new Fill({ color: colourOfTone(pinColours[tone], isDark) }), stroke: new Stroke({ color: isDark ? dark.paper : light.paper, width: 2 }) }),
    text: new Text({ text: words, font: `600 12px ${fontStack}`, fill: new Fill({ color: isDark ? dark.paper : light.paper }) }),
  })
}
