// Pieces of ground on a map 地块: circles and polygons as features, and how they look; WGS-84 in, WGS-84 out.
import Feature from 'ol/Feature.js'
import { Circle, Point, Polygon } from 'ol/geom.js'
import type { Geometry } from 'ol/geom.js'
import { fromLonLat, getPointResolution, toLonLat } from 'ol/proj.js'
import { Circle as Dot, Fill, Stroke, Style, Text } from 'ol/style.js'
import { dark, fontStack, light } from '../look/tokens.ts'
import type { MapShape, Place, ShapeForm, ShapeTone } from './map-wire.ts'

/** The map's own units for a metre at that place: Mercator stretches with the latitude. */
const stretch = (spot: readonly number[]): number => 1 / getPointResolution('EPSG:3857', 1, [...spot], 'm')
/** Six decimals, a tenth of a metre. */
const place = (spot: readonly number[]): Place => {
  const [longitude = 0, latitude = 0] = toLonLat([...spot])
  return [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]
}

export function geometryOf(form: ShapeForm): Geometry {
  if (form.kind === 'circle') {
    const centre = fromLonLat([...form.centre])
    return new Circle(centre, form.radius * stretch(centre))
  }
  const round = form.corners.map((corner) => fromLonLat([...corner]))
  const [first] = round
  return new Polygon(first ? [[...round, first]] : [])
}
/** What a geometry that was pulled about has become; metres are whole. */
export function formOf(geometry: Geometry): ShapeForm | undefined {
  if (geometry instanceof Circle) return { kind: 'circle', centre: place(geometry.getCenter()), radius: Math.round(geometry.getRadius() / stretch(geometry.getCenter())) }
  if (geometry instanceof Polygon) return { kind: 'polygon', corners: (geometry.getCoordinates()[0] ?? []).slice(0, -1).map(place) }
  return undefined
}
export const placeOf = place

/** Pixels across from which a shape bears its name. */
const leastNamed = 44

export function colourOfShape(tone: ShapeTone, isDark: boolean): string {
  const { success, warning, accent, danger } = isDark ? dark : light
  return { bounds: accent, stand: success, goal: warning, barred: danger }[tone]
}
/** @param strong the one that is looked at. */
export function shapeFeature({ id, words, tone, form }: MapShape, { strong, isDark }: { strong: boolean; isDark: boolean }): Feature {
  const feature = new Feature({ geometry: geometryOf(form), shape: id })
  const { ink, paper } = isDark ? dark : light
  const colour = colourOfShape(tone, isDark)
  const look = (named: boolean): Style => new Style({
    stroke: new Stroke({ color: colour, width: strong ? 4 : 2, lineDash: strong ? [] : [6, 6] }),
    // what lies all round everything would only dim the map
    ...(tone !== 'bounds' && { fill: new Fill({ color: `${colour}${strong ? '30' : '14'}` }) }),
    ...(named && { text: new Text({ text: words, font: `${strong ? '600 13px' : '12px'} ${fontStack}`, overflow: true, fill: new Fill({ color: ink }), stroke: new Stroke({ color: paper, width: 4 }) }) }),
    zIndex: strong ? 2 : 1,
  })
  const [named, nameless] = [look(true), look(false)]
  const [left = 0, , right = 0] = geometryOf(form).getExtent()
  // many small ones close together would write over one another
  feature.setStyle((_, resolution) => (strong || (right - left) / resolution >= leastNamed ? named : nameless))
  return feature
}
/** The one being drawn: its corners can be taken hold of, and what is wrong with it is red. */
export function drawnLook({ form, wrong, isDark }: { form: ShapeForm; wrong: boolean; isDark: boolean }): Style[] {
  const { danger, accent, paper } = isDark ? dark : light
  const colour = wrong ? danger : accent
  const dot = new Dot({ radius: 8, fill: new Fill({ color: paper }), stroke: new Stroke({ color: colour, width: 3 }) })
  const handles = form.kind === 'circle' ? [form.centre] : form.corners
  return [
    new Style({ stroke: new Stroke({ color: colour, width: 3 }), fill: new Fill({ color: `${colour}22` }), zIndex: 3 }),
    ...handles.map((corner, nth) => new Style({
      geometry: new Point(fromLonLat([...corner])), image: dot, zIndex: 4,
      ...(form.kind === 'polygon' && { text: new Text({ text: String(nth + 1), font: `600 12px ${fontStack}`, offsetY: -16, fill: new Fill({ color: colour }), stroke: new Stroke({ color: paper, width: 3 }) }) }),
    })),
  ]
}
