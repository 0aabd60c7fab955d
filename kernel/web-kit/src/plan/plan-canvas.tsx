// A plan on a canvas 平面图: outlines in metres with their colours and words, to pan, zoom, press and fly to. Loaded with the page that shows it.
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import Feature from 'ol/Feature.js'
import Map from 'ol/Map.js'
import View from 'ol/View.js'
import { getCenter, getTopLeft } from 'ol/extent.js'
import { Point, Polygon } from 'ol/geom.js'
import VectorLayer from 'ol/layer/Vector.js'
import VectorSource from 'ol/source/Vector.js'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style.js'
import { dark, fontStack, light } from '../look/tokens.ts'
import { usePreferences } from '../look/preferences.tsx'
import { planLabel } from './plan-label.ts'
import type { PlanMark } from './plan-layers.tsx'
import '../map/canvas.css'
import './plan-canvas.css'

type Ring = readonly (readonly [x: number, y: number])[]
export interface PlanShape {
  readonly id: string
  /** Metres, corners in order, the first not repeated. */
  readonly ring: Ring
  readonly holes: readonly Ring[]
  /** What stands in it, the most important first; as many lines as there is room for. */
  readonly words: readonly string[]
  /** A colour of CSS. */
  readonly fill: string
}

const noMarks: readonly PlanMark[] = []

interface Props {
  readonly shapes: readonly PlanShape[]
  /** The shape that is marked and flown to; empty for none. */
  readonly picked: string
  readonly onPick: (id: string) => void
  /** What the plan is, for whoever does not see it. */
  readonly label: string
  readonly marks?: readonly PlanMark[]
  /** Told when the plan first stands there. */
  readonly onDrawn?: () => void
}
export function PlanCanvas({ shapes, picked, onPick, label, marks = noMarks, onDrawn }: Props): ReactNode {
  const holder = useRef<HTMLDivElement>(null)
  const drawing = useRef<Drawing>(undefined)
  // unknown until its first frame
  const [still, setStill] = useState<boolean>()
  const pick = useRef(onPick)
  const told = useRef(onDrawn)
  useEffect(() => {
    pick.current = onPick
    told.current = onDrawn
  })
  const { dark: isDark } = usePreferences()

  // what stands in it follows in the same turn, so that its first frame is the plan and not an empty sheet
  useEffect(() => {
    if (!holder.current) return undefined
    const made = open(holder.current, (id) => pick.current(id))
    made.map.on('movestart', () => setStill(false))
    made.map.on('moveend', () => setStill(true))
    // a plan that is drawn in one go has not moved
    made.map.on('rendercomplete', () => setStill(true))
    drawing.current = made
    return () => made.map.setTarget(undefined)
  }, [])
  useEffect(() => {
    if (drawing.current) show(drawing.current, shapes)
  }, [shapes])
  useEffect(() => {
    if (drawing.current) mark(drawing.current, { picked, isDark })
  }, [picked, isDark, shapes])
  useEffect(() => {
    if (drawing.current) pin(drawing.current, marks)
  }, [marks, shapes])
  const ready = still !== undefined && shapes.length > 0
  const stands = ready && still
  useEffect(() => {
    if (stands) told.current?.()
  }, [stands])

  return <div ref={holder} className="hq-plan" role="application" aria-label={label} data-ready={ready} data-still={still ?? false} data-marks={marks.length} />
}

interface Drawing {
  readonly map: Map
  readonly source: VectorSource<Feature<Polygon>>
  readonly layer: VectorLayer
  readonly pins: VectorSource<Feature<Point>>
  /** Outlines now shown, so that colours alone do not move the view. */
  fitted: string
  flown: string
}
const margin = [24, 24, 24, 24]
const closest = 0.008

function open(target: HTMLDivElement, onPick: (id: string) => void): Drawing {
  // arrows and plus and minus move the map only where it can be reached by keys
  target.tabIndex = 0
  const source = new VectorSource<Feature<Polygon>>()
  const layer = new VectorLayer({ source, updateWhileAnimating: true, updateWhileInteracting: true })
  const pins = new VectorSource<Feature<Point>>()
  const map = new Map({ target, layers: [layer, new VectorLayer({ source: pins, updateWhileAnimating: true, updateWhileInteracting: true })], view: new View({ center: [0, 0], resolution: 0.1, minResolution: closest, maxResolution: 2, enableRotation: false }) })
  map.on('singleclick', ({ pixel }) => {
    const [hit] = map.getFeaturesAtPixel(pixel, { hitTolerance: 4, layerFilter: (one) => one === layer })
    onPick(hit ? String(hit.getId()) : '')
  })
  return { map, source, layer, pins, fitted: '', flown: '' }
}

function show(drawing: Drawing, shapes: readonly PlanShape[]): void {
  const { map, source } = drawing
  source.clear(true)
  source.addFeatures(shapes.map(({ id, ring, holes, words, fill }) => {
    const feature = new Feature({ geometry: new Polygon([ring, ...holes].map((one) => [...one, ...one.slice(0, 1)].map(([x, y]) => [x, y]))), words, fill })
    feature.setId(id)
    return feature
  }))
  const outlines = shapes.map(({ id }) => id).join()
  if (outlines === drawing.fitted || shapes.length === 0) return
  drawing.fitted = outlines
  drawing.flown = ''
  map.updateSize()
  const extent = source.getExtent()
  if (extent) map.getView().fit(extent, { padding: margin })
}

/** Marks of one room side by side in its upper corner, where they hide no words, unless they say where they are. */
function pin({ source, pins }: Drawing, marks: readonly PlanMark[]): void {
  pins.clear(true)
  const beside = new globalThis.Map<string, number>()
  pins.addFeatures(marks.flatMap(({ room, at, tone }) => {
    const found = room === null ? null : source.getFeatureById(room)
    const geometry = found && !Array.isArray(found) ? found.getGeometry() : undefined
    const where = at ?? (geometry ? getTopLeft(geometry.getExtent()) : undefined)
    if (!where) return []
    const place = at ? 0 : (beside.get(room ?? '') ?? 0)
    beside.set(room ?? '', place + 1)
    const feature = new Feature({ geometry: new Point([...where]) })
    feature.setStyle(new Style({ image: new Circle({ radius: 7, displacement: at ? [0, 0] : [11 + place * 16, -11], fill: new Fill({ color: pinColours[tone] }), stroke: new Stroke({ color: light.paper, width: 2 }) }) }))
    return [feature]
  }))
}
const pinColours: Readonly<Record<PlanMark['tone'], string>> = { running: light.accent, soon: light.warning, overdue: light.danger, done: light.success }

function mark(drawing: Drawing, { picked, isDark }: { picked: string; isDark: boolean }): void {
  const { map, source, layer } = drawing
  const { line, accent } = isDark ? dark : light
  // fills are light in both looks
  const { ink, paper } = light
  layer.setStyle((feature, resolution) => {
    const chosen = String(feature.getId()) === picked
    const geometry = feature.getGeometry()
    const text = geometry ? planLabel({ words: feature.get('words') as readonly string[], extent: geometry.getExtent(), resolution }) : ''
    return new Style({
      fill: new Fill({ color: String(feature.get('fill')) }),
      stroke: new Stroke({ color: chosen ? accent : isDark ? line : ink, width: chosen ? 4 : 1 }),
      ...(text !== '' && { text: new Text({ text, font: `13px ${fontStack}`, fill: new Fill({ color: ink }), stroke: new Stroke({ color: paper, width: 3 }), overflow: true }) }),
      zIndex: chosen ? 1 : 0,
    })
  })
  if (picked === drawing.flown) return
  drawing.flown = picked
  const found = picked === '' ? null : source.getFeatureById(picked)
  const geometry = found && !Array.isArray(found) ? found.getGeometry() : undefined
  if (!geometry) return
  const view = map.getView()
  const still = globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches
  view.animate({ center: getCenter(geometry.getExtent()), resolution: Math.min(view.getResolution() ?? 0.05, 0.05), duration: still ? 0 : 400 })
}
